#include "certreg/report/review.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "report/document_rows.h"
#include "report/made_up_review.h"

namespace certreg::report {
namespace {

// What a program of the system prints about some bytes.
std::string printed(const std::string& command, const std::string& bytes) {
  const auto path = std::filesystem::path(testing::TempDir()) / "certreg-report";
  std::ofstream(path, std::ios::binary) << bytes;
  const auto line = command + " " + path.string() + " - 2>/dev/null";
  auto* pipe = ::popen(line.c_str(), "r");
  std::string out;
  char part[4096];
  while (const auto got = std::fread(part, 1, sizeof part, pipe)) out.append(part, got);
  ::pclose(pipe);
  return out;
}

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f' || c == '\r'; });
  return text;
}

TEST(Review, TheSameReviewGivesTheSameBytes) {
  for (std::size_t i = 0; i < review_format_names().size(); ++i) {
    const auto format = static_cast<ReviewFormat>(i);
    EXPECT_EQ(render(made_up_review(), format), render(made_up_review(), format)) << review_format_names()[i];
  }
}

// Every fact of the document stands in the other formats, too.
TEST(Review, EveryFormatHoldsTheSame) {
  const auto review = made_up_review();
  const auto html = render(review, ReviewFormat::Html), csv = render(review, ReviewFormat::Csv);
  const auto pdf = without_blanks(printed("pdftotext -enc UTF-8", render(review, ReviewFormat::Pdf)));
  for (const char* fact :
       {"IS 100", "Good Certification Limited", "2028-01-09", "A.5.22", "DORA 8(3)(h)", "could not be read",
        "R-2", "Development and operation of Acme Mail and Acme Drive.",
        "What we use is not shown to be in scope", "https://acme.example/iso.pdf", "Name, role and day"}) {
    EXPECT_NE(html.find(fact), std::string::npos) << fact;
    EXPECT_NE(pdf.find(without_blanks(fact)), std::string::npos) << fact;
    EXPECT_NE(csv.find(fact), std::string::npos) << fact;
  }
}

TEST(Review, NamesOfStrangersDoNoHarm) {
  const auto review = made_up_review();
  const auto html = render(review, ReviewFormat::Html), csv = render(review, ReviewFormat::Csv);
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("\xe2\x80\xae"), std::string::npos);
  EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(csv.find("\xe2\x80\xae"), std::string::npos);
  auto formula = made_up_review();
  formula.suppliers[0].relationship.note = "=1+1";
  EXPECT_NE(render(formula, ReviewFormat::Csv).find("\"'=1+1\""), std::string::npos);
}

TEST(Review, AWorkbookIsWritten) {
  const auto xlsx = render(made_up_review(), ReviewFormat::Xlsx);
  EXPECT_EQ(xlsx.substr(0, 2), "PK");
  for (const char* sheet : {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet6.xml"})
    EXPECT_NE(xlsx.find(sheet), std::string::npos) << sheet;
}

TEST(Review, UnknownIsSaidAndClaimedIsNeverVerified) {
  auto review = made_up_review();
  review.suppliers[0].certificates[0].version.evidence = EvidenceLevel::Claimed;
  const auto html = render(review, ReviewFormat::Html);
  EXPECT_NE(html.find("claimed: the supplier says so"), std::string::npos);
  EXPECT_EQ(html.find("verified"), std::string::npos);
  review.suppliers[0].certificates.clear();
  EXPECT_NE(render(review, ReviewFormat::Html).find("No certificate of this supplier is in the register."),
            std::string::npos);
}

TEST(Review, ALookUpThatFoundASuspensionIsNoGoodNews) {
  auto review = made_up_review();
  review.suppliers[0].checks = {{"CertSearch", support::day("2026-05-04"), "suspended", true, true},
                                {"CertSearch", support::day("2026-05-05"), "active", true, false},
                                {"CertSearch", support::day("2026-05-06"), "not found", false, false}};
  const auto csv = render(review, ReviewFormat::Csv);
  for (const char* told : {"no: suspended", "yes: active", "unsure: not found"})
    EXPECT_NE(csv.find(told), std::string::npos) << told;
}

TEST(Review, JsonCanBeReadBack) {
  const auto json = nlohmann::json::parse(render(made_up_review(), ReviewFormat::Json));
  EXPECT_EQ(json["suppliers"].size(), 2U);
  EXPECT_EQ(json["suppliers"][0]["dora"].size(), 8U);
  EXPECT_EQ(json["suppliers"][0]["controls"].size(), 5U);
}

TEST(Review, LongAndEmptyOnesAreDrawn) {
  Review empty;
  empty.title = "Empty";
  auto large = made_up_review();
  large.suppliers[0].relationship.note = std::string(5000, 'x');
  for (int i = 0; i < 60; ++i) large.suppliers[0].findings.push_back(large.suppliers[0].findings.front());
  for (std::size_t i = 0; i < review_format_names().size(); ++i) {
    EXPECT_FALSE(render(empty, static_cast<ReviewFormat>(i)).empty());
    EXPECT_FALSE(render(large, static_cast<ReviewFormat>(i)).empty());
  }
}

}  // namespace
}  // namespace certreg::report
