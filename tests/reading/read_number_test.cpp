#include <gtest/gtest.h>

#include "certreg/reading/read_certificate.h"
#include "reading/certified.h"
#include "reading/lines.h"

namespace certreg::reading {
namespace {

TEST(ReadNumber, TheNumberThatATextBeginsWith) {
  const std::pair<std::string, std::string> cases[] = {
      {"HC 100", "HC 100"},
      {"HC 900417, page 1", "HC 900417"},
      {"01 153 1900524", "01 153 1900524"},
      {"2018-041b", "2018-041b"},
      {"HC 730449 issued on", "HC 730449"},
      {"HC-100-", "HC-100"},
      {"HC 100)", "HC 100"},
      {"HC(100)", "HC(100)"},
      {"HC 100 QMS", "HC 100 QMS"},
      {"HC 100 QUAYSIDE", "HC 100"},
      {"HC 100  200", "HC 100"},
      {"РОСС 12345", "РОСС 12345"},
      {"Регистарски број БИ-0418", ""},
      {"BY/112 05.15. 099 00418", "BY/112 05.15. 099 00418"},
      {"HC 05.15. Harbour", "HC 05.15"},
      {"harbour100", ""},
      {"Harbour 100", ""},
      {"HC", ""},
      {"12", ""},
      {"", ""},
      {"1234567890123456789012345678901234567890123456789", ""},
  };
  for (const auto& [text, number] : cases) EXPECT_EQ(number_in(text), number) << text;
}

Draft read(const std::vector<std::string>& lines, double apart = 40) {
  std::vector<Placed> placed = paragraph(lines);
  for (std::size_t at = 0; at < placed.size(); ++at) placed[at].y = 100 + apart * static_cast<double>(at);
  const Paper paper(placed);
  Draft draft;
  read_number(paper.sheet, draft);
  return draft;
}

TEST(ReadNumber, OverTwoLinesAsItsBodyPrintsIt) {
  auto rows = support::reference_rows();
  rows.certification_bodies = {support::issuer("harbour-cert", "Harbour Cert Sp. z o.o.", {})};
  rows.certification_bodies.front().number_shapes.push_back(
      {"AC099 999/9999", {}, {}, {"general knowledge", Date(2026, 11, 28)}});
  const Reference reference(std::move(rows), "with its shape");
  const auto number = [&](const char* below) {
    const Text text = text_of({{60, 100, 10, "Nr rejestracyjny certyfikatu:"},
                               {240, 100, 10, "AC090"},
                               {240, 112, 10, below},
                               {60, 300, 10, "Harbour Cert Sp. z o.o."}});
    const Sheet sheet(text, labels(), reference);
    Draft draft;
    read_number(sheet, draft);
    return draft.version.number;
  };
  EXPECT_EQ(number("121/1873"), "AC090 121/1873");
  EXPECT_EQ(number("Harbour"), "AC090");
}

TEST(ReadNumber, BehindAColonInAColumnOfItsOwn) {
  const Paper paper({{60, 100, 10, "Certificate No."}, {200, 100, 10, ": HC-IS-2503418"}});
  Draft draft;
  read_number(paper.sheet, draft);
  EXPECT_EQ(draft.version.number, "HC-IS-2503418");
}

TEST(ReadNumber, OfASite) {
  EXPECT_EQ(read({"Certificate number: HC 100", "Certificate number: /01"}).version.number, "HC 100");
}

TEST(ReadNumber, BehindTheCountryOfAMemberOnTheSheetOfTheNetwork) {
  EXPECT_EQ(read({"HC-0788/2019", "Certificate number: ES-HC-0788/2019"}).version.number, "HC-0788/2019");
  EXPECT_EQ(read({"Certificate number: ES-HC-0788/2019"}).version.number, "ES-HC-0788/2019");
}

TEST(ReadNumber, BesideALabel) {
  const std::pair<std::string, std::string> cases[] = {
      {"Certificate number: HC 100", "HC 100"},   {"Zertifikat-Registrier-Nr.: HC 100", "HC 100"},
      {"Certificate number: 2024", ""},           {"Certificate number: 1/2", ""},
      {"Certificate number: +49 30 1234567", ""}, {"Certificate number: 2024-03-01", ""},
      {"Replaces certificate no.: HC 100", ""},   {"Client number: HC 100", ""},
      {"Accreditation number: HC 100", ""},
  };
  for (const auto& [line, number] : cases) EXPECT_EQ(read({line}).version.number, number) << line;
}

TEST(ReadNumber, InSentences) {
  const std::pair<std::string, std::string> cases[] = {
      {"It is this certificate, No. HC-12345, that was granted", "HC-12345"},
      {"El presente certificado con el número HC-12345 vale", "HC-12345"},
      {"It is the certificate of the client, no. 4711-2", ""},
      {"The harbour has quay No. HC-12345", ""},
  };
  for (const auto& [line, number] : cases) {
    const Draft draft = read({line});
    EXPECT_EQ(draft.version.number, number) << line;
    if (number.empty()) continue;
    EXPECT_LT(draft.version.quotes.front().confidence, 0.9) << "less sure than beside a label";
  }
}

TEST(ReadNumber, WithTheLettersThatALabelCouldBe) {
  EXPECT_EQ(read({"BR-SGSI-0419"}).version.number, "BR-SGSI-0419");
}

TEST(ReadNumber, InAClauseWithAWordThatEndsInNumber) {
  EXPECT_EQ(read({"(valid from 2025-04-08, Registriernummer 27-2217-S)"}).version.number, "27-2217-S");
  EXPECT_EQ(read({"(valid from 2025-04-08, Kundennummer 27-2217-S)"}).version.number, "");
}

TEST(ReadNumber, SubCertificatesYieldToTheMainOne) {
  const Draft draft = read({"Certificate number: HC 1000", "Certificate number: HC 1000-01"});
  EXPECT_EQ(draft.version.number, "HC 1000");
  EXPECT_TRUE(draft.ambiguities.empty());
}

TEST(ReadNumber, TwoNumbersAreLeftOpenAndOneInTwoSpellingsIsOne) {
  const Draft open = read({"Certificate number: HC 1000", "Certificate number: HC 2000"});
  EXPECT_EQ(open.version.number, "");
  ASSERT_EQ(open.ambiguities.size(), 1U);
  EXPECT_EQ(open.ambiguities.front().candidates.size(), 2U);
  EXPECT_EQ(read({"Certificate number: HC 1000", "Certificate number: HC-1000"}).version.number, "HC 1000");
}

TEST(ReadNumber, ANumberThatBreaksOffGoesOnBelow) {
  EXPECT_EQ(read({"Certificate number: HC-100-", "200-300"}, 12).version.number, "HC-100-200-300");
  EXPECT_EQ(read({"Certificate number: HC-100-", "Harbour"}, 12).version.number, "HC-100");
}

std::vector<Placed> table_of_standards(const std::string& heading) {
  return {{60, 40, 10, "This is to certify that the management system of"},
          {60, 56, 10, "Harbour Cloud GmbH"},
          {60, 72, 10, "meets the requirements of"},
          {60, 100, 10, "Standard"},
          {300, 100, 10, heading},
          {60, 115, 10, "ISO/IEC 27001:2022"},
          {300, 115, 10, "HC 100"},
          {60, 130, 10, "ISO 9001:2015"},
          {300, 130, 10, "HC 200"},
          {60, 300, 10, "Expiry date: 2027-02-28"}};
}

TEST(ReadNumber, ATableOfStandardsGivesEachItsOwn) {
  const auto reading = read_certificate(text_of(table_of_standards("Certificate number")), labels(), world());
  ASSERT_EQ(reading.drafts.size(), 2U) << reading.nothing_found_why;
  EXPECT_EQ(reading.drafts[0].version.standard.value, "iso-iec-27001");
  EXPECT_EQ(reading.drafts[0].version.number, "HC 100");
  EXPECT_EQ(reading.drafts[1].version.standard.value, "iso-9001");
  EXPECT_EQ(reading.drafts[1].version.number, "HC 200");
  const Paper other(table_of_standards("Client number"));
  for (const CertifiedStandard& certified : certified_standards(other.sheet)) EXPECT_EQ(certified.number, "");
}

TEST(ReadNumber, InTheMarkOfAnAccreditorIsNotTheCertificates) {
  const auto with = [](const char* over) {
    const Paper paper(std::vector<Placed>{{380, 700, 8, over}, {380, 709, 8, "Nº 01/C-SG003"}});
    Draft draft;
    read_number(paper.sheet, draft);
    return draft.version.number;
  };
  EXPECT_EQ(with("UKAS"), "");
  EXPECT_EQ(with("Harbour"), "01/C-SG003");
}

TEST(ReadNumber, AnnouncedByAShortWord) {
  const std::pair<std::string, std::string> cases[] = {
      {"č. I-0442/2025", "I-0442/2025"}, {"LSTI n° 11990", "11990"},
      {"제 ISMS-0199 호", "ISMS-0199"},  {"№ 23.1199.026", "23.1199.026"},
      {"Boise, ID 83799", ""},           {"Client No. 11990", ""},
      {"Tel. No. 030 11990", ""},        {"Nr / No. NB-0417/2/2025", "NB-0417/2/2025"}};
  for (const auto& [line, number] : cases) EXPECT_EQ(read({line}).version.number, number) << line;
}

TEST(ReadNumber, PartsWithBlanksAroundTheMarks) {
  EXPECT_EQ(number_in("10204 / SI / 24"), "10204 / SI / 24");
  EXPECT_EQ(number_in("78093 – 0"), "78093 – 0");
  EXPECT_EQ(number_in("78093 / issued"), "78093");
}

}  // namespace
}  // namespace certreg::reading
