#include "domain/situation.h"

namespace certreg {
namespace {

using support::day;

void check(Situation& s, CheckResult result, const char* on,
           StatusSource source = StatusSource::PublicRegister) {
  s.records.front().checks.push_back(support::check(result, on, source));
}

CertificateVersion& add_claim(Situation& s) {
  s.records.push_back(support::record({support::claim()}));
  return s.records.back().issues.front();
}

void ask_extension(Situation& s) {
  s.question.standard = {"iso-iec-27018"};
  s.records.push_back(support::record({support::extension()}));
}

}  // namespace

std::vector<Row> evidence_rows() {
  using enum Code;
  return {
      {"documented", [](Situation&) {}, kYes, {Documented}},
      {"signed by the issuer",
       [](Situation& s) { s.version().signature = SignatureState::SignedByIssuer; },
       kYes,
       {Signed}},
      {"signed by somebody else",
       [](Situation& s) { s.version().signature = SignatureState::SignedByOther; },
       kYes,
       {Documented}},
      {"broken signature",
       [](Situation& s) { s.version().signature = SignatureState::Broken; },
       kNo,
       {SignatureBroken, Documented}},
      {"registered",
       [](Situation& s) { s.version().evidence = EvidenceLevel::Registered; },
       kYes,
       {Registered}},
      {"checked", [](Situation& s) { check(s, CheckResult::Active, "2026-05-15"); }, kYes, {Registered}},
      {"checked with the supplier",
       [](Situation& s) { check(s, CheckResult::Active, "2026-05-15", StatusSource::Supplier); },
       kYes,
       {Documented}},
      {"checked too long ago",
       [](Situation& s) { check(s, CheckResult::Active, "2025-05-31"); },
       kYes,
       {Documented}},
      {"checked after the asked day",
       [](Situation& s) { check(s, CheckResult::Active, "2026-06-02"); },
       kYes,
       {Documented}},
      {"a later check says otherwise",
       [](Situation& s) {
         check(s, CheckResult::Active, "2026-05-01");
         check(s, CheckResult::Suspended, "2026-05-02");
       },
       kYes,
       {Documented}},
      {"a later check that found nothing changes nothing",
       [](Situation& s) {
         check(s, CheckResult::Active, "2026-05-01");
         check(s, CheckResult::NotFound, "2026-05-02");
       },
       kYes,
       {Registered}},
      {"claimed",
       [](Situation& s) { s.records = {support::record({support::claim()})}; },
       kUnsure,
       {Claimed}},
      {"a check does not turn a claim into a document",
       [](Situation& s) {
         s.records = {support::record({support::claim()})};
         check(s, CheckResult::Active, "2026-05-01");
       },
       kUnsure,
       {Claimed}},
      {"last seen 365 days ago",
       [](Situation& s) { s.version().recorded_at = support::at("2025-06-01"); },
       kYes,
       {Documented}},
      {"last seen 366 days ago",
       [](Situation& s) { s.version().recorded_at = support::at("2025-05-31"); },
       kUnsure,
       {Stale, Documented}},
      {"seen again",
       [](Situation& s) {
         s.version().recorded_at = support::at("2025-01-31");
         s.version().last_confirmed = support::at("2026-05-31T10:00:00Z");
       },
       kYes,
       {Documented}},
      {"a future day is judged by today",
       [](Situation& s) {
         s.version().recorded_at = support::at("2025-06-01");
         s.question.on = day("2027-06-01");
       },
       kYes,
       {Documented}},
      {"changed",
       [](Situation& s) { s.version().document_changed = true; },
       kUnsure,
       {DocumentChanged, Documented}},
      {"a claim of another edition",
       [](Situation& s) { add_claim(s).edition = "2013"; },
       kUnsure,
       {SourcesDisagree, Documented}},
      {"a claim of another expiry",
       [](Situation& s) { add_claim(s).expires = day("2029-01-01"); },
       kUnsure,
       {SourcesDisagree, Documented}},
      {"a claim of another number",
       [](Situation& s) { add_claim(s).number = "IS 999"; },
       kUnsure,
       {SourcesDisagree, Documented}},
      {"a claim of another body",
       [](Situation& s) { add_claim(s).issuer = CertificationBodyId{"silent-cert"}; },
       kUnsure,
       {SourcesDisagree, Documented}},
      {"a claim of another day of issue",
       [](Situation& s) { add_claim(s).issued = day("2024-01-02"); },
       kUnsure,
       {SourcesDisagree, Documented}},
      {"a claim of the day from which it counts",
       [](Situation& s) {
         s.version().valid_from = day("2024-12-24");
         add_claim(s).issued = day("2024-12-24");
       },
       kYes,
       {Documented}},
      {"a claim of another first issue",
       [](Situation& s) {
         s.version().first_issued = day("2019-01-02");
         add_claim(s).first_issued = day("2018-01-02");
       },
       kUnsure,
       {SourcesDisagree, Documented}},
      {"a denial",
       [](Situation& s) { add_claim(s).declared_absent = true; },
       kUnsure,
       {SourcesDisagree, Documented}},
      {"a claim that says less", [](Situation& s) { add_claim(s).number = "is-100"; }, kYes, {Documented}},
      {"a claim about another certificate that is held",
       [](Situation& s) {
         auto other = support::certificate("certificate-2");
         other.number = "IS 200";
         other.services = {"Acme Drive"};
         other.scope = "";
         s.records.push_back(support::record({other}));
         add_claim(s).number = "IS 200";
       },
       kYes,
       {Documented}},
      {"a third party's page",
       [](Situation& s) {
         auto& claim = add_claim(s);
         claim.claimant->kind = ClaimantKind::ThirdParty;
         claim.expires = day("2020-01-01");
       },
       kYes,
       {Documented}},
      {"the weakest of the two",
       [](Situation& s) {
         ask_extension(s);
         s.version().evidence = EvidenceLevel::Claimed;
       },
       kUnsure,
       {Claimed}},
      {"the parent is stale",
       [](Situation& s) {
         ask_extension(s);
         s.version().recorded_at = support::at("2024-01-01");
       },
       kUnsure,
       {Stale, Documented}},
  };
}

TEST(Assess, Evidence) { expect_answers(Topic::Evidence, evidence_rows()); }

TEST(Assess, WhatAPageAndACertificateStateDifferentlyIsShownFieldByField) {
  Situation s;
  s.version().edition = "2022";
  s.version().expires = day("2028-01-09");
  auto& claim = add_claim(s);
  claim.edition = "2013";
  claim.expires = day("2029-01-01");
  claim.quotes = {{.field = "standard", .text = "certified"},
                  {.field = "edition", .text = "ISO 27001:2013"},
                  {.field = "expires", .text = "valid until 1 January 2029"}};
  const auto verdict = s.verdict();
  const auto& reason = verdict.deciding().answers[5].reasons.front();
  EXPECT_EQ(to_string(reason.code), "sources_disagree");
  EXPECT_NE(
      reason.detail.find("claims edition 2013 where the certificate says 2022, expiry 2029-01-01 where the "
                         "certificate says 2028-01-09."),
      std::string::npos)
      << reason.detail;
  ASSERT_GE(reason.quotes.size(), 2U);
  EXPECT_EQ(reason.quotes[0].text, "ISO 27001:2013");
  EXPECT_EQ(reason.quotes[1].text, "valid until 1 January 2029");
}

TEST(Assess, ALookUpWithoutResultIsToldButCountsForNothing) {
  Situation s;
  check(s, CheckResult::NotFound, "2026-05-01");
  const auto verdict = s.verdict();
  EXPECT_EQ(verdict.outcome, Outcome::Satisfied);
  EXPECT_NE(verdict.deciding().answers[5].reasons.front().detail.find("did not find it"), std::string::npos);
}

}  // namespace certreg
