// Rules that keep a wrong yes away, each as one situation that once came out too well.
#include "domain/situation.h"

namespace certreg {
namespace {

using support::day;

Check check(CheckResult result, const char* on) {
  Check row{.checked_on = day(on)};
  row.certificate = {"certificate-1"};
  row.register_name = "a public register";
  row.source = StatusSource::PublicRegister;
  row.result = result;
  return row;
}

std::string outcome_of(const Situation& situation) {
  return std::string(to_string(situation.verdict().outcome));
}

TEST(Careful, AnOlderActiveCheckDoesNotLiftALaterExpiredOne) {
  Situation s;
  s.records.front().checks = {check(CheckResult::Expired, "2026-05-01"),
                              check(CheckResult::Active, "2026-02-01")};
  EXPECT_EQ(outcome_of(s), "not_satisfied");
  s.records.front().checks = {check(CheckResult::Expired, "2026-02-01"),
                              check(CheckResult::Active, "2026-05-01")};
  EXPECT_EQ(outcome_of(s), "satisfied");
}

TEST(Careful, APersonsCorrectionOfTheLatestIssueIsNotPassedOverForAnOlderDocument) {
  Situation s;
  auto corrected = s.version();
  corrected.id = {"corrected"};
  corrected.issued = corrected.valid_from = day("2026-01-10");
  corrected.evidence = EvidenceLevel::Claimed;
  corrected.services.clear();
  corrected.scope = "Development only.";
  corrected.exclusions = {"Acme Mail"};
  s.records.front().issues.push_back(corrected);
  EXPECT_EQ(outcome_of(s), "not_satisfied");
}

TEST(Careful, AClaimNeverDecidesWhereADocumentIsHeld) {
  Situation s;
  s.version().services = {"Acme Drive"};
  s.version().scope = "Development of Acme Drive.";
  s.version().exclusions = {"Acme Mail"};
  auto claim = support::claim();
  claim.services = {"Acme Mail"};
  s.records.push_back(support::record({claim}));
  EXPECT_EQ(outcome_of(s), "not_satisfied");
}

TEST(Careful, ScopeTextThatLeavesSomethingOutOrNamesAKindNamesNoService) {
  const std::pair<const char*, const char*> rows[] = {
      {"All products and others, apart from Acme Mail.", "Acme Mail"},
      {"Operation of systems limited to Acme Drive; no Acme Mail.", "Acme Mail"},
      {"Development and operation of cloud services.", "cloud services"},
  };
  for (const auto& [scope, service] : rows) {
    Situation s;
    s.version().services.clear();
    s.version().scope = scope;
    s.question.services = {service};
    EXPECT_EQ(outcome_of(s), "undecided") << scope;
  }
}

TEST(Careful, AllServicesWithAnExceptionAreNotAllServices) {
  Situation s;
  s.version().services.clear();
  s.version().all_services = true;
  s.version().scope = "All services of the holder except legacy hosting.";
  EXPECT_EQ(outcome_of(s), "undecided");
  s.version().scope = "All services of the holder.";
  EXPECT_EQ(outcome_of(s), "satisfied");
}

TEST(Careful, AnExtensionWithTwoPossibleParentsHasNone) {
  Situation s;
  auto child = support::certificate("child");
  child.standard = {"iso-iec-27017"};
  child.edition = "2015";
  child.number = "CLOUD 1";
  child.form = ExtensionForm::Sheet;
  auto other = support::certificate("certificate-2");
  other.number = "IS 200";
  s.question.standard = {"iso-iec-27017"};
  s.records = {support::record({support::certificate()}), support::record({child})};
  EXPECT_EQ(outcome_of(s), "satisfied");
  s.records.push_back(support::record({other}));
  EXPECT_EQ(outcome_of(s), "undecided");
}

}  // namespace
}  // namespace certreg
