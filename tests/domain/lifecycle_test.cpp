#include "certreg/domain/lifecycle.h"

#include <gtest/gtest.h>

#include "support/certificates.h"

namespace certreg {
namespace {

using support::day;

TEST(Lifecycle, StartsOnItsValidityElseDecisionElseIssue) {
  auto version = support::certificate();
  version.issued = day("2026-09-01");
  version.valid_from = day("2026-11-17");
  EXPECT_EQ(start_of(version), day("2026-11-17"));
  version.valid_from.reset();
  EXPECT_EQ(start_of(version), day("2026-09-01"));
  version.decided = day("2026-08-20");
  EXPECT_EQ(start_of(version), day("2026-08-20"));
}

TEST(Lifecycle, EffectiveEndIsTheEarliestOfAll) {
  const auto reference = support::reference();
  auto version = support::certificate();
  EXPECT_EQ(effective_end(support::record({version}), version, reference), day("2028-01-09"));
  version.edition = "2013";
  EXPECT_EQ(effective_end(support::record({version}), version, reference), day("2025-10-31"));
  version.statuses = {support::status(CertificateStatus::Withdrawn, "2025-06-01")};
  EXPECT_EQ(effective_end(support::record({version}), version, reference), day("2025-05-31"));
  version.expires.reset();
  version.edition.clear();
  version.statuses.clear();
  EXPECT_EQ(effective_end(support::record({version}), version, reference), std::nullopt);
}

TEST(Lifecycle, StandsAsItsDatesAndStatusesSay) {
  const auto reference = support::reference();
  const auto certificate = support::certificate();  // until 2028-01-09
  const auto standing = [&](const CertificateVersion& version, const char* on) {
    const auto found = standing_on(support::record({version}), day(on), reference);
    return found ? std::string(to_string(*found)) : "none";
  };
  auto suspended = certificate, withdrawn = certificate, endless = certificate, absent = certificate,
       part = certificate;
  suspended.statuses = {support::status(CertificateStatus::Suspended, "2026-06-01")};
  withdrawn.statuses = {support::status(CertificateStatus::Withdrawn, "2026-06-01")};
  part.statuses = suspended.statuses;
  part.statuses[0].sites = {"Leeds"};
  endless.expires.reset();
  absent.declared_absent = true;
  auto extension = certificate;
  extension.form = ExtensionForm::Sheet;
  EXPECT_EQ(standing(certificate, "2000-01-01"), "not_yet_valid");
  EXPECT_EQ(standing(certificate, "2026-07-01"), "in_force");
  EXPECT_EQ(standing(certificate, "2028-01-09"), "in_force");
  EXPECT_EQ(standing(certificate, "2028-01-10"), "ended");
  EXPECT_EQ(standing(suspended, "2026-05-31"), "in_force");
  EXPECT_EQ(standing(suspended, "2026-06-01"), "suspended");
  EXPECT_EQ(standing(suspended, "2028-01-10"), "ended");
  EXPECT_EQ(standing(part, "2026-06-01"), "in_force");
  EXPECT_EQ(standing(withdrawn, "2026-06-01"), "ended");
  EXPECT_EQ(standing(endless, "2026-07-01"), "unknown");
  EXPECT_EQ(standing(extension, "2026-07-01"), "unknown");
  EXPECT_EQ(standing(extension, "2028-01-10"), "ended");
  EXPECT_EQ(standing(absent, "2026-07-01"), "none");
  EXPECT_EQ(standing(support::claim(), "2026-07-01"), "unknown");
  EXPECT_EQ(standing(support::claim("2022", ClaimantKind::ThirdParty), "2026-07-01"), "none");
}

TEST(Lifecycle, IsRestorableForSixMonthsUnlessWithdrawnOrItsEditionEnds) {
  const auto reference = support::reference();
  auto version = support::certificate();
  version.expires = day("2026-08-31");
  EXPECT_EQ(restorable_until(support::record({version}), version, reference), day("2027-02-28"));
  auto withdrawn = version;
  withdrawn.statuses = {support::status(CertificateStatus::Withdrawn, "2026-09-15")};
  EXPECT_EQ(restorable_until(support::record({withdrawn}), withdrawn, reference), std::nullopt);
  auto old = version;
  old.edition = "2013";
  EXPECT_EQ(restorable_until(support::record({old}), old, reference), std::nullopt);
  old.expires = day("2025-08-31");
  EXPECT_EQ(restorable_until(support::record({old}), old, reference), day("2025-10-31"));
}

TEST(Lifecycle, AGapBetweenCyclesIsALapse) {
  auto version = support::certificate();
  version.previous_expiry = day("2023-11-16");
  version.valid_from = day("2023-11-22");
  const auto lapse = lapse_of(version);
  ASSERT_TRUE(lapse);
  EXPECT_EQ(lapse->from, day("2023-11-17"));
  EXPECT_EQ(lapse->until, day("2023-11-21"));
  version.valid_from = day("2023-11-17");
  EXPECT_FALSE(lapse_of(version));
  version.valid_from = day("2023-10-01");
  EXPECT_FALSE(lapse_of(version));
  version.previous_expiry.reset();
  EXPECT_FALSE(lapse_of(version));
}

TEST(Lifecycle, AReissueInMidCycleIsNoLapse) {
  auto version = support::certificate();
  version.valid_from.reset();
  version.previous_expiry = day("2023-11-16");
  version.issued = day("2024-05-17");
  EXPECT_FALSE(lapse_of(version));
  version.issued = day("2024-05-16");
  EXPECT_TRUE(lapse_of(version));
}

TEST(Lifecycle, ContradictionsAreNamed) {
  const struct {
    const char *first_issued, *issued, *valid_from, *expires;
    std::size_t count;
  } rows[] = {{"2019-01-10", "2025-01-10", "2025-01-10", "2028-01-09", 0},
              {"", "2025-01-10", "", "2025-01-09", 1},
              {"2025-01-11", "2025-01-10", "", "2028-01-09", 1},
              {"", "2025-01-10", "", "2028-07-10", 0},
              {"", "2025-01-10", "", "2028-07-11", 1},
              {"", "2025-01-10", "2025-06-01", "2025-05-31", 1},
              {"2026-01-01", "2025-01-10", "", "2024-01-09", 2},
              {"", "", "", "", 0}};
  for (const auto& row : rows) {
    CertificateVersion version;
    version.first_issued = Date::parse(row.first_issued);
    version.issued = Date::parse(row.issued);
    version.valid_from = Date::parse(row.valid_from);
    version.expires = Date::parse(row.expires);
    EXPECT_EQ(date_contradictions(version).size(), row.count) << row.issued << ' ' << row.expires;
  }
}

TEST(Lifecycle, SurveillanceFallsInEachYearButRecertificationYears) {
  auto version = support::certificate();
  version.first_issued = day("2025-01-10");
  const struct {
    const char *on, *from, *until;
  } rows[] = {{"2024-06-01", "2025-01-10", "2026-01-10"},
              {"2026-01-10", "2025-01-10", "2026-01-10"},
              {"2026-01-11", "2027-01-01", "2027-12-31"},
              {"2027-12-31", "2027-01-01", "2027-12-31"}};
  for (const auto& row : rows) {
    const auto window = surveillance_window(version, day(row.on));
    ASSERT_TRUE(window) << row.on;
    EXPECT_EQ(window->from, day(row.from)) << row.on;
    EXPECT_EQ(window->until, day(row.until)) << row.on;
  }
  EXPECT_FALSE(surveillance_window(version, day("2028-01-01")));
}

TEST(Lifecycle, AReissueRestartsNoSurveillance) {
  auto version = support::certificate();
  version.first_issued = day("2022-01-10");
  version.issued = version.valid_from = day("2026-03-01");
  EXPECT_EQ(surveillance_window(version, day("2026-04-01"))->from, day("2026-01-01"));
}

TEST(Lifecycle, NoSurveillanceWithoutTheInitialDecision) {
  auto version = support::certificate();
  EXPECT_FALSE(surveillance_window(version, day("2026-01-01")));
  version.decided = day("2025-01-10");
  EXPECT_TRUE(surveillance_window(version, day("2026-01-01")));
  version.previous_expiry = day("2025-01-09");
  EXPECT_FALSE(surveillance_window(version, day("2026-01-01")));
}

}  // namespace
}  // namespace certreg
