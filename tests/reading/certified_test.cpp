// Which standards a certificate certifies, and how sure that is.
#include "reading/certified.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "certreg/reading/read_certificate.h"
#include "reading/lines.h"

namespace certreg::reading {
namespace {

std::vector<Placed> table() {
  return {{60, 80, 20, "Acme Harbour GmbH"},
          {60, 140, 10, "Standard"},
          {300, 140, 10, "Certificate number"},
          {60, 160, 10, "ISO/IEC 27001:2022"},
          {300, 160, 10, "AB-4711"},
          {60, 180, 10, "ISO 22301:2019"},
          {300, 180, 10, "AB-4712"},
          {60, 240, 10, "Issue date: 2024-03-01"},
          {60, 260, 10, "Expiry date: 2027-02-28"}};
}

const Quote& quote(const CertificateVersion& version, std::string_view field) {
  const auto found = std::ranges::find(version.quotes, field, &Quote::field);
  if (found == version.quotes.end()) throw std::runtime_error("no quote of " + std::string(field));
  return *found;
}

TEST(Certified, ANumberInTheRowOfAStandardIsQuotedWhereItStands) {
  const auto reading = read_certificate(text_of(table()), labels(), world());
  ASSERT_EQ(reading.drafts.size(), 2U);
  const CertificateVersion& second = reading.drafts[1].version;
  EXPECT_EQ(second.standard, StandardId{"iso-22301"});
  EXPECT_EQ(second.number, "AB-4712");
  const Quote& number = quote(second, "number");
  EXPECT_EQ(number.text, "AB-4712");
  ASSERT_TRUE(number.box);
  EXPECT_EQ(number.box->x, 300);
  EXPECT_EQ(number.box->y, 180);
  EXPECT_LT(number.confidence, 1);
}

// A national adoption has a year of its own: UNE-EN ISO/IEC 27001:2023 is the edition of 2022.
TEST(Certified, AnAdoptionThatStandsInTheLineAboveCounts) {
  const auto reading = read_certificate(
      text_of({{60, 80, 20, "Acme Harbour GmbH"},
               {60, 120, 10, "dispone de un sistema de gestión conforme con la Norma UNE-EN"},
               {60, 132, 10, "ISO/IEC 27001:2023"},
               {60, 160, 10, "Certificate number: AB-4711"},
               {60, 240, 10, "Issue date: 2024-03-01"},
               {60, 260, 10, "Expiry date: 2027-02-28"}}),
      labels(), world());
  ASSERT_EQ(reading.drafts.size(), 1U);
  EXPECT_EQ(reading.drafts.front().version.edition, "2022");
}

TEST(Certified, AnExtensionsOwnNumberStandsBehindIt) {
  const auto number_with = [](const char* words) {
    const auto reading =
        read_certificate(text_of({{60, 80, 20, "Acme Harbour GmbH"},
                                  {60, 120, 10, "has been found to conform to ISO/IEC 27001:2022"},
                                  {60, 132, 10, words},
                                  {60, 160, 10, "Certificate number: AB-4711"},
                                  {60, 240, 10, "Issue date: 2024-03-01"},
                                  {60, 260, 10, "Expiry date: 2027-02-28"}}),
                         labels(), world());
    return reading.drafts.size() == 2 ? reading.drafts[1].version.number : std::string("none");
  };
  EXPECT_EQ(number_with("and with ISO/IEC 27018:2019 (ref. AB-4712)"), "AB-4712");
  EXPECT_EQ(number_with("and with ISO/IEC 27018:2019 under certificate AB-4713."), "AB-4713");
  EXPECT_EQ(number_with("and with ISO/IEC 27018:2019"), "AB-4711");
}

TEST(Certified, InAPictureNothingIsSurerThanItsLeastSureWord) {
  Text text = text_of(table());
  text.pages.front().origin = TextOrigin::Ocr;
  for (Line& line : text.pages.front().lines) line.words.front().confidence = 0.5;
  const auto reading = read_certificate(text, labels(), world());
  ASSERT_FALSE(reading.drafts.empty());
  for (const Draft& draft : reading.drafts) {
    EXPECT_LE(quote(draft.version, "standard").confidence, 0.5);
    EXPECT_LE(quote(draft.version, "edition").confidence, 0.5);
    // A number that is as unsure may be left open.
    for (const Quote& one : draft.version.quotes) EXPECT_TRUE(one.field != "number" || one.confidence <= 0.5);
  }
}

}  // namespace
}  // namespace certreg::reading
