#include "accuracy/measure/truth.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "certreg/domain/error.h"

namespace certreg::accuracy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Refused {
  const char* name;
  std::string bytes;
  const char *where, *rule;
};

TEST(Truth, RefusesNamingLineAndRule) {
  const std::vector<Refused> cases{
      {"nothing", "", "truth.jsonl", "must have a row"},
      {"blank lines only", "\n \r\n", "truth.jsonl", "must have a row"},
      {"no JSON", "{\"file\":\"a.pdf\"}\n{\"file\":", "truth.jsonl, line 2", "one JSON object"},
      {"bytes that are no text", "\xFF\xFE\x01", "truth.jsonl, line 1", "one JSON object"},
      {"a list", "[{\"file\":\"a.pdf\"}]", "truth.jsonl, line 1", "one JSON object"},
      {"two objects in a line", "{\"file\":\"a.pdf\"}{\"file\":\"b.pdf\"}", "truth.jsonl, line 1",
       "one JSON object"},
      {"no file", "{\"holder\":\"Acme\"}", "truth.jsonl, line 1", "must have `file`"},
      {"a number for a file", "{\"file\":1}", "truth.jsonl, line 1", "must have `file`"},
      {"no name", "{\"file\":\"\"}", "truth.jsonl, line 1", "visible characters"},
      {"a hidden character", "{\"file\":\"a\\u0000.pdf\"}", "truth.jsonl, line 1", "visible characters"},
      {"out of the folder", "\n{\"file\":\"a/../../b.pdf\"}", "truth.jsonl, line 2", "within the folder"},
      {"from the root", "{\"file\":\"/etc/passwd\"}", "truth.jsonl, line 1", "within the folder"},
      {"an object for a text", "{\"file\":\"a.pdf\",\"holder\":{\"name\":\"Acme\"}}", "truth.jsonl, line 1",
       "`holder` must be text"},
      {"lists in a list", "{\"file\":\"a.pdf\",\"scope\":[[\"x\"]]}", "truth.jsonl, line 1",
       "`scope` must be text"},
      {"a long line", "{\"file\":\"" + std::string(2U << 20, 'a') + "\"}", "truth.jsonl, line 1", "1 MiB"},
      {"much nested", "{\"file\":" + std::string(100'000, '['), "truth.jsonl, line 1", "one JSON object"}};
  for (const auto& [name, bytes, where, rule] : cases) try {
      parse_truth(bytes);
      ADD_FAILURE() << name;
    } catch (const Error& error) {
      ASSERT_EQ(error.fields.size(), 1U) << name;
      EXPECT_EQ(error.fields.front().field, where) << name;
      EXPECT_THAT(error.fields.front().rule, HasSubstr(rule)) << name;
    }
}

TEST(Truth, PassesOverWhatItDoesNotKnow) {
  const auto truth = parse_truth(
      "\xEF\xBB\xBF{\"file\":\"deep/er/a.pdf\",\"doc_type\":\"certificate\",\"moon\":{\"phase\":3}}\r\n\n"
      "{\"file\":\"a.pdf\",\"edition\":2022,\"holder\":[\"Acme\",null,\"Akme\"],\"standard\":null}");
  ASSERT_EQ(truth.rows.size(), 2U);
  EXPECT_EQ(truth.rows[0].file, "deep/er/a.pdf");
  EXPECT_EQ(truth.rows[1].line, 3U);
  EXPECT_EQ(truth.rows[1].text("edition"), "2022");
  EXPECT_THAT(truth.rows[1].texts("holder"), ElementsAre("Acme", "Akme"));
  EXPECT_TRUE(truth.rows[1].has("standard"));
  EXPECT_TRUE(truth.rows[1].texts("standard").empty());
  EXPECT_FALSE(truth.rows[1].has("issuer"));
  EXPECT_TRUE(truth.warnings.empty());
}

TEST(Truth, ADateInAnotherFormIsNotJudgedAndSaidSo) {
  const auto truth = parse_truth("{\"file\":\"a.pdf\",\"issued\":\"May 2024\",\"expires\":\"2027-05-01\"}");
  EXPECT_FALSE(truth.rows.front().has("issued"));
  EXPECT_TRUE(truth.rows.front().has("expires"));
  EXPECT_THAT(truth.warnings, ElementsAre(HasSubstr("line 1: `issued` is no date")));
}

TEST(Truth, KnowsWhatKindOfDocumentARowIsAbout) {
  const std::vector<std::pair<const char*, DocumentGroup>> cases{
      {R"({"file":"a.pdf","doc_type":"certificate"})", DocumentGroup::Certificate},
      {R"({"file":"a.txt","doc_type":"certificate text, truncated"})", DocumentGroup::Certificate},
      {R"({"file":"a.md","doc_type":"page"})", DocumentGroup::Page},
      {R"({"file":"a.pdf","doc_type":"overview slide"})", DocumentGroup::Other},
      {R"({"file":"a.pdf","doc_type":"not a certificate"})", DocumentGroup::NotACertificate},
      {R"({"file":"a.pdf","doc_type":"invoice","is_certificate":false})", DocumentGroup::NotACertificate},
      {R"({"file":"a.pdf"})", DocumentGroup::Certificate},
      {R"({"file":"a.md","doc_type":null})", DocumentGroup::Page}};
  for (const auto& [line, group] : cases) EXPECT_EQ(parse_truth(line).rows.front().group, group) << line;
}

TEST(Truth, AFolderThatIsNoneOrHasNoTruthIsRefused) {
  EXPECT_THROW(load_truth("/nowhere/at/all"), Error);
  EXPECT_THROW(load_truth("/proc/self/exe"), Error);
  EXPECT_THROW(load_truth("/proc"), Error);
}

}  // namespace
}  // namespace certreg::accuracy
