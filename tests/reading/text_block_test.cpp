#include "reading/text_block.h"

#include <gtest/gtest.h>

#include "reading/lines.h"

namespace certreg::reading {
namespace {

struct Join {
  std::string text, line, language, joined;
};

TEST(TextBlock, LinesAreJoinedByLanguage) {
  const Join cases[] = {
      {"Operation of", "the platform", "en", "Operation of the platform"},
      {"Informations-", "sicherheit", "de", "Informationssicherheit"},
      {"Cloud-", "Dienste", "de", "Cloud-Dienste"},
      {"on-", "premises", "en", "on-premises"},
      {"kunders IT-", "system", "sv", "kunders IT-system"},
      {"infor-", "mación", "es", "información"},
      {"Betrieb -", "und Wartung", "de", "Betrieb - und Wartung"},
      {"云平台的", "运营", "zh", "云平台的运营"},
      {"运营", "ISO", "zh", "运营 ISO"},
      {"クラウド", "の運用", "ja", "クラウドの運用"},
      {"", "the platform", "en", "the platform"},
      {"Operation", "", "en", "Operation"},
  };
  for (const Join& item : cases) {
    std::string text = item.text;
    join_line(text, item.line, item.language);
    EXPECT_EQ(text, item.joined);
  }
}

TextBlock block(const Paper& paper) {
  return text_block(paper.sheet, paper.sheet.segments.front(), paper.sheet.segments.front().text);
}

std::string block_of(const std::vector<Placed>& lines) { return block(Paper(lines)).text; }

TEST(TextBlock, GoesOnInTheSameType) {
  const Paper paper(
      paragraph({"Operation of the platform for the", "customers of Harbour and of", "the quay."}));
  const TextBlock whole = block(paper);
  EXPECT_EQ(whole.text, "Operation of the platform for the customers of Harbour and of the quay.");
  EXPECT_EQ(whole.language, "en");
  EXPECT_EQ(whole.lines.size(), 3U);
  EXPECT_EQ(whole.box.y, 100);
  EXPECT_EQ(whole.box.height, 34);
}

TEST(TextBlock, HyphensGoByTheLanguageOfTheText) {
  EXPECT_EQ(block_of(paragraph({"Betrieb der Plattform und der Informations-", "sicherheit für die Kunden"})),
            "Betrieb der Plattform und der Informationssicherheit für die Kunden");
  EXPECT_EQ(block_of(paragraph({"云平台的运营和", "维护"})), "云平台的运营和维护");
}

TEST(TextBlock, GoesOnWhereALineBreaksOff) {
  EXPECT_EQ(block_of(paragraph({"Operation of the platform for customers. The",
                                "Statement of Applicability is issue 1.3, dated 15 January 2024."})),
            "Operation of the platform for customers. The Statement of Applicability is issue 1.3, dated 15 "
            "January 2024.");
  EXPECT_EQ(block_of(paragraph({"与数据托管服务相关的信息安全管理（适用性声明：V3.1，", "2025-06-20）"})),
            "与数据托管服务相关的信息安全管理（适用性声明：V3.1， 2025-06-20）");
  EXPECT_EQ(block_of(paragraph({"人事労務クラウドサービスの開発、運用及び保", "守"})),
            "人事労務クラウドサービスの開発、運用及び保守");
}

TEST(TextBlock, StopsAt) {
  const Placed ends[] = {
      {60, 112, 10, "Certificate number: HC 100"},
      {60, 112, 10, "has been assessed and found to conform to the requirements of"},
      {60, 112, 10, "Statement of Applicability, version 9"},
      {60, 112, 10, "Basis: Statement of Applicability, version 9"},
      {60, 112, 10, "www.harbour.example"},
      {60, 112, 10, "post@harbour.example"},
      {60, 112, 12, "Harbour"},  // larger type
      {60, 140, 10, "Harbour"},  // a wide gap
  };
  for (const Placed& end : ends)
    EXPECT_EQ(block_of({{60, 100, 10, "Operation of the platform"}, end}), "Operation of the platform")
        << end.text;
}

TEST(TextBlock, AWiderGapThanBeforeBeginsAParagraph) {
  std::vector<Placed> lines = paragraph({"Operation of the platform", "for the customers of Harbour"});
  lines.push_back({60, 140, 10, "Harbour is by the sea"});
  EXPECT_EQ(block_of(lines), "Operation of the platform for the customers of Harbour");
}

TEST(TextBlock, InMidSentenceNoLabelBegins) {
  EXPECT_EQ(block_of(paragraph({"Operation of the platform according to", "the Statement of Applicability"})),
            "Operation of the platform according to the Statement of Applicability");
  EXPECT_EQ(block_of(paragraph({"Operation of the platform.", "Statement of Applicability 9"})),
            "Operation of the platform.");
}

TEST(TextBlock, AfterALeadingWordWhateverTheNextLineBeginsWith) {
  EXPECT_EQ(block_of(paragraph(
                {"Operation of the platform in accordance with the", "Statement of Applicability."})),
            "Operation of the platform in accordance with the Statement of Applicability.");
  EXPECT_EQ(block_of(paragraph({"Operation in force on the date of issue of the", "certificate."})),
            "Operation in force on the date of issue of the certificate.");
  EXPECT_EQ(block_of(paragraph({"Operation of the platform, see Annex A", "Certificate number: HC 100"})),
            "Operation of the platform, see Annex A");
}

TEST(TextBlock, TheVersionOfTheStatementOfApplicabilityIsNoIssueOfTheCertificate) {
  EXPECT_EQ(
      block_of(paragraph({"Operation of the platform under the Statement of Applicability", "Issue 14."})),
      "Operation of the platform under the Statement of Applicability Issue 14.");
  EXPECT_EQ(block_of(paragraph({"Operation of the platform.", "Issue 14"})), "Operation of the platform.");
}

TEST(TextBlock, ASentenceAboutTheAuditIsNoneOfIt) {
  EXPECT_EQ(block_of(paragraph({"Operation of the platform for the customers.",
                                "Through an audit it was verified that the management system",
                                "fulfils the requirements of the following standard"})),
            "Operation of the platform for the customers.");
}

TEST(TextBlock, OneShortWordTellsATranslationThatBeginsAnew) {
  EXPECT_EQ(block_of(paragraph({"Betrieb der Plattform und der Dienste", "Continuity of harbour services."})),
            "Betrieb der Plattform und der Dienste / Continuity of harbour services.");
  auto apart = paragraph({"Betrieb der Plattform", "und der Dienste"});
  apart.push_back({60, 142, 10, "Continuity of harbour services."});
  EXPECT_EQ(block_of(apart), "Betrieb der Plattform und der Dienste") << "far below it must be sure";
}

TEST(TextBlock, ATranslationIsJoinedByAStroke) {
  const Paper paper(paragraph({"Betrieb der Plattform und der Dienste für die Kunden",
                               "Operation of the platform and of the services for the customers"}));
  const TextBlock whole = block(paper);
  EXPECT_EQ(whole.text,
            "Betrieb der Plattform und der Dienste für die Kunden / "
            "Operation of the platform and of the services for the customers");
  EXPECT_EQ(whole.language, "de");
}

std::vector<Placed> over_a_page(const std::string& last, const std::string& next) {
  return {{60, 780, 10, last}, {60, 60, 10, next, 1}};
}

TEST(TextBlock, GoesOnAtTheNextPagesTop) {
  EXPECT_EQ(block_of(over_a_page("Operation of the platform for", "the customers of Harbour")),
            "Operation of the platform for the customers of Harbour");
  EXPECT_EQ(block_of(over_a_page("Operation of the platform.", "the customers of Harbour")),
            "Operation of the platform.");
  EXPECT_EQ(block_of(over_a_page("Operation of the platform for", "Customers of Harbour")),
            "Operation of the platform for");
  std::vector<Placed> lines = over_a_page("Operation of the platform for", "the customers of Harbour");
  lines[0].y = 300;  // it does not end at the page's foot
  EXPECT_EQ(block_of(lines), "Operation of the platform for");
  lines[0].y = 780;
  lines[1].y = 500;  // nor go on at the top
  EXPECT_EQ(block_of(lines), "Operation of the platform for");
}

// A name may be the first word of the next page: nothing is left out between the lines.
TEST(TextBlock, TheNextPagesFirstLineIsNotLeftOut) {
  EXPECT_EQ(
      block_of({{60, 700, 10, "Operation of the platforms that are known as Harbour and"},
                {60, 60, 10, "Quay, as they are delivered to customers; the", 1},
                {60, 72, 10, "functions that support these platforms.", 1}}),
      "Operation of the platforms that are known as Harbour and Quay, as they are delivered to customers; "
      "the functions that support these platforms.");
}

TEST(TextBlock, WhatIsExcludedOnTheNextPageBelongsToIt) {
  const auto with = [](const char* next) {
    return block_of(
        {{60, 700, 10, "Operation of the Harbour platform for the customers."}, {60, 60, 10, next, 1}});
  };
  EXPECT_EQ(with("Development of applications is excluded."),
            "Operation of the Harbour platform for the customers. Development of applications is excluded.");
  EXPECT_EQ(with("This page is part of the certificate."),
            "Operation of the Harbour platform for the customers.");
}

TEST(TextBlock, AShortLineAtThePagesFootIsNotBrokenOff) {
  EXPECT_EQ(block_of({{60, 700, 10, "J. Quay, Director"}, {60, 60, 10, "operation of the platform", 1}}),
            "J. Quay, Director");
}

TEST(TextBlock, ASentenceThatAStandardIsMetIsNoneOfIt) {
  EXPECT_EQ(block_of(paragraph({"Operation of the Harbour platform for the customers.",
                                "An audit has shown that the requirements of ISO/IEC 27001 are met."})),
            "Operation of the Harbour platform for the customers.");
}

TEST(TextBlock, AListWithMarksEndsAtALineThatStandsFurtherOut) {
  EXPECT_EQ(block_of({{80, 100, 10, "• The Harbour platform"},
                      {80, 112, 10, "• Its remote workforce"},
                      {60, 124, 10, "The controls are selected elsewhere."}}),
            "• The Harbour platform • Its remote workforce");
}

TEST(TextBlock, TheLeastSureLineCounts) {
  Text text = text_of(paragraph({"Operation of the platform", "for the customers"}));
  text.pages.front().lines.back().words.front().confidence = 0.3;
  const Sheet sheet(text, labels(), world());
  EXPECT_EQ(text_block(sheet, sheet.segments.front(), sheet.segments.front().text).confidence, 0.3);
}

}  // namespace
}  // namespace certreg::reading
