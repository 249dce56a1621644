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

Reference with_bodies(const std::vector<std::string>& names) {
  auto rows = support::reference_rows();
  rows.certification_bodies.clear();
  for (const std::string& name : names)
    rows.certification_bodies.push_back(
        support::issuer("body-" + std::to_string(rows.certification_bodies.size()), name, {}));
  return Reference(std::move(rows), "with these bodies");
}

TEST(ReadBodies, TheCertificateIsNoPartOfItsOwnersName) {
  EXPECT_EQ(
      read({{60, 100, 10, "Liman Denetim ve Belgelendirme A.Ş., aşağıdaki kuruluşun sistemini onaylar."},
            {60, 600, 10, "Belge Liman Denetim ve Belgelendirme A.Ş. mülkiyetindedir."}})
          .version.issuer_printed,
      "Liman Denetim ve Belgelendirme A.Ş.");
}

TEST(ReadBodies, TheFormMayStandBeforeAQuotedName) {
  EXPECT_EQ(read({{60, 60, 12, "ООО «ТЕСТ-МАЯК»"}, {60, 400, 28, "СЕРТИФИКАТ"}}).version.issuer_printed,
            "ООО «ТЕСТ-МАЯК»");
}

TEST(ReadBodies, TheSubjectOfASentenceThatCertifies) {
  EXPECT_EQ(read({{60, 200, 10,
                   "港湾品質株式会社は、下記組織の情報セキュリティマネジメントシステムが適合することを証し"
                   "ます。"}})
                .version.issuer_printed,
            "港湾品質株式会社");
  EXPECT_EQ(read({{60, 200, 10, "港湾品質株式会社は、東京にあります。"}}).version.issuer_printed, "");
}

TEST(ReadBodies, ATownBehindItsPostalCodeIsNone) {
  EXPECT_EQ(
      read({{60, 800, 8, "99 avenue de l'Invention, 91999 Les Ulmes Cedex – SAS au capital de 99 000 €"}})
          .version.issuer_printed,
      "");
}

TEST(ReadBodies, WordsOfASentenceAreNoName) {
  EXPECT_EQ(read({{60, 600, 14, "海港认证中心有限公司"},
                  {60, 700, 8, "在证书有效期内，获证组织须每年接受一次监督审核，合格后本证书方为有效。"}})
                .version.issuer_printed,
            "海港认证中心有限公司");
}

TEST(ReadBodies, WhomToAskIsNotWhoCertifies) {
  const Reference reference = with_bodies({"Harbour Assurance UK Limited", "Harbour Group Korea Limited"});
  for (const char* line : {"Information and Contact: Harbour Group Korea Limited, 8F Quay Building, Seoul. "
                           "Harbour Assurance UK Limited, registered in England",
                           "문의처: Harbour Group Korea Limited, 8F Quay Building, Seoul. "
                           "Harbour Assurance UK Limited, registered in England"})
    EXPECT_EQ(read({{60, 800, 7, line}}, reference).version.issuer_printed, "Harbour Assurance UK Limited")
        << line;
}

TEST(ReadBodies, WhoAloneIsNamedIsNotOnlyWhomToAsk) {
  EXPECT_EQ(
      read({{60, 800, 7, "Information and Contact: Harbour Group Korea Limited, 8F Quay Building, Seoul."}},
           with_bodies({"Harbour Group Korea Limited"}))
          .version.issuer_printed,
      "Harbour Group Korea Limited");
}

TEST(ReadBodies, AnUnknownUnitUnderAKnownBrandIsItself) {
  auto rows = support::reference_rows();
  rows.certification_bodies = {support::issuer("harbour", "Harbour Registrars Limited", {})};
  rows.certification_bodies.front().aliases = {"Harbour"};
  const Reference reference(std::move(rows), "with a brand");
  const auto with = [&](const char* foot) {
    return read({{60, 100, 10, "has been approved by Harbour and is compliant with"}, {60, 800, 7, foot}},
                reference)
        .version.issuer_printed;
  };
  EXPECT_EQ(with("Harbour CEE Sp. z o.o., ul. Portowa 1, Gdańsk"), "Harbour CEE Sp. z o.o.");
  EXPECT_EQ(with("Page 1 of 1"), "Harbour Registrars Limited");
}

TEST(ReadBodies, OneWordInCapitalsMayCertify) {
  const auto with = [](const char* line) { return read({{60, 100, 12, line}}).version.issuer_printed; };
  EXPECT_EQ(with("HQSCB hereby certifies that the organization"), "HQSCB");
  EXPECT_EQ(with("Board hereby certifies that the organization"), "");
}

TEST(ReadBodies, AnotherSignsForIt) {
  const Reference reference = with_bodies({"Harbour Italy S.r.l.", "Harbour Limited"});
  EXPECT_EQ(read({{60, 600, 10, "Issued by: Harbour Italy S.r.l."},
                  {60, 612, 10, "for and on behalf of: Harbour Limited"}},
                 reference)
                .version.issuer_printed,
            "Harbour Limited");
  EXPECT_EQ(
      read({{60, 600, 10, "Issued by: Harbour Italy S.r.l."}, {60, 612, 10, "Signed on behalf of the board"}},
           reference)
          .version.issuer_printed,
      "Harbour Italy S.r.l.");
}

TEST(ReadBodies, AListOfPartnersNamesNone) {
  const Reference reference = with_bodies(
      {"Harbour Certification AS", "Quay Cert Limited", "Dock Assurance GmbH", "Pier Register S.A."});
  EXPECT_EQ(read({{60, 770, 7, "Partners: Harbour Certification AS Norway · Quay Cert Limited UK ·"},
                  {60, 778, 7, "Dock Assurance GmbH Germany · Pier Register S.A. France"}},
                 reference)
                .version.issuer_printed,
            "");
}

TEST(ReadBodies, WordsThatCertifyAreNoName) {
  const Draft draft = read({{60, 60, 14, "兹证明"}, {60, 80, 10, "港湾云科技有限公司"}});
  EXPECT_EQ(draft.version.issuer_printed, "");
  EXPECT_FALSE(is_open(draft, "issuer"));
}

TEST(ReadBodies, AnArticleBeforeTheNameIsNoneOfIt) {
  EXPECT_EQ(read({{60, 600, 10, "Φορέας Πιστοποίησης"}, {60, 612, 10, "της HARBOUR HELLAS AE"}})
                .version.issuer_printed,
            "HARBOUR HELLAS AE");
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
