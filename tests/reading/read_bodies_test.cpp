// Who issued it.
#include <gtest/gtest.h>

#include "certreg/reading/read_certificate.h"
#include "reading/lines.h"

namespace certreg::reading {
namespace {

Draft read(const std::vector<Placed>& lines, const Reference& reference = world()) {
  const Text text = text_of(lines);
  const Sheet sheet(text, labels(), reference);
  Draft draft;
  read_bodies(sheet, draft);
  return draft;
}

TEST(ReadBodies, ANameOverItsTelephoneIsTheIssuers) {
  const auto with = [](const char* below) {
    return read({{60, 100, 14, "Certificate of Registration"},
                 {60, 600, 10, "Harbour Registrations, Ltd."},
                 {60, 612, 10, below}})
        .version.issuer_printed;
  };
  EXPECT_EQ(with("1 Quay Road, Harbourtown | (555) 010-0000 | www.harbour.example"),
            "Harbour Registrations, Ltd.");
  EXPECT_EQ(with("1 Quay Road, Harbourtown"), "") << "a company at an address may be anybody";
}

TEST(ReadBodies, BlanksWithinChineseAndJapaneseNamesDoNotMatter) {
  auto rows = support::reference_rows();
  rows.certification_bodies = {support::issuer("harbour-cert", "港湾品質保証機構 審査登録センター", {})};
  const Reference reference(std::move(rows), "with one body");
  for (const char* printed : {"港湾品質保証機構審査登録センター", "港湾品質保証機構 審査登録センター"})
    EXPECT_EQ(read({{60, 300, 10, printed}}, reference).version.issuer, CertificationBodyId{"harbour-cert"})
        << printed;
}

// A company of a longer name is another one.
TEST(ReadBodies, AKoreanNameEndsBeforeItsParticle) {
  auto rows = support::reference_rows();
  rows.certification_bodies = {support::issuer("harbour-cert", "한국항만협회", {})};
  const Reference reference(std::move(rows), "with one body");
  const std::optional<CertificationBodyId> harbour = CertificationBodyId{"harbour-cert"};
  for (const auto& [printed, issuer] :
       {std::pair("한국항만협회는 위 조직을 인증합니다", harbour), std::pair("한국항만협회", harbour),
        std::pair("한국항만협회미디어는 위 조직을 인증합니다", std::optional<CertificationBodyId>())})
    EXPECT_EQ(read({{60, 300, 10, printed}}, reference).version.issuer, issuer) << printed;
}

}  // namespace
}  // namespace certreg::reading
