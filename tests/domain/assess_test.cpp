#include "domain/situation.h"

namespace certreg {
namespace {

using support::day;

const Answer& answer(const Part& part, Topic topic) { return part.answers[static_cast<std::size_t>(topic)]; }

std::vector<Code> deciding_codes(const Verdict& verdict) {
  std::vector<Code> codes;
  for (const auto& row : verdict.deciding().answers) codes.push_back(row.reasons.front().code);
  return codes;
}

TEST(Verdict, IsSatisfiedWhenAllSixAnswersAreYes) {
  Situation s;
  const auto verdict = s.verdict();
  EXPECT_EQ(verdict.outcome, Outcome::Satisfied);
  EXPECT_EQ(verdict.reference_version, "reference-for-tests");
  EXPECT_EQ(verdict.deciding().certificate->id.value, "certificate-1-version");
  EXPECT_EQ(verdict.deciding().services, std::vector<std::string>{"Acme Mail"});
  EXPECT_EQ(verdict.deciding().effective_end, day("2028-01-09"));
}

TEST(Verdict, ReasonsCarryTheQuotesOfTheirTopic) {
  Situation s;
  const auto verdict = s.verdict();
  const std::pair<Topic, const char*> rows[] = {{Topic::Standard, "edition"},
                                                {Topic::Holder, "holder"},
                                                {Topic::Scope, "scope"},
                                                {Topic::Dates, "expires"},
                                                {Topic::Issuer, "accreditations[0]"}};
  for (const auto& [topic, field] : rows) {
    const auto& quotes = answer(verdict.deciding(), topic).reasons.front().quotes;
    ASSERT_EQ(quotes.size(), 1U) << to_string(topic);
    EXPECT_EQ(quotes.front().field, field);
  }
  EXPECT_EQ(answer(verdict.deciding(), Topic::Evidence).reasons.front().quotes.size(), 3U);
}

TEST(Verdict, AClaimAloneIsNeverSatisfied) {
  const std::pair<const char*, Code> rows[] = {{"2025-10-31", Code::EditionCurrent},
                                               {"2025-11-01", Code::EditionWithdrawn}};
  for (const auto& [on, standard] : rows) {
    Situation s;
    s.question.on = s.question.today = day(on);
    s.records = {support::record({support::claim("2013")})};
    const std::vector<Code> expected{
        standard,     Code::SameEntity, Code::ScopeUnknown, Code::NoExpiryPrinted, Code::IssuerUnknown,
        Code::Claimed};
    EXPECT_EQ(names_of(deciding_codes(s.verdict())), names_of(expected));
  }
}

TEST(Verdict, AThirdPartysPageIsShownAndNeverCounted) {
  for (auto kind : {ClaimantKind::ThirdParty, ClaimantKind::Unknown}) {
    Situation s;
    s.records = {support::record({support::claim("2022", kind)})};
    const auto verdict = s.verdict();
    EXPECT_EQ(deciding_codes(verdict).front(), Code::NothingFound);
    EXPECT_EQ(verdict.disregarded_claims.size(), 1U);
  }
}

TEST(Verdict, CertificatesShareOutServices) {
  Situation s;
  s.question.services = {"Acme Mail", "Acme Backup", "Acme Drive"};
  auto other = support::certificate("certificate-2");
  other.number = "IS 200";
  other.scope = "Operation of Acme Backup.";
  other.services = {"Acme Backup"};
  s.records.push_back(support::record({other}));
  const auto verdict = s.verdict();
  EXPECT_EQ(verdict.outcome, Outcome::Satisfied);
  ASSERT_EQ(verdict.parts.size(), 2U);
  EXPECT_EQ(verdict.parts[0].services, (std::vector<std::string>{"Acme Mail", "Acme Drive"}));
  EXPECT_EQ(verdict.parts[1].certificate->certificate.value, "certificate-2");
}

TEST(Verdict, NeverSharesOutQuestions) {
  Situation s;
  auto other = support::certificate("certificate-2");
  other.services = {"Acme Backup"};
  other.scope = "";
  s.version().expires = day("2026-01-01");
  s.records.push_back(support::record({other}));
  EXPECT_EQ(s.verdict().outcome, Outcome::Undecided);
}

TEST(Verdict, TheWorstPartDecides) {
  Situation s;
  s.question.services = {"Acme Mail", "Acme Backup"};
  auto other = support::certificate("certificate-2");
  other.scope = "Operation of Acme Backup.";
  other.services = {"Acme Backup"};
  other.document_changed = true;
  s.records.front().issues.front().services_closed = true;
  s.version().pages_held = s.version().pages_stated = 1;
  s.records.push_back(support::record({other}));
  const auto verdict = s.verdict();
  EXPECT_EQ(verdict.outcome, Outcome::Undecided);
  EXPECT_EQ(verdict.deciding().services, std::vector<std::string>{"Acme Backup"});
}

TEST(Verdict, ACurrentCertificateStandsBesideAnExpiredOne) {
  Situation s;
  auto old = support::certificate("certificate-0");
  old.valid_from = old.issued = day("2020-01-01");
  old.expires = day("2022-12-31");
  s.records.insert(s.records.begin(), support::record({old}));
  EXPECT_EQ(s.verdict().outcome, Outcome::Satisfied);
}

TEST(Verdict, AClaimDoesNotHideAnExpiredOrWithdrawnDocument) {
  for (bool withdrawn : {false, true}) {
    Situation s;
    s.version().expires = day(withdrawn ? "2028-01-09" : "2026-03-31");
    if (withdrawn) s.version().statuses = {support::status(CertificateStatus::Withdrawn, "2026-01-01")};
    s.records.push_back(support::record({support::claim()}));
    const auto verdict = s.verdict();
    EXPECT_EQ(verdict.outcome, Outcome::NotSatisfied);
    EXPECT_EQ(verdict.deciding().certificate->evidence, EvidenceLevel::Documented);
    EXPECT_EQ(codes_of(answer(verdict.deciding(), Topic::Evidence)),
              (std::vector{Code::SourcesDisagree, Code::Documented}));
  }
}

TEST(Verdict, ADisagreeingClaimChangesNothingElse) {
  Situation s;
  const auto before = s.verdict();
  auto claim = support::claim("2013");
  claim.expires = day("2020-01-01");
  s.records.push_back(support::record({claim}));
  const auto after = s.verdict();
  for (auto topic : {Topic::Standard, Topic::Holder, Topic::Scope, Topic::Dates, Topic::Issuer}) {
    EXPECT_EQ(codes_of(answer(before.deciding(), topic)), codes_of(answer(after.deciding(), topic)));
  }
  EXPECT_EQ(after.outcome, Outcome::Undecided);
}

TEST(Verdict, AClaimAndADenialLeaveTheMatterOpen) {
  Situation s;
  auto denial = support::claim();
  denial.declared_absent = true;
  denial.certificate = {"claim-2"};
  s.records = {support::record({denial}), support::record({support::claim()})};
  const auto verdict = s.verdict();
  EXPECT_EQ(verdict.outcome, Outcome::Undecided);
  EXPECT_EQ(answer(verdict.deciding(), Topic::Evidence).value, AnswerValue::Unsure);
}

TEST(Verdict, AnExtensionNamesTheParentThatItRestsOn) {
  Situation s;
  s.question.standard = {"iso-iec-27018"};
  s.records.push_back(support::record({support::extension()}));
  const auto verdict = s.verdict();
  EXPECT_EQ(verdict.outcome, Outcome::Satisfied);
  EXPECT_EQ(verdict.deciding().parent->certificate.value, "certificate-1");
}

TEST(Verdict, FarDaysAreAnswered) {
  for (const char* on : {"1900-01-01", "2199-12-31"}) {
    Situation s;
    s.version().first_issued = day("2025-01-10");
    s.question.on = day(on);
    EXPECT_NE(s.verdict().outcome, Outcome::Satisfied) << on;
  }
}

}  // namespace
}  // namespace certreg
