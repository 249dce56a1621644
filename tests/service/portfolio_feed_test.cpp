// What one instance writes about what is bought, as it and another instance of the same register know it.
#include "certreg/domain/error.h"
#include "certreg/service/assessments.h"
#include "certreg/service/assurances.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/relationship_rows.h"
#include "certreg/service/reviews.h"
#include "service/portfolio_world.h"

namespace certreg::service {
namespace {

constexpr auto& kAda = PortfolioWorld::kAda;

class PortfolioFeed : public testing::Test {
 protected:
  const catalogue::Portfolio& own() { return writer_.services().catalogue.portfolio(); }
  const catalogue::Portfolio& other() {
    other_.services().feed.refresh();
    return other_.services().catalogue.portfolio();
  }
  RelationshipRecordPtr seen(const Relationship& relationship) {
    const auto mine = own().relationship(relationship.id), others = other().relationship(relationship.id);
    EXPECT_EQ(mine == nullptr, others == nullptr);
    if (mine && others) {
      EXPECT_EQ(mine->relationship.version, others->relationship.version);
      EXPECT_EQ(mine->decisions.size(), others->decisions.size());
      EXPECT_EQ(mine->last_review, others->last_review);
    }
    return others;
  }
  Assurance assurance(Opinion opinion) {
    Assurance row;
    row.supplier = writer_.supplier_.id;
    row.kind = AssuranceKind::Soc2Type2;
    row.assessor = "Auditors LLP";
    row.until = support::day("2026-03-31");
    row.opinion = opinion;
    return row;
  }
  Outcome outcome(support::World& world, const Relationship& relationship) {
    world.services().feed.refresh();
    return assess_relationship(world.services(), relationship.id, {support::day("2026-06-01"), {}})
        .assessment->outcome;
  }

