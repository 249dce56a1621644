#include "certreg/codec/json_writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "certreg/codec/record_writer.h"
#include "certreg/codec/records.h"
#include "support/certificates.h"

namespace certreg::codec {
namespace {

template <class Put>
std::string written(Put put) {
  std::string text;
  JsonWriter out(text);
  put(out);
  return text;
}

TEST(JsonWriter, WritesTextAsTheTreeDoes) {
  std::vector<std::string> texts{"",     "plain",         "\"quoted\" \\ back", "Grüße, 株式会社, Ελλάδα, 😀",
                                 "\x7f", "ends with \xC3"};
  for (char c = 0; c < 0x20; ++c) texts.push_back(std::string("a") + c + "b");
  for (const auto& text : texts)
    EXPECT_EQ(written([&](JsonWriter& out) { out.text(text); }), dump(Json(text)));
}

// Plain text is looked through in steps, at whose edges nothing may be overlooked.
TEST(JsonWriter, FindsWhatIsToBeEscapedAnywhere) {
  for (const char* special : {"\"", "\\", "\n", "\x1f", "\x7f", "ü", " ", "!", "#", "[", "]"})
    for (std::size_t length = 0; length < 20; ++length)
      for (std::size_t at = 0; at <= length; ++at) {
        auto text = std::string(length, 'x');
        text.insert(at, special);
        EXPECT_EQ(written([&](JsonWriter& out) { out.text(text); }), dump(Json(text))) << length << ' ' << at;
      }
}

TEST(JsonWriter, WritesWhatIsNoUtf8AsReplacementCharacters) {
  struct {
    std::string text, expected;
  } const cases[] = {{"a\xFFz", "\"a\uFFFDz\""},
                     {"\xC0\xAF", "\"\uFFFD\uFFFD\""},            // overlong
                     {"\xED\xA0\x80", "\"\uFFFD\uFFFD\uFFFD\""},  // a surrogate
                     {"\xF5\x80", "\"\uFFFD\uFFFD\""},
                     {"\xE2\x82", "\"\uFFFD\uFFFD\""}};
  for (const auto& item : cases) {
    const auto text = written([&](JsonWriter& out) { out.text(item.text); });
    EXPECT_EQ(text, item.expected);
    EXPECT_NO_THROW(parse(text));
  }
}

TEST(JsonWriter, WritesNumbersAsTheTreeDoes) {
  for (const double value :
       {0.0, 1.0, -2.0, 0.9, 0.1 + 0.2, 1.0 / 3, 72.25, 595.276, 123456789.5, 1e-4, 1.5e-5, 3e14})
    EXPECT_EQ(written([&](JsonWriter& out) { out.real(value); }), dump(Json(value))) << value;
  for (const double value : {1e300, 1e-300, 4.9e-324})
    EXPECT_EQ(parse(written([&](JsonWriter& out) { out.real(value); })).get<double>(), value);
  using Limits = std::numeric_limits<double>;
  for (const double value : {Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN()})
    EXPECT_EQ(written([&](JsonWriter& out) { out.real(value); }), "null");
  for (const std::int64_t value :
       {std::int64_t{0}, std::int64_t{-7}, std::numeric_limits<std::int64_t>::min()})
    EXPECT_EQ(written([&](JsonWriter& out) { out.integer(value); }), dump(Json(value)));
}

TEST(JsonWriter, PutsCommasBetweenMembersAndItems) {
  const auto text = written([](JsonWriter& out) {
    out.begin_object();
    out.key("empty");
    out.begin_array();
    out.end_array();
    out.key("list");
    out.begin_array();
    out.integer(1);
    out.begin_object();
    out.end_object();
    out.null();
    out.json("[true]");
    out.end_array();
    out.key("last");
    out.boolean(false);
    out.end_object();
  });
  EXPECT_EQ(text, R"({"empty":[],"list":[1,{},null,[true]],"last":false})");
}

TEST(RecordWriter, WritesWhatTheTreeHolds) {
  auto version = support::certificate();
  version.scope = "Cloud \"services\"\nof the group";
  version.quotes = {
      {.field = "number", .text = "IS 1", .page = 2, .box = Box{1, 2.5, 3, 4}, .confidence = 0.95}};
  version.claimant = Claimant{ClaimantKind::ThirdParty, "Reseller"};
  version.sites = {{.name = "Köln", .scope = "Support"}};
  EXPECT_EQ(written([&](JsonWriter& out) { write(out, version); }), dump(to_json(version)));

  const Supplier supplier{
      .id = {"s"}, .name = "Acme", .aliases = {"A", "B"}, .groups = {{.supplier = {"t"}}}};
  EXPECT_EQ(written([&](JsonWriter& out) { write(out, supplier); }), dump(to_json(supplier)));

  CertificateRecord record{.id = {"c"}, .issues = {version, version}};
  record.checks.push_back({.id = "k", .checked_on = Date(2026, 1, 2)});
  const auto body = parse(written([&](JsonWriter& out) { write(out, record); }));
  EXPECT_EQ(body["latest"], to_json(version));
  EXPECT_EQ(body["earlier_issues"], Json::array({to_json(version)}));
  EXPECT_EQ(body["checks"], Json::array({to_json(record.checks.front())}));
}

}  // namespace
}  // namespace certreg::codec
