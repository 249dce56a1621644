#include "certreg/domain/alert_ladder.h"

#include <gtest/gtest.h>

#include "certreg/domain/digest.h"
#include "certreg/domain/retry.h"
#include "support/certificates.h"

namespace certreg {
namespace {

using support::at;
using support::day;

Finding expiring(std::string_view end) {
  Finding finding;
  finding.rule = FindingRule::Expiring;
  finding.standard = {"iso-iec-27001"};
  finding.certificate = CertificateId{"certificate-1"};
  finding.due = day(end);
  return finding;
}

Finding lapsed(std::string_view since) {
  auto finding = expiring(since);
  finding.rule = FindingRule::Lapsed;
  finding.severity = Severity::High;
  finding.since = day(since);
  finding.due.reset();
  return finding;
}

std::string due(const Finding& finding, std::string_view on, std::optional<Date> valid_from = {},
                const Tier& tier = {}) {
  std::string ids;
  for (const auto& rung : rungs_due({tier, finding, day("2026-01-01"), valid_from}, day(on)))
    ids += rung.id + " ";
  return ids;
}

TEST(AlertLadder, RungsComeDueOneAfterAnother) {
  EXPECT_EQ(due(expiring("2026-12-31"), "2026-07-03"), "");
  EXPECT_EQ(due(expiring("2026-12-31"), "2026-07-04"), "180 ");
  EXPECT_EQ(due(expiring("2026-12-31"), "2026-10-02"), "90 180 ");
  EXPECT_EQ(due(expiring("2026-12-31"), "2026-12-31"), "0 7 30 60 90 180 ");
}

TEST(AlertLadder, AfterTheEndTheLatestRepeatIsDue) {
  EXPECT_EQ(due(lapsed("2027-01-01"), "2027-01-06"), "0 7 30 60 90 180 ");
  EXPECT_EQ(due(lapsed("2027-01-01"), "2027-01-07").substr(0, 3), "-7 ");
  EXPECT_EQ(due(lapsed("2027-01-01"), "2027-01-22").substr(0, 4), "-21 ");
  EXPECT_EQ(due(lapsed("2027-01-01"), "2027-01-22", {}, {.repeat_days = 0}).substr(0, 2), "0 ");
}

TEST(AlertLadder, RungsLongerThanAQuarterOfTheValidityAreLeftOut) {
  EXPECT_EQ(due(expiring("2026-12-31"), "2026-12-31", day("2026-01-01")), "0 7 30 60 90 ");
  EXPECT_EQ(due(expiring("2026-12-31"), "2026-12-31", day("2026-12-01")), "0 7 ");
  EXPECT_EQ(due(expiring("2026-12-31"), "2026-12-31", day("2024-01-01")), "0 7 30 60 90 180 ");
}

TEST(AlertLadder, OtherFindingsAreToldOnceAndTheGraveAgain) {
  Finding finding;
  finding.rule = FindingRule::OutOfScope;
  finding.severity = Severity::Medium;
  EXPECT_EQ(due(finding, "2026-01-01"), "opened ");
  EXPECT_EQ(due(finding, "2026-02-01"), "opened ");
  finding.severity = Severity::High;
  EXPECT_EQ(due(finding, "2026-01-20"), "opened+14 opened ");
  finding.rule = FindingRule::ReviewOverdue;
  EXPECT_EQ(due(finding, "2026-01-20"), "opened ");
  finding.rule = FindingRule::Suspended;
  finding.severity = Severity::Low;
  EXPECT_EQ(due(finding, "2026-01-08"), "opened+7 opened ");
}

TEST(AlertLadder, OneEndIsOneMatterAndTheNextAnother) {
  const auto open = day("2026-01-01");
  EXPECT_EQ(matter_of(expiring("2026-12-31"), open), matter_of(lapsed("2027-01-01"), day("2027-01-01")));
  EXPECT_NE(matter_of(expiring("2026-12-31"), open), matter_of(expiring("2029-12-31"), open));
  Finding finding;
  finding.rule = FindingRule::OutOfScope;
  EXPECT_NE(matter_of(finding, open), matter_of(finding, day("2026-02-01")));
}

struct Slot {
  DigestRhythm rhythm;
  const char* zone;
  const char* now;
  const char* expected;
};

TEST(Digest, TheLastSlotIsOfTheRecipientsDay) {
  for (const auto& [rhythm, zone, now, expected] :
       {Slot{DigestRhythm::Daily, "UTC", "2026-06-01T12:00:00Z", "2026-06-01T07:00:00Z"},
        Slot{DigestRhythm::Daily, "UTC", "2026-06-01T06:59:59Z", "2026-05-31T07:00:00Z"},
        Slot{DigestRhythm::Daily, "Europe/Berlin", "2026-06-01T05:00:00Z", "2026-06-01T05:00:00Z"},
        Slot{DigestRhythm::Daily, "Europe/Berlin", "2026-12-01T05:30:00Z", "2026-11-30T06:00:00Z"},
        Slot{DigestRhythm::Daily, "Pacific/Auckland", "2026-06-01T20:00:00Z", "2026-06-01T19:00:00Z"},
        Slot{DigestRhythm::Weekly, "UTC", "2026-06-03T12:00:00Z", "2026-06-01T07:00:00Z"},
        Slot{DigestRhythm::Weekly, "UTC", "2026-06-01T06:00:00Z", "2026-05-25T07:00:00Z"}}) {
    const MailPreference preference{.rhythm = rhythm, .time_zone = zone};
    EXPECT_EQ(last_slot(preference, at(now)).value(), at(expected)) << zone << " " << now;
  }
  EXPECT_FALSE(last_slot({.rhythm = DigestRhythm::Off}, at("2026-06-01T12:00:00Z")));
  EXPECT_TRUE(is_time_zone("Europe/Berlin"));
  EXPECT_FALSE(is_time_zone("Europe/Atlantis"));
}

TEST(Digest, OneASlot) {
  const MailPreference daily;
  const auto now = at("2026-06-01T12:00:00Z");
  EXPECT_TRUE(is_digest_due(daily, {}, now));
  EXPECT_TRUE(is_digest_due(daily, at("2026-05-31T12:00:00Z"), now));
  EXPECT_FALSE(is_digest_due(daily, at("2026-06-01T07:00:01Z"), now));
}

TEST(Retry, PausesGrowAndEnd) {
  const auto first = at("2026-06-01T00:00:00Z");
  EXPECT_EQ(next_attempt(1, first, first, std::chrono::hours(168)).value(), first + std::chrono::minutes(1));
  EXPECT_EQ(next_attempt(4, first, first, std::chrono::hours(168)).value(), first + std::chrono::hours(2));
  EXPECT_EQ(next_attempt(99, first, first, std::chrono::hours(168)).value(), first + std::chrono::hours(12));
  EXPECT_FALSE(next_attempt(20, first, first + std::chrono::hours(160), std::chrono::hours(168)));
}

}  // namespace
}  // namespace certreg
