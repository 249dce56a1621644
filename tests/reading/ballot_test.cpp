#include "reading/ballot.h"

#include <gtest/gtest.h>

namespace certreg::reading {
namespace {

Quote words(std::string text) {
  Quote quote;
  quote.text = std::move(text);
  return quote;
}

void add(Ballot& ballot, const std::string& value, double weight) {
  ballot.add(value, value, words(value + " as printed"), weight);
}

TEST(Ballot, EqualKeysAddUpAsIndependentWitnessesDo) {
  Ballot ballot;
  ballot.add("AB 12", "ab12", words("weak"), 0.4);
  ballot.add("AB-12", "ab12", words("strong"), 0.5);
  ballot.add("AB/12", "ab12", words("weaker"), 0.1);
  ASSERT_EQ(ballot.choices().size(), 1U);
  EXPECT_NEAR(ballot.choices().front().weight, 1 - 0.6 * 0.5 * 0.9, 1e-9);
  Draft draft;
  auto settled = ballot.decide("number", "several", draft);
  ASSERT_TRUE(settled);
  EXPECT_EQ(settled->value, "AB-12");
  EXPECT_EQ(settled->quote.text, "strong");
  EXPECT_NEAR(settled->quote.confidence, 0.73, 1e-9);
  EXPECT_TRUE(draft.ambiguities.empty());
}

TEST(Ballot, SupportAndDiscountConcernTheirKeyOnly) {
  Ballot ballot;
  add(ballot, "one", 0.5);
  add(ballot, "two", 0.5);
  ballot.support("one", 0.5);
  ballot.discount("two", 0.1);
  ballot.support("three", 0.9);
  ASSERT_EQ(ballot.choices().size(), 2U);
  EXPECT_NEAR(ballot.choices()[0].weight, 0.75, 1e-9);
  EXPECT_NEAR(ballot.choices()[1].weight, 0.05, 1e-9);
}

TEST(Ballot, NothingMakesItSurerThanItsLetters) {
  Ballot ballot;
  add(ballot, "one", 0.5);
  ballot.support("one", 0.9);
  ballot.limit("two", 0.1);
  ballot.limit("one", 0.7);
  EXPECT_EQ(ballot.choices().front().weight, 0.7);
  ballot.limit("one", 0.9);
  EXPECT_EQ(ballot.choices().front().weight, 0.7);
}

TEST(Ballot, ARivalLowersConfidence) {
  double before = 1;
  for (double rival : {0.0, 0.2, 0.5, 0.8}) {
    Ballot ballot;
    add(ballot, "best", 0.95);
    if (rival > 0) add(ballot, "rival", rival);
    Draft draft;
    auto settled = ballot.decide("number", "several", draft);
    ASSERT_TRUE(settled) << rival;
    EXPECT_EQ(settled->value, "best");
    EXPECT_LT(settled->quote.confidence, before) << rival;
    before = settled->quote.confidence;
  }
}

struct Outcome {
  double best, rival;
  bool is_settled;
};

TEST(Ballot, LeavesOpenWhatIsWeakOrNearlyEqual) {
  const Outcome outcomes[] = {
      {0.61, 0, true}, {0.59, 0, false}, {0.9, 0.8, true}, {0.9, 0.82, false}, {0.9, 0.9, false}};
  for (const Outcome& outcome : outcomes) {
    Ballot ballot;
    if (outcome.rival > 0) add(ballot, "rival", outcome.rival);
    add(ballot, "best", outcome.best);
    Draft draft;
    auto settled = ballot.decide("number", "several", draft);
    EXPECT_EQ(settled.has_value(), outcome.is_settled) << outcome.best << " against " << outcome.rival;
    ASSERT_EQ(draft.ambiguities.size(), outcome.is_settled ? 0U : 1U);
    if (outcome.is_settled) continue;
    const Ambiguity& open = draft.ambiguities.front();
    EXPECT_EQ(open.field, "number");
    EXPECT_EQ(open.why, outcome.rival > 0 ? "several" : "it is not sure that this is the number");
    EXPECT_EQ(open.candidates.front().quote.confidence, outcome.best);
    EXPECT_EQ(open.candidates.size(), outcome.rival > 0 ? 2U : 1U);
  }
}

TEST(Ballot, NothingIsNoAmbiguity) {
  Draft draft;
  EXPECT_FALSE(Ballot().decide("number", "several", draft));
  EXPECT_TRUE(Ballot().empty());
  EXPECT_TRUE(draft.ambiguities.empty());
}

std::string winner(const std::vector<std::string>& names, const std::string& known = "") {
  Ballot ballot;
  for (const std::string& name : names) add(ballot, name, 0.8);
  ballot.prefer_whole_names(0.2, [&](const std::string& name) { return name == known; });
  Draft draft;
  auto settled = ballot.decide("issuer", "several", draft);
  return settled ? settled->value : "open";
}

TEST(Ballot, ABrandIsPartOfTheUnit) {
  EXPECT_EQ(winner({"Harbour", "Harbour Cloud GmbH"}), "Harbour Cloud GmbH");
  EXPECT_EQ(winner({"Harbour Cloud GmbH", "Harbour"}), "Harbour Cloud GmbH");
  EXPECT_EQ(winner({"Harbour", "Harbourside Cloud GmbH"}), "open");
  EXPECT_EQ(winner({"Harbour", "Quay Cloud GmbH"}), "open");
  EXPECT_EQ(winner({"Harbour", "Register of Harbour"}, "Harbour"), "Harbour");
}

}  // namespace
}  // namespace certreg::reading
