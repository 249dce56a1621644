#include "certreg/catalogue/portfolio.h"

#include <gtest/gtest.h>

#include "support/certificates.h"

namespace certreg::catalogue {
namespace {

RelationshipRecord record(const std::string& id, int version = 1) {
  RelationshipRecord row;
  row.relationship.id = {id};
  row.relationship.version = version;
  return row;
}

Decision decision(const std::string& id) {
  Decision row;
  row.id = {id};
  return row;
}

Assurance assurance(const std::string& id, int version = 1) {
  Assurance row;
  row.id = {id};
  row.version = version;
  return row;
}

std::string listed(const Portfolio& portfolio, const std::string& after, std::size_t limit) {
  std::string ids;
  for (const auto& one : portfolio.relationships_after({after}, limit)) ids += one->relationship.id.value;
  return ids;
}

TEST(Portfolio, ListsInTheOrderOfIdsWithoutRetiredOnes) {
  Portfolio portfolio;
  EXPECT_EQ(listed(portfolio, "", 9), "");
  portfolio.put({record("c"), record("a"), record("b"), record("d")});
  EXPECT_EQ(listed(portfolio, "", 9), "abcd");
  EXPECT_EQ(listed(portfolio, "", 2), "ab");
  EXPECT_EQ(listed(portfolio, "b", 2), "cd");
  auto retired = record("b", 2);
  retired.relationship.retired = true;
  portfolio.put({retired});
  EXPECT_EQ(listed(portfolio, "", 9), "acd");
  EXPECT_EQ(portfolio.relationship({"b"}), nullptr);
  EXPECT_EQ(portfolio.size(), 3U);
}

TEST(Portfolio, WhatIsPutAgainIsTheSameObjectAndWhatChangedAnother) {
  Portfolio portfolio;
  auto row = record("a");
  row.decisions = {decision("d1")};
  row.last_review = LastReview{support::day("2026-01-01"), support::at("2026-01-01")};
  portfolio.put({row});
  const auto first = portfolio.relationship({"a"});
  portfolio.put({row});
  EXPECT_EQ(portfolio.relationship({"a"}), first);

  const std::pair<const char*, std::function<void(RelationshipRecord&)>> changes[] = {
      {"version", [](auto& one) { one.relationship.version = 2; }},
      {"decision", [](auto& one) { one.decisions.push_back(decision("d2")); }},
      {"another decision", [](auto& one) { one.decisions = {decision("d3")}; }},
      {"review", [](auto& one) { one.last_review->on = support::day("2026-02-01"); }},
      {"review of the same day", [](auto& one) { one.last_review->prepared_at = support::at("2026-02-01"); }},
      {"no review", [](auto& one) { one.last_review.reset(); }}};
  for (const auto& [name, change] : changes) {
    portfolio.put({row});
    const auto before = portfolio.relationship({"a"});
    auto changed = row;
    change(changed);
    portfolio.put({changed});
    EXPECT_NE(portfolio.relationship({"a"}), before) << name;
  }
}

TEST(Portfolio, AssurancesAreTheSameObjectUntilOneChanges) {
  Portfolio portfolio;
  EXPECT_TRUE(portfolio.assurances_of({"s"})->empty());
  portfolio.put({"s"}, {assurance("x")});
  const auto first = portfolio.assurances_of({"s"});
  portfolio.put({"s"}, {assurance("x")});
  EXPECT_EQ(portfolio.assurances_of({"s"}), first);
  portfolio.put({"s"}, {assurance("x", 2)});
  EXPECT_NE(portfolio.assurances_of({"s"}), first);
  portfolio.put({"s"}, {});
  EXPECT_TRUE(portfolio.assurances_of({"s"})->empty());
}

TEST(Portfolio, TheLatestPolicyHolds) {
  Portfolio portfolio;
  EXPECT_EQ(portfolio.policy(), nullptr);
  portfolio.put(Policy{.version = 1});
  const auto first = portfolio.policy();
  portfolio.put(Policy{.version = 1});
  EXPECT_EQ(portfolio.policy(), first);
  portfolio.put(Policy{.version = 2});
  EXPECT_EQ(portfolio.policy()->version, 2);
}

}  // namespace
}  // namespace certreg::catalogue
