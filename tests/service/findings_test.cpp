#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/verification.h"
#include "service/portfolio_world.h"

namespace certreg::service {
namespace {

Decision decision(DecisionKind kind, std::optional<Date> until = {}) {
  Decision row;
  row.kind = kind;
  row.until = until;
  row.reason = "because";
  return row;
}

TEST(Findings, OpenStayAndAreCured) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Mail");
  EXPECT_EQ(bought.supplier.supplier, world.supplier_.id) << "the one supplier of that name";
  EXPECT_EQ(world.told(bought), "");
  world.set_day("2028-01-01");
  const auto report = watch(world.services(), PortfolioWorld::kAda);
  EXPECT_EQ(report.opened, 3U);
  const auto first = world.findings(bought);
  const auto expiring = first.front().id;
  ASSERT_EQ(world.told(bought), "expiring:open evidence_stale:open review_overdue:open ");
  world.set_day("2028-01-02");
  EXPECT_EQ(watch(world.services(), PortfolioWorld::kAda).opened, 0U);
  EXPECT_EQ(world.findings(bought).front().id, expiring);

  const auto record = world.services().catalogue.certificate(world.certificate_);
  auto renewed = record->latest();
  renewed.issued = renewed.valid_from = support::day("2028-01-10");
  renewed.expires = support::day("2031-01-09");
  correct_certificate(world.services(), record->id, record->latest().id, renewed, CorrectionKind::NewIssue,
                      PortfolioWorld::kAda);
  EXPECT_GE(watch(world.services(), PortfolioWorld::kAda).cured, 1U);
  const auto events = finding_events(world.services(), expiring);
  ASSERT_EQ(to_string(events.back().state), "cured");
  EXPECT_NE(events.back().cause.find("answers it"), std::string::npos) << events.back().cause;
}

TEST(Findings, AWatchThatFoundNothingToRecordMissesNothingLater) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Mail"), another = world.buy("R-2", "Acme Mail");
  const auto watch_again = [&] {
    const auto report = watch(world.services(), PortfolioWorld::kAda);
    EXPECT_EQ(report.relationships, 2U);
    return report.opened + report.reopened + report.changed + report.cured;
  };
  EXPECT_EQ(watch_again(), 0U);
  EXPECT_EQ(watch_again(), 0U);
  const auto record = world.services().catalogue.certificate(world.certificate_);
  auto version = record->latest();
  version.scope = "Operation of Acme Drive.";
  version.services = {"Acme Drive"};
  correct_certificate(world.services(), record->id, record->latest().id, version, CorrectionKind::Correction,
                      PortfolioWorld::kAda);
  EXPECT_EQ(watch_again(), 2U);
  EXPECT_EQ(watch_again(), 0U);
  decide(world.services(), world.findings(bought).front().id,
         decision(DecisionKind::AcceptRisk, support::day("2026-06-01")), PortfolioWorld::kAda);
  EXPECT_EQ(watch_again(), 0U) << "it was recorded with the decision";
  world.set_day("2026-06-02");
  EXPECT_EQ(watch_again(), 1U) << "the decision ended";
  EXPECT_EQ(world.told(bought), world.told(another));
  retire_relationship(world.services(), another.id, 1, "gone", PortfolioWorld::kAda);
  EXPECT_EQ(world.told(another), "out_of_scope:cured ");
}

TEST(Findings, ADecisionEndsAndTheFindingComesBack) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Vault");
  ASSERT_EQ(world.told(bought), "out_of_scope:open ");
  const auto id = world.findings(bought).front().id;
  decide(world.services(), id, decision(DecisionKind::AcceptRisk, support::day("2026-06-10")),
         PortfolioWorld::kAda);
  EXPECT_EQ(world.told(bought), "out_of_scope:accepted ");
  world.set_day("2026-06-10");
  watch(world.services(), PortfolioWorld::kAda);
  EXPECT_EQ(world.told(bought), "out_of_scope:accepted ");
  world.set_day("2026-06-11");
  watch(world.services(), PortfolioWorld::kAda);
  EXPECT_EQ(world.told(bought), "out_of_scope:open ");
  const auto events = finding_events(world.services(), id);
  ASSERT_EQ(events.size(), 3U);
  EXPECT_NE(events.back().cause.find("held until 2026-06-10"), std::string::npos) << events.back().cause;
}

