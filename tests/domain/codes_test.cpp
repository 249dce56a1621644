#include <gtest/gtest.h>

#include "domain/situation.h"

namespace certreg {
namespace {

TEST(Codes, TheTableHoldsEachCodeInItsPlace) {
  const auto codes = all_codes();
  ASSERT_EQ(codes.size(), static_cast<std::size_t>(Code::SignatureBroken) + 1);
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(codes[i].code), i) << codes[i].name;
    EXPECT_TRUE(names.insert(codes[i].name).second) << codes[i].name;
    EXPECT_FALSE(codes[i].source.empty()) << codes[i].name;
    EXPECT_EQ(to_string(codes[i].code), codes[i].name);
  }
}

TEST(Codes, EachStandsInTheTableOfItsTopic) {
  std::set<Code> used;
  const std::pair<Topic, std::vector<Row>> tables[] = {
      {Topic::Standard, standard_rows()}, {Topic::Holder, holder_rows()}, {Topic::Scope, scope_rows()},
      {Topic::Dates, dates_rows()},       {Topic::Issuer, issuer_rows()}, {Topic::Evidence, evidence_rows()}};
  for (const auto& [topic, rows] : tables) {
    for (const auto& row : rows) {
      for (auto code : row.codes) {
        if (info(code).topic == topic) used.insert(code);
      }
    }
  }
  for (const auto& row : all_codes()) EXPECT_TRUE(used.contains(row.code)) << row.name << " is in no table";
}

TEST(Codes, WordsOfTheAnswersAreStable) {
  EXPECT_EQ(to_string(Topic::Evidence), "evidence");
  EXPECT_EQ(to_string(AnswerValue::Unsure), "unsure");
  EXPECT_EQ(to_string(Outcome::NotSatisfied), "not_satisfied");
  EXPECT_EQ(to_string(Code::AccreditorNotRecognised), "accreditor_not_recognised");
}

}  // namespace
}  // namespace certreg
