#include "certreg/domain/timeline.h"

#include <gtest/gtest.h>

#include "support/certificates.h"

namespace certreg {
namespace {

using support::day;

std::string drawn(const std::vector<CertificateRecord>& records) {
  constexpr std::string_view kKinds[] = {"in force", "suspended", "gap", "window"};
  std::string text;
  for (const auto& row : timeline_of(records, support::reference(), day("2026-06-01")).rows) {
    text += row.label + ":";
    for (const auto& span : row.spans)
      text += " " + std::string(kKinds[static_cast<std::size_t>(span.kind)]) + " " + span.from.to_string() +
              " to " + span.until.to_string();
    text += "\n";
  }
  return text;
}

TEST(Timeline, DrawsIssuesAndTheGapsBetweenThem) {
  auto next = support::certificate();
  next.id = {"certificate-1-next"};
  next.issued = next.valid_from = day("2028-03-01");
  next.expires = day("2031-02-28");
  EXPECT_EQ(drawn({support::record({support::certificate(), next})}),
            "ISO/IEC 27001, IS 100 (Good Certification Limited): in force 2025-01-10 to 2028-01-09 gap "
            "2028-01-10 to "
            "2028-02-29 in force 2028-03-01 to 2031-02-28\n");
}

TEST(Timeline, ASuspensionIsDrawnOverTheBar) {
  auto version = support::certificate();
  version.statuses = {support::status(CertificateStatus::Suspended, "2026-05-01")};
  version.statuses.front().until = day("2026-05-31");
  EXPECT_NE(drawn({support::record({version})}).find("suspended 2026-05-01 to 2026-05-31"),
            std::string::npos);
}

TEST(Timeline, AWithdrawalEndsTheBar) {
  auto version = support::certificate();
  version.statuses = {support::status(CertificateStatus::Withdrawn, "2026-05-01")};
  EXPECT_NE(drawn({support::record({version})}).find("in force 2025-01-10 to 2026-04-30"), std::string::npos);
}

TEST(Timeline, AnExtensionEndsWithWhatItExtends) {
  auto parent = support::certificate();
  parent.expires = day("2026-12-31");
  const auto both = drawn({support::record({parent}), support::record({support::extension()})});
  EXPECT_NE(both.find("PII 100 (Good Certification Limited): in force 2025-01-10 to 2026-12-31"),
            std::string::npos)
      << both;
  const auto alone = drawn({support::record({support::extension()})});
  EXPECT_NE(alone.find("extends a certificate that is not known"), std::string::npos) << alone;
}

TEST(Timeline, AClaimIsCalledOne) {
  auto claim = support::certificate();
  claim.evidence = EvidenceLevel::Claimed;
  EXPECT_NE(drawn({support::record({claim})}).find(", claimed:"), std::string::npos);
}

}  // namespace
}  // namespace certreg
