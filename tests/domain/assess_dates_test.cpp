#include "domain/situation.h"

namespace certreg {
namespace {

using support::day;
using support::status;

void ask_on(Situation& s, const char* on) { s.question.on = day(on); }

void ask_now(Situation& s, const char* on) { s.question.on = s.question.today = day(on); }

// A second issue of the same certificate, valid from `from` to `until`.
CertificateVersion& add_issue(Situation& s, const char* from, const char* until) {
  auto issue = s.version();
  issue.issued = issue.valid_from = day(from);
  issue.expires = day(until);
  s.records.front().issues.push_back(issue);
  return s.records.front().issues.back();
}

StatusInterval suspended(const char* from, StatusSource source = StatusSource::Issuer) {
  return status(CertificateStatus::Suspended, from, source);
}

void ask_extension(Situation& s) {
  s.question.standard = {"iso-iec-27018"};
  s.records.push_back(support::record({support::extension()}));
}

void outlive_parent(Situation& s) {
  ask_extension(s);
  s.version().expires = day("2026-03-31");
}

std::vector<Row> end_rows() {
  using enum Code;
  return {
      {"in force", [](Situation&) {}, kYes, {InForce}},
      {"its first day", [](Situation& s) { ask_on(s, "2025-01-10"); }, kYes, {InForce}},
      {"the day before", [](Situation& s) { ask_on(s, "2025-01-09"); }, kNo, {NotYetValid}},
      {"long before", [](Situation& s) { ask_on(s, "1900-01-01"); }, kNo, {NotYetValid}},
      {"a cycle too early, without a start",
       [](Situation& s) {
         s.version().issued.reset();
         s.version().valid_from.reset();
         ask_on(s, "2024-07-08");
       },
       kNo,
       {NotYetValid}},
      {"its last day", [](Situation& s) { ask_now(s, "2028-01-09"); }, kYes, {InForce, Expiring}},
      {"ninety days before its end",
       [](Situation& s) { ask_now(s, "2027-10-11"); },
       kYes,
       {InForce, Expiring}},
      {"ninety-one days before its end", [](Situation& s) { ask_now(s, "2027-10-10"); }, kYes, {InForce}},
      {"the day after its end",
       [](Situation& s) { ask_now(s, "2028-01-10"); },
       kNo,
       {Expired, RestorableUntil}},
      {"six months after", [](Situation& s) { ask_now(s, "2028-07-09"); }, kNo, {Expired, RestorableUntil}},
      {"more than six months after", [](Situation& s) { ask_now(s, "2028-07-10"); }, kNo, {Expired}},
      {"far in the future", [](Situation& s) { ask_on(s, "2199-12-31"); }, kUnsure, {NotYetRenewed}},
      {"a future day after its end", [](Situation& s) { ask_on(s, "2028-01-10"); }, kUnsure, {NotYetRenewed}},
      {"recertification due",
       [](Situation& s) {
         s.version().expiry_kind = ExpiryKind::RecertificationDue;
         ask_now(s, "2027-12-01");
       },
       kYes,
       {InForce, Expiring, RecertificationDue}},
      {"surveillance",
       [](Situation& s) {
         s.version().first_issued = day("2025-01-10");
         ask_now(s, "2027-01-15");
       },
       kYes,
       {InForce, SurveillanceWindow}},
      {"no expiry", [](Situation& s) { s.version().expires.reset(); }, kUnsure, {NoExpiryPrinted}},
      {"expiry before issue",
       [](Situation& s) { s.version().issued = day("2028-02-01"); },
       kUnsure,
       {DatesContradict}},
      {"a cycle too long",
       [](Situation& s) { s.version().expires = day("2028-07-11"); },
       kUnsure,
       {DatesContradict}},
      {"found expired",
       [](Situation& s) { s.records.front().checks = {support::check(CheckResult::Expired, "2026-06-01")}; },
       kNo,
       {Expired}},
      {"found expired later than asked",
       [](Situation& s) { s.records.front().checks = {support::check(CheckResult::Expired, "2026-06-02")}; },
       kYes,
       {InForce, Expiring}},
      {"not found says nothing",
       [](Situation& s) {
         s.records.front().checks = {support::check(CheckResult::NotFound, "2026-05-01"),
                                     support::check(CheckResult::SourceFailed, "2026-05-02")};
       },
       kYes,
       {InForce}},
  };
}

std::vector<Row> status_rows() {
  using enum Code;
  return {
      {"suspended from its first day",
       [](Situation& s) { s.version().statuses = {suspended("2026-06-01")}; },
       kNo,
       {Suspended}},
      {"the day before a suspension",
       [](Situation& s) { s.version().statuses = {suspended("2026-06-02")}; },
       kYes,
       {InForce}},
      {"the last day of a suspension",
       [](Situation& s) {
         s.version().statuses = {suspended("2026-03-01")};
         s.version().statuses[0].until = day("2026-06-01");
       },
       kNo,
       {Suspended}},
      {"the day after a suspension",
       [](Situation& s) {
         s.version().statuses = {suspended("2026-03-01")};
         s.version().statuses[0].until = day("2026-05-31");
       },
       kYes,
       {InForce}},
      {"lifted by the issuer",
       [](Situation& s) {
         s.version().statuses = {suspended("2026-03-01"), status(CertificateStatus::Active, "2026-05-01")};
       },
       kYes,
       {InForce}},
      {"not lifted by the supplier",
       [](Situation& s) {
         s.version().statuses = {suspended("2026-03-01"),
                                 status(CertificateStatus::Active, "2026-05-01", StatusSource::Supplier)};
       },
       kNo,
       {Suspended}},
      {"not ended by the supplier",
       [](Situation& s) {
         auto ended = suspended("2026-03-01", StatusSource::Supplier);
         ended.until = day("2026-04-01");
         s.version().statuses = {suspended("2026-03-01"), ended};
       },
       kNo,
       {Suspended}},
      {"ended by the issuer's later word",
       [](Situation& s) {
         auto ended = suspended("2026-03-01");
         ended.until = day("2026-04-01");
         s.version().statuses = {suspended("2026-03-01"), ended};
       },
       kYes,
       {InForce}},
      {"not lifted by a new issue",
       [](Situation& s) {
         s.version().statuses = {suspended("2026-03-01")};
         add_issue(s, "2026-04-01", "2028-01-09").statuses.clear();
       },
       kNo,
       {Suspended}},
      {"lifted by a register's check",
       [](Situation& s) {
         s.version().statuses = {suspended("2026-03-01")};
         s.records.front().checks = {support::check(CheckResult::Active, "2026-05-01")};
       },
       kYes,
       {InForce}},
      {"suspended after a check",
       [](Situation& s) {
         s.records.front().checks = {support::check(CheckResult::Suspended, "2026-05-01")};
       },
       kNo,
       {Suspended}},
      {"another site is suspended",
       [](Situation& s) {
         s.version().statuses = {suspended("2026-03-01")};
         s.version().statuses[0].sites = {"Paris"};
         s.question.site = "Dublin";
       },
       kYes,
       {InForce}},
      {"the asked site is suspended",
       [](Situation& s) {
         s.version().statuses = {suspended("2026-03-01")};
         s.version().statuses[0].sites = {"Paris"};
         s.question.site = "PARIS";
       },
       kNo,
       {Suspended}},
      {"the asked service is suspended",
       [](Situation& s) {
         s.version().statuses = {suspended("2026-03-01")};
         s.version().statuses[0].services = {"Acme Mail"};
       },
       kNo,
       {Suspended}},
      {"withdrawn",
       [](Situation& s) { s.version().statuses = {status(CertificateStatus::Withdrawn, "2026-06-01")}; },
       kNo,
       {Withdrawn}},
      {"withdrawn and past its end",
       [](Situation& s) {
         s.version().statuses = {status(CertificateStatus::Withdrawn, "2026-06-01")};
         ask_now(s, "2028-02-01");
       },
       kNo,
       {Withdrawn, Expired}},
      {"withdrawn, said a third party",
       [](Situation& s) {
         auto gossip = support::claim("2022", ClaimantKind::ThirdParty);
         gossip.statuses = {status(CertificateStatus::Withdrawn, "2026-01-01")};
         s.records.front().issues.push_back(gossip);
       },
       kYes,
       {InForce}},
  };
}

std::vector<Row> issue_rows() {
  using enum Code;
  return {
      {"a later issue replaces from its start",
       [](Situation& s) {
         s.version().expires = day("2026-05-31");
         add_issue(s, "2026-06-01", "2029-05-31");
       },
       kYes,
       {InForce}},
      {"the earlier issue on an earlier day",
       [](Situation& s) {
         s.version().expires = day("2026-05-31");
         add_issue(s, "2026-06-01", "2029-05-31");
         ask_on(s, "2026-05-31");
       },
       kYes,
       {InForce, Expiring}},
      {"between two issues",
       [](Situation& s) {
         s.version().expires = day("2026-02-28");
         add_issue(s, "2026-05-01", "2029-04-30");
         ask_on(s, "2026-04-30");
       },
       kNo,
       {LapsedThen}},
      {"a cycle between two issues that is not held",
       [](Situation& s) {
         s.version().expires = day("2026-02-28");
         add_issue(s, "2026-05-01", "2029-04-30").previous_expiry = day("2026-04-30");
         ask_on(s, "2026-04-30");
       },
       kNo,
       {Expired, RestorableUntil}},
      {"a lapse that only the last cycle's expiry shows",
       [](Situation& s) {
         s.version().previous_expiry = day("2024-12-31");
         ask_on(s, "2025-01-01");
       },
       kNo,
       {LapsedThen}},
      {"the last day of the cycle before",
       [](Situation& s) {
         s.version().previous_expiry = day("2024-12-31");
         ask_on(s, "2024-12-31");
       },
       kNo,
       {NotYetValid}},
      {"a claim is no newer issue",
       [](Situation& s) {
         s.version().expires = day("2026-05-31");
         auto next = support::claim();
         next.valid_from = day("2026-06-01");
         next.expires = day("2029-05-31");
         s.records.front().issues.push_back(next);
       },
       kNo,
       {Expired, RestorableUntil}},
  };
}

std::vector<Row> extension_rows() {
  using enum Code;
  return {
      {"extension", ask_extension, kYes, {InForce}},
      {"extension without an end of its own",
       [](Situation& s) {
         ask_extension(s);
         s.records.back().issues.front().expires.reset();
       },
       kYes,
       {InForce}},
      {"the parent is suspended",
       [](Situation& s) {
         ask_extension(s);
         s.version().statuses = {suspended("2026-03-01")};
       },
       kNo,
       {Suspended}},
      {"the parent has not begun",
       [](Situation& s) {
         ask_extension(s);
         s.version().valid_from = day("2026-07-01");
       },
       kNo,
       {NotYetValid}},
      {"the parent prints no end",
       [](Situation& s) {
         ask_extension(s);
         s.version().expires.reset();
       },
       kUnsure,
       {NoExpiryPrinted}},
      {"it outlives the parent's issue", outlive_parent, kUnsure, {NotYetRenewed}},
  };
}

}  // namespace

std::vector<Row> dates_rows() {
  auto rows = end_rows();
  for (const auto& more : {status_rows(), issue_rows(), extension_rows()})
    rows.insert(rows.end(), more.begin(), more.end());
  return rows;
}

TEST(Assess, Dates) { expect_answers(Topic::Dates, dates_rows()); }

TEST(Assess, EffectiveEndIsTheEarliest) {
  Situation s;
  outlive_parent(s);
  EXPECT_EQ(s.verdict().deciding().effective_end, day("2026-03-31"));
  s.version().statuses = {status(CertificateStatus::Withdrawn, "2026-02-01")};
  EXPECT_EQ(s.verdict().deciding().effective_end, day("2026-01-31"));
}

TEST(Assess, SurveillanceIsACalendarNote) {
  Situation s;
  EXPECT_TRUE(s.verdict().deciding().calendar.empty());
  s.version().first_issued = day("2025-01-10");
  const auto verdict = s.verdict();
  ASSERT_EQ(verdict.deciding().calendar.size(), 1U);
  EXPECT_EQ(verdict.deciding().calendar[0].from, day("2027-01-01"));
}

}  // namespace certreg