  std::string conninfo_ = test::fresh_database();
  PortfolioWorld writer_{conninfo_};
  support::World other_{conninfo_};
};

TEST_F(PortfolioFeed, RelationshipsComeChangeAndGo) {
  const auto bought = writer_.buy("R-1", "Acme Mail");
  ASSERT_NE(seen(bought), nullptr);
  EXPECT_EQ(outcome(other_, bought), Outcome::Satisfied);
  auto corrected = bought;
  corrected.services = {"Acme Vault"};
  correct_relationship(writer_.services(), bought.id, 1, corrected, kAda);
  EXPECT_EQ(seen(bought)->relationship.services, std::vector<std::string>{"Acme Vault"});
  EXPECT_NE(outcome(other_, bought), Outcome::Satisfied);
  retire_relationship(writer_.services(), bought.id, 2, "gone", kAda);
  EXPECT_EQ(seen(bought), nullptr);
  EXPECT_TRUE(other().relationships_after({}, 10).empty());
  EXPECT_THROW(outcome(other_, bought), Error);
}

TEST_F(PortfolioFeed, OneThatEndedIsNotAssessed) {
  auto bought = writer_.buy("R-1", "Acme Mail");
  bought.ends = support::day("2026-05-31");
  correct_relationship(writer_.services(), bought.id, 1, bought, kAda);
  ASSERT_NE(seen(bought), nullptr);
  EXPECT_THROW(outcome(other_, bought), Error);
  std::size_t assessed = 0;
  assess_portfolio(other_.services(), {support::day("2026-06-01"), {}},
                   [&](const auto& batch) { assessed += batch.size(); });
  EXPECT_EQ(assessed, 0U);
}

TEST_F(PortfolioFeed, DecisionsAndReviewsBelongToTheirRelationship) {
  const auto bought = writer_.buy("R-1", "Acme Vault"), another = writer_.buy("R-2", "Acme Mail");
  const auto before = seen(another);
  Decision decision;
  decision.kind = DecisionKind::AcceptRisk;
  decision.until = support::day("2026-06-10");
  decision.reason = "because";
  decide(writer_.services(), writer_.findings(bought).front().id, decision, kAda);
  ASSERT_EQ(seen(bought)->decisions.size(), 1U);
  EXPECT_EQ(seen(another), before) << "nothing was decided about it";
  EXPECT_FALSE(seen(bought)->last_review);
  finish_review(writer_.services(), {.on = support::day("2026-06-01")}, kAda);
  EXPECT_EQ(seen(bought)->last_review->on, support::day("2026-06-01"));
  EXPECT_EQ(seen(another)->last_review->on, support::day("2026-06-01"));
  EXPECT_EQ(seen(bought)->decisions.size(), 1U);
}

TEST_F(PortfolioFeed, AssurancesChangeTheirOpinion) {
  const auto& supplier = writer_.supplier_.id;
  const auto made = create_assurance(writer_.services(), assurance(Opinion::Unqualified), kAda);
  ASSERT_EQ(other().assurances_of(supplier)->size(), 1U);
  correct_assurance(writer_.services(), made.id, 1, assurance(Opinion::Adverse), kAda);
  EXPECT_EQ(other().assurances_of(supplier)->front().opinion, Opinion::Adverse);
  EXPECT_EQ(own().assurances_of(supplier)->front().opinion, Opinion::Adverse);
  retire_assurance(writer_.services(), made.id, 2, "wrong", kAda);
  EXPECT_TRUE(other().assurances_of(supplier)->empty());
  EXPECT_TRUE(own().assurances_of(supplier)->empty());
}

TEST_F(PortfolioFeed, ThePolicyIsTheLatest) {
  auto policy = current_policy(writer_.services());
  ASSERT_EQ(policy.version, 1);
  EXPECT_EQ(other().policy()->version, 1);
  policy.tiers.front().needs.front().standards = {{"iso-22301"}};
  save_policy(writer_.services(), policy, 1, kAda);
  EXPECT_EQ(own().policy()->version, 2);
  EXPECT_EQ(other().policy()->tiers.front().needs.front().standards.front().value, "iso-22301");
}

TEST_F(PortfolioFeed, ListsTakenOverAreSeenAtOnce) {
  import_relationships(writer_.services(),
                       "reference,supplier,tier,services,owner_email\n"
                       "A-1,Acme Cloud Limited,critical,Acme Mail,ada@example.com\n"
                       "A-2,Acme Cloud Limited,critical,Acme Vault,ada@example.com\n",
                       documents::MediaKind::Csv, ImportMode::Keep, kAda);
  EXPECT_EQ(own().size(), 2U);
  EXPECT_EQ(other().size(), 2U);
}

TEST_F(PortfolioFeed, ALaterStartKnowsTheSame) {
  const auto bought = writer_.buy("R-1", "Acme Vault"), gone = writer_.buy("R-2", "Acme Mail");
  retire_relationship(writer_.services(), gone.id, 1, "gone", kAda);
  Decision decision;
  decision.kind = DecisionKind::NotApplicable;
  decision.reason = "because";
  decide(writer_.services(), writer_.findings(bought).front().id, decision, kAda);
  create_assurance(writer_.services(), assurance(Opinion::Unqualified), kAda);
  finish_review(writer_.services(), {.on = support::day("2026-06-01")}, kAda);
  support::World later(conninfo_);
  const auto& loaded = later.services().catalogue.portfolio();
  ASSERT_EQ(loaded.size(), 1U);
  const auto record = loaded.relationship(bought.id);
  EXPECT_EQ(record->decisions.size(), 1U);
  EXPECT_EQ(record->last_review, own().relationship(bought.id)->last_review);
  EXPECT_EQ(loaded.assurances_of(writer_.supplier_.id)->size(), 1U);
  EXPECT_EQ(loaded.policy()->version, 1);
}

// The feed's position does not pass a transaction that is open anywhere.
TEST_F(PortfolioFeed, WhatIsReadAgainStaysTheSameObject) {
  auto bystander = writer_.services().database.begin();
  store::transaction_number(bystander);
  const auto bought = writer_.buy("R-1", "Acme Mail");
  const auto first = seen(bought);
  const auto& catalogue = other_.services().catalogue;
  const auto certificate = catalogue.certificate(writer_.certificate_);
  writer_.buy("R-2", "Acme Mail");
  EXPECT_EQ(seen(bought), first);
  EXPECT_EQ(catalogue.certificate(writer_.certificate_), certificate);
  EXPECT_EQ(other().size(), 2U);
}

TEST_F(PortfolioFeed, ARegisterThatIsNotLoadedIsNoEmptyPortfolio) {
  writer_.buy("R-1", "Acme Vault");
  catalogue::Catalogue empty;
  KeyRing keys;
  CatalogueFeed feed(writer_.services().database, empty, keys);
  auto& all = writer_.services();
  Services starting{all.database, empty,       feed,      all.keys,   all.imports, all.world,
                    all.worker,   all.fetcher, all.clock, all.reload, all.history, all.assessments};
  try {
    assess_portfolio(starting, {support::day("2026-06-01"), {}}, [](const auto&) {});
    FAIL() << "it seems that nothing is bought";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Unavailable);
  }
}

}  // namespace
}  // namespace certreg::service
