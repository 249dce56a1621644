#include <gtest/gtest.h>

#include "reading/lines.h"

namespace certreg::reading {
namespace {

Draft read(const std::vector<std::string>& lines) {
  std::vector<Placed> placed = paragraph(lines);
  for (std::size_t at = 0; at < placed.size(); ++at) placed[at].y = 100 + 40 * static_cast<double>(at);
  const Paper paper(placed);
  Draft draft;
  read_dates(paper.sheet, draft);
  return draft;
}

std::string day(const std::optional<Date>& date) { return date ? date->to_string() : ""; }

const Ambiguity* open_at(const Draft& draft, std::string_view field) {
  const auto found = std::ranges::find(draft.ambiguities, field, &Ambiguity::field);
  return found == draft.ambiguities.end() ? nullptr : &*found;
}

double confidence(const Draft& draft, std::string_view field) {
  const auto found = std::ranges::find(draft.version.quotes, field, &Quote::field);
  return found == draft.version.quotes.end() ? 0 : found->confidence;
}

TEST(ReadDates, TheVersionOfAStatementOfApplicabilityIsNoRevision) {
  const Paper paper({{60, 100, 10, "Statement of Applicability"},
                     {60, 114, 10, "Version 2.3 - 2024-09-04"},
                     {60, 160, 10, "Date of issue: 2024-12-02"},
                     {60, 200, 10, "Expiry date: 2026-11-12"}});
  Draft draft;
  read_dates(paper.sheet, draft);
  EXPECT_EQ(day(draft.version.issued), "2024-12-02");
}

// The date over a label is another's where the column begins with a label.
TEST(ReadDates, AColumnOfLabelsAndDatesInTurns) {
  const auto expiry = [](const std::vector<std::string>& lines) {
    const Paper paper(paragraph(lines));
    Draft draft;
    read_dates(paper.sheet, draft);
    return draft.version.expires ? draft.version.expires->to_string() : "";
  };
  EXPECT_EQ(expiry({"Certificat des Quais", "2023-12-01", "Expiry date", "2026-11-30"}), "2026-11-30");
  EXPECT_EQ(expiry({"2026-11-30", "Expiry date", "2023-12-01", "Certificat des Quais"}), "")
      << "the dates may stand over their labels";
}

TEST(ReadDates, BesideLabelsInTwoLanguagesBetweenTheirLines) {
  const Paper paper({{60, 100, 9, "Emissione corrente"},
                     {200, 104, 10, "18.03.2024"},
                     {60, 110, 8, "Current Issue"},
                     {60, 140, 9, "Data scadenza"},
                     {200, 144, 10, "19.03.2027"},
                     {60, 150, 8, "Expiry Date"}});
  Draft draft;
  read_dates(paper.sheet, draft);
  EXPECT_EQ(day(draft.version.issued), "2024-03-18");
  EXPECT_EQ(day(draft.version.expires), "2027-03-19");
}

TEST(ReadDates, EachByItsLabel) {
  const Draft draft =
      read({"Original issue date: 2018-03-01", "Valid from: 2024-03-02", "Issue date: 2024-03-01",
            "Expiry date: 2027-02-28", "Expiry date of last certification cycle: 2024-02-28",
            "Certification decision date: 2024-02-27"});
  const CertificateVersion& version = draft.version;
  EXPECT_EQ(day(version.first_issued), "2018-03-01");
  EXPECT_EQ(day(version.valid_from), "2024-03-02");
  EXPECT_EQ(day(version.issued), "2024-03-01");
  EXPECT_EQ(day(version.expires), "2027-02-28");
  EXPECT_EQ(day(version.previous_expiry), "2024-02-28");
  EXPECT_EQ(day(version.decided), "2024-02-27");
  EXPECT_TRUE(draft.ambiguities.empty());
  EXPECT_EQ(version.quotes.size(), 6U);
}

TEST(ReadDates, TheDecisionIsTheIssueWhereNothingElseIs) {
  const Draft draft = read({"Certification decision date: 2024-03-01", "Expiry date: 2027-02-28"});
  EXPECT_EQ(day(draft.version.issued), "2024-03-01");
  EXPECT_GT(confidence(draft, "issued"), 0.0);
  EXPECT_LT(confidence(draft, "issued"), confidence(draft, "decided"));
}

TEST(ReadDates, TheLatestRevisionIsTheIssue) {
  EXPECT_EQ(day(read({"Issue date: 2024-03-01", "Revision date: 2025-03-01"}).version.issued), "2025-03-01");
}

TEST(ReadDates, ADayAtThePlaceOfTheSignatureIsTheIssue) {
  EXPECT_EQ(day(read({"Expiry date: 2027-02-28", "Essen, 2024-03-01"}).version.issued), "2024-03-01");
  EXPECT_EQ(day(read({"Expiry date: 2027-02-28", "Essen, 2027-03-01"}).version.issued), "");
  EXPECT_EQ(day(read({"Original issue date: 2020-03-01", "Essen, 2019-03-01"}).version.issued), "");
}

TEST(ReadDates, AnExpiryWithoutALabelEndsACycleToTheDay) {
  EXPECT_EQ(day(read({"Issue date: 2024-03-01", "Harbour 2027-02-28"}).version.expires), "2027-02-28");
  EXPECT_EQ(day(read({"Issue date: 2024-03-01", "Harbour 2027-02-20"}).version.expires), "");
  EXPECT_EQ(
      day(read({"Issue date: 2024-03-01", "Expiry date: 2026-01-31", "Harbour 2027-02-28"}).version.expires),
      "2026-01-31");
}

TEST(ReadDates, AYearlyDayOfAnotherLabelIsNoExpiry) {
  EXPECT_EQ(day(read({"Issue date: 2024-03-01", "First surveillance: 2025-03-01"}).version.expires), "");
  const Paper beside({{60, 100, 10, "Issue date: 2024-03-01"},
                      {60, 140, 10, "First surveillance"},
                      {300, 140, 10, "2025-03-01"}});
  const Paper below({{60, 100, 10, "Issue date: 2024-03-01"},
                     {60, 140, 10, "First surveillance"},
                     {60, 152, 10, "2025-03-01"}});
  for (const Paper* paper : {&beside, &below}) {
    Draft draft;
    read_dates(paper->sheet, draft);
    EXPECT_EQ(day(draft.version.issued), "2024-03-01");
    EXPECT_EQ(day(draft.version.expires), "");
  }
}

TEST(ReadDates, TheRecertificationIsDueWhereNoExpiryIsPrinted) {
  const Draft due = read({"Issue date: 2024-03-01", "Recertification due: 2027-02-28"});
  EXPECT_EQ(day(due.version.expires), "2027-02-28");
  EXPECT_EQ(due.version.expiry_kind, ExpiryKind::RecertificationDue);
  const Draft both = read({"Recertification due: 2027-01-31", "Expiry date: 2027-02-28"});
  EXPECT_EQ(day(both.version.expires), "2027-02-28");
  EXPECT_NE(both.version.expiry_kind, ExpiryKind::RecertificationDue);
}

struct Contradiction {
  std::vector<std::string> lines;
  std::string field;
};

TEST(ReadDates, WhatContradictsIsLeftOpen) {
  const Contradiction cases[] = {
      {{"Issue date: 2024-03-01", "Expiry date: 2024-03-01"}, "expires"},
      {{"Issue date: 2024-03-01", "Expiry date: 2023-03-01"}, "expires"},
      {{"Issue date: 2024-03-01", "Expiry date: 2029-03-01"}, "expires"},
      {{"Valid from: 2024-03-01", "Expiry date: 2027-05-01"}, "expires"},
      {{"Original issue date: 2025-03-01", "Issue date: 2024-03-01"}, "first_issued"},
  };
  for (const Contradiction& item : cases) {
    const Draft draft = read(item.lines);
    ASSERT_NE(open_at(draft, item.field), nullptr) << item.lines.back();
    EXPECT_EQ(open_at(draft, item.field)->why, "the dates of the certificate contradict each other");
    EXPECT_EQ(open_at(draft, item.field)->candidates.size(), 1U);
    EXPECT_EQ(confidence(draft, item.field), 0) << item.lines.back();
    EXPECT_EQ(day(item.field == "expires" ? draft.version.expires : draft.version.first_issued), "");
  }
  for (const Contradiction& item :
       {Contradiction{{"Issue date: 2024-03-01", "Expiry date: 2028-02-28"}, "expires"},
        Contradiction{{"Valid from: 2024-03-01", "Expiry date: 2027-03-31"}, "expires"},
        Contradiction{{"Original issue date: 2024-03-20", "Issue date: 2024-03-01"}, "first_issued"}})
    EXPECT_EQ(open_at(read(item.lines), item.field), nullptr) << item.lines.back();
}

TEST(ReadDates, SeveralOrExchangeableDatesAreLeftOpen) {
  Draft draft = read({"Issue date: 2024-03-01", "Issue date: 2024-06-01"});
  ASSERT_NE(open_at(draft, "issued"), nullptr);
  EXPECT_EQ(open_at(draft, "issued")->why, "several dates stand beside labels of this field");
  EXPECT_EQ(open_at(draft, "issued")->candidates.size(), 2U);
  EXPECT_FALSE(draft.version.issued);

  draft = read({"Expiry date: 04/05/2027"});
  ASSERT_NE(open_at(draft, "expires"), nullptr);
  EXPECT_EQ(open_at(draft, "expires")->why, "day and month can be exchanged");

  draft = read({"Expiry date: 04/05/2027", "Valid until: 2027-05-04"});
  EXPECT_EQ(day(draft.version.expires), "2027-05-04");
  EXPECT_EQ(open_at(draft, "expires"), nullptr);
}

}  // namespace
}  // namespace certreg::reading