TEST(Findings, ADecisionThatDoesNotFitIsRefused) {
  PortfolioWorld world;
  const auto id = world.findings(world.buy("R-1", "Acme Vault")).front().id;
  const std::pair<Decision, const char*> wrong[] = {
      {decision(DecisionKind::AcceptRisk, support::day("2026-05-01")), "until"},
      {decision(DecisionKind::AcceptRisk, support::day("2036-05-01")), "until"},
      {decision(DecisionKind::ConfirmSuccessor), "kind"}};
  for (const auto& [made, field] : wrong) {
    try {
      decide(world.services(), id, made, PortfolioWorld::kAda);
      FAIL() << field;
    } catch (const Error& error) {
      ASSERT_FALSE(error.fields.empty());
      EXPECT_EQ(error.fields.front().field, field);
    }
  }
}

std::string scope_answer(PortfolioWorld& world) {
  VerifyRequest request;
  request.supplier = world.supplier_.id;
  request.standard = "27001";
  request.services = {"Acme Vault"};
  const auto answer = verify(world.services(), request);
  return std::string(to_string(answer.verdict.deciding().answers[2].reasons.front().code));
}

TEST(Findings, APersonsReadingOfTheScopeHoldsForThatTextAlone) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Vault");
  EXPECT_EQ(scope_answer(world), "service_not_named");
  auto reading = decision(DecisionKind::ConfirmScope);
  reading.in_scope = true;
  decide(world.services(), world.findings(bought).front().id, reading, PortfolioWorld::kAda);
  EXPECT_EQ(scope_answer(world), "confirmed_by_person");
  EXPECT_EQ(world.told(bought), "out_of_scope:cured ");

  const auto record = world.services().catalogue.certificate(world.certificate_);
  auto changed = record->latest();
  changed.scope = "Development and operation of Acme Mail.";
  correct_certificate(world.services(), record->id, record->latest().id, changed, CorrectionKind::Correction,
                      PortfolioWorld::kAda);
  EXPECT_EQ(scope_answer(world), "service_not_named") << "the text that was read is another";
  watch(world.services(), PortfolioWorld::kAda);
  EXPECT_EQ(world.told(bought), "out_of_scope:open ");
}

TEST(Findings, OfARetiredRelationshipAreCured) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Vault");
  retire_relationship(world.services(), bought.id, 1, "contract ended", PortfolioWorld::kAda);
  EXPECT_EQ(world.told(bought), "out_of_scope:cured ");
  EXPECT_NO_THROW(world.buy("R-1", "Acme Mail")) << "its reference is free again";
}

TEST(Findings, OfASupplierThatIsKnownNoMoreAreNotSaidToBeAnswered) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Vault");
  const auto id = world.findings(bought).front().id;
  retire_supplier(world.services(), world.supplier_.id, 1, "merged", PortfolioWorld::kAda);
  watch(world.services(), PortfolioWorld::kAda);
  EXPECT_NE(world.told(bought).find("supplier_unmatched:open"), std::string::npos) << world.told(bought);
  const auto events = finding_events(world.services(), id);
  EXPECT_NE(events.back().cause.find("not matched"), std::string::npos) << events.back().cause;
}

TEST(Policies, APreviewSaysWhoWouldChange) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Vault");
  world.buy("R-2", "Acme Mail");
  auto policy = current_policy(world.services());
  policy.tiers.front().needs.front().scope = ScopeRule::MayBeUnsure;
  const auto effects = preview_policy(world.services(), policy);
  ASSERT_EQ(effects.size(), 1U);
  EXPECT_EQ(effects.front().reference, "R-1");
  EXPECT_EQ(to_string(effects.front().after), "satisfied");
  EXPECT_EQ(effects.front().findings_cured.size(), 1U);
  EXPECT_THROW(save_policy(world.services(), policy, 0, PortfolioWorld::kAda), Error) << "not the latest";
}

TEST(Policies, TheOneThatShipsBreaksNoRule) {
  const auto policy = default_policy(support::reference());
  EXPECT_EQ(policy.version, 0);
  EXPECT_EQ(policy.tiers.size(), 4U);
}

}  // namespace
}  // namespace certreg::service
