#include "certreg/reading/certainty.h"

#include <gtest/gtest.h>

namespace certreg::reading {
namespace {

Quote quote(std::string field, double confidence, ReadingMethod method = ReadingMethod::TextLayer) {
  return {.field = std::move(field), .text = "words", .method = method, .confidence = confidence};
}

struct Case {
  const char* name;
  const char* field;
  std::vector<Quote> quotes;
  Certainty expected;
};

TEST(Certainty, IsThatOfTheQuotes) {
  const auto person = ReadingMethod::Person;
  const Case cases[] = {
      {"nothing proves it", "number", {quote("holder", 1)}, Certainty::Unquoted},
      {"sure", "number", {quote("number", 0.9)}, Certainty::Certain},
      {"not sure", "number", {quote("number", 0.89)}, Certainty::Doubtful},
      {"the surest of several", "number", {quote("number", 0.5), quote("number", 1)}, Certainty::Certain},
      {"a person's", "number", {quote("number", 1, person)}, Certainty::ByPerson},
      {"an edition by its standard", "edition", {quote("standard", 1)}, Certainty::Certain},
      {"its own words first", "edition", {quote("standard", 1), quote("edition", 0.5)}, Certainty::Doubtful},
      {"a kind of expiry by the expiry", "expiry_kind", {quote("expires", 0.5)}, Certainty::Doubtful},
      {"a member of the holder", "holder", {quote("holders[0].lei", 1)}, Certainty::Certain},
      {"a name that begins alike", "issue", {quote("issued", 1)}, Certainty::Unquoted},
      {"each entry", "sites", {quote("sites[0]", 1), quote("sites[1].address", 1)}, Certainty::Certain},
      {"one entry without words", "sites", {quote("sites[0]", 1)}, Certainty::Unquoted},
      {"words of an entry that is none",
       "sites",
       {quote("sites[0]", 1), quote("sites[2]", 1)},
       Certainty::Unquoted},
      {"the least sure entry", "sites", {quote("sites[0]", 1), quote("sites[1]", 0.5)}, Certainty::Doubtful},
      {"its surest words",
       "sites",
       {quote("sites[0]", 0.5), quote("sites[0]", 1), quote("sites[1]", 1)},
       Certainty::Certain},
      {"the whole list at once", "sites", {quote("sites", 1)}, Certainty::Certain},
      {"the whole list, not surely", "sites", {quote("sites", 0.5)}, Certainty::Doubtful},
      {"one of its quotes is not sure",
       "sites",
       {quote("sites", 1), quote("sites", 0.5)},
       Certainty::Doubtful},
      {"the list and a doubtful entry",
       "sites",
       {quote("sites", 1), quote("sites[1]", 0.5)},
       Certainty::Doubtful},
  };
  for (const auto& [name, field, quotes, expected] : cases) {
    CertificateVersion version;
    version.sites.resize(2);
    version.quotes = quotes;
    EXPECT_EQ(certainty_of(version, field), expected) << name;
  }
}

}  // namespace
}  // namespace certreg::reading
