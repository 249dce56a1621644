#include "reading/sentence_dates.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "reading/lines.h"

namespace certreg::reading {
namespace {

std::string said(const std::vector<Placed>& lines) {
  const Paper paper(lines);
  std::string result;
  for (const DateWitness& witness : sentence_dates(paper.sheet, paper.sheet.orders, {}))
    result += fmt::format("{}{} {}", result.empty() ? "" : ", ", member_of(witness.field),
                          witness.found.date.to_string());
  return result;
}

struct Case {
  std::vector<std::string> lines;
  std::string dates;
};

TEST(SentenceDates, ByTheWordsBeforeThem) {
  const Case cases[] = {
      {{"It was granted on August 19, 2024 and will remain valid through August 18, 2027."},
       "issued 2024-08-19, expires 2027-08-18"},
      {{"The registration runs from 1 March 2024 to 28 February 2027."},
       "valid_from 2024-03-01, expires 2027-02-28"},
      {{"Erteilt wurde es am 1. März 2024."}, "issued 2024-03-01"},
      {{"It was granted on 3 May", "2024 by the board"}, "issued 2024-05-03"},
      {{"The registration was granted to the group on", "3 May 2024 by the board"}, "issued 2024-05-03"},
      {{"It was issued on 13 May 2025 and is valid until 20 May 2027."},
       "issued 2025-05-13, expires 2027-05-20"},
      {{"この登録証は 2025年7月11日 から 2028年7月10日 まで有効です。ただし、定期審査を条件とします。"},
       "valid_from 2025-07-11, expires 2028-07-10"},
      {{"Das Audit zur Rezertifizierung war am 3. Mai 2024."}, "recertification_audited 2024-05-03"},
  };
  for (const Case& item : cases) EXPECT_EQ(said(paragraph(item.lines)), item.dates) << item.lines.front();
}

TEST(SentenceDates, NotThoseOfOtherThings) {
  const Case cases[] = {
      {{"The audit took place on 3 May 2024."}, ""},
      {{"The audit took place from 1 March 2024 to 5 March 2024."}, ""},
      {{"It follows the Statement of Applicability issued on 3 May 2024."}, ""},
      {{"The agreement was granted on 3 May 2024."}, ""},
      {{"The report was issued on 3 May 2024."}, ""},
      {{"The harbour was frozen on 3 May 2024."}, ""},
      {{"It was granted to all. The harbour froze on 3 May 2024."}, ""},
  };
  for (const Case& item : cases) EXPECT_EQ(said(paragraph(item.lines)), item.dates) << item.lines.front();
}

TEST(SentenceDates, NotThatOfAStatementOfApplicability) {
  EXPECT_EQ(
      said({{60, 100, 10, "Erklärung zur Anwendbarkeit:"}, {260, 100, 10, "Version 11.0 vom 3. April 2023"}}),
      "");
}

TEST(SentenceDates, NotInSmallPrintAndNotTwice) {
  EXPECT_EQ(said({{60, 100, 10, "Some words of the body that are set in the usual size of type."},
                  {60, 200, 6, "It was granted on 3 May 2024"}}),
            "");
  const Paper paper({{60, 100, 10, "It was granted on 3 May 2024"}});
  const std::vector<DateWitness> known = sentence_dates(paper.sheet, paper.sheet.orders, {});
  EXPECT_EQ(known.size(), 1U);
  EXPECT_TRUE(sentence_dates(paper.sheet, paper.sheet.orders, known).empty());
}

}  // namespace
}  // namespace certreg::reading
