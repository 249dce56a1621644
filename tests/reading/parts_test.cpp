#include "reading/parts.h"

#include <gtest/gtest.h>

#include "reading/lines.h"

namespace certreg::reading {
namespace {

void add_certificate(std::vector<Placed>& lines, std::size_t page, const std::string& standard,
                     const std::string& number) {
  lines.push_back({60, 100, 10, "This is to certify that the management system of", page});
  lines.push_back({60, 120, 14, "Harbour Cloud GmbH", page});
  lines.push_back({60, 150, 10, "meets the requirements of", page});
  lines.push_back({60, 170, 14, standard, page});
  lines.push_back({60, 220, 10, "Certificate number: " + number, page});
}

// The printed numbers of the pages of each part: "1 2; 3".
std::string parts_of(const std::vector<Placed>& lines) {
  std::string result;
  for (const Text& part : certificates_in(text_of(lines), labels(), world())) {
    if (!result.empty()) result += ";";
    for (const Page& page : part.pages) result += " " + std::to_string(page.number);
  }
  return result;
}

TEST(Parts, TwoCertificatesInOneDocument) {
  std::vector<Placed> lines;
  add_certificate(lines, 0, "ISO/IEC 27001:2022", "HC 100");
  lines.push_back({60, 100, 10, "Annex to the certificate", 1});
  add_certificate(lines, 2, "ISO 9001:2015", "HC 200");
  lines.push_back({60, 100, 10, "Annex to the certificate", 3});
  EXPECT_EQ(parts_of(lines), " 1 2; 3 4");
}

TEST(Parts, PagesThatStay) {
  const std::vector<Placed> annexes[] = {
      {{60, 100, 10, "Annex to certificate", 1}, {60, 130, 10, "Certificate number: HC 200", 1}},
      {{60, 100, 10, "Certificate number: HC 200", 1}, {60, 130, 10, "ISO/IEC 27001:2022", 1}},
      {{60, 100, 10, "This is to certify that the management system of", 1},
       {60, 120, 10, "Harbour Cloud GmbH", 1},
       {60, 150, 10, "Certificate number: HC 200", 1}},
      {{60, 100, 10, "Sites", 1}},
  };
  for (const auto& annex : annexes) {
    std::vector<Placed> lines;
    add_certificate(lines, 0, "ISO/IEC 27001:2022", "HC 100");
    lines.insert(lines.end(), annex.begin(), annex.end());
    EXPECT_EQ(parts_of(lines), " 1 2") << annex.front().text;
  }
}

TEST(Parts, TheSameFormAgainWithAnotherNumber) {
  std::vector<Placed> lines;
  for (std::size_t page = 0; page < 2; ++page) {
    lines.push_back({60, 60, 24, "Certificate of registration", page});
    lines.push_back({60, 120, 14, "Harbour Cloud GmbH", page});
    lines.push_back({60, 150, 10, "is in line with ISO/IEC 27001:2022", page});
    lines.push_back({60, 220, 10, "No. HC 10" + std::to_string(page), page});
  }
  EXPECT_EQ(parts_of(lines), " 1; 2");
  lines[4].text = "Annex";
  EXPECT_EQ(parts_of(lines), " 1 2");
}

TEST(Parts, TheSameCertificateAgain) {
  std::vector<Placed> lines;
  add_certificate(lines, 0, "ISO/IEC 27001:2022", "HC 100");
  add_certificate(lines, 1, "ISO/IEC 27001:2022", "HC-100");
  EXPECT_EQ(parts_of(lines), " 1 2");
}

TEST(Parts, ACoverSheetBelongsToWhatFollows) {
  std::vector<Placed> lines{{60, 100, 10, "Harbour Cloud", 0}};
  add_certificate(lines, 1, "ISO/IEC 27001:2022", "HC 100");
  EXPECT_EQ(parts_of(lines), " 1 2");
}

TEST(Parts, OnePage) {
  std::vector<Placed> lines;
  add_certificate(lines, 0, "ISO/IEC 27001:2022", "HC 100");
  EXPECT_EQ(parts_of(lines), " 1");
}

}  // namespace
}  // namespace certreg::reading
