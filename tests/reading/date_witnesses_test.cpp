#include "reading/date_witnesses.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "reading/lines.h"
#include "reading/sentence_dates.h"

namespace certreg::reading {
namespace {

using Order = DateOrders::Order;

std::string witnessed(const std::vector<Placed>& lines) {
  const Paper paper(lines);
  std::string result;
  for (const DateWitness& witness : date_witnesses(paper.sheet, paper.sheet.orders))
    result += fmt::format("{}{} {}", result.empty() ? "" : ", ", member_of(witness.field),
                          witness.found.date.to_string());
  return result;
}

TEST(DateWitnesses, BesideTheirLabels) {
  const std::pair<std::vector<Placed>, std::string> cases[] = {
      {{{60, 100, 10, "Issue date: 2024-03-01"}}, "issued 2024-03-01"},
      {{{60, 100, 10, "Issue date: Berlin, 2024-03-01"}}, "issued 2024-03-01"},
      {{{60, 100, 10, "Issue date"}, {200, 100, 10, "2024-03-01"}}, "issued 2024-03-01"},
      {{{60, 100, 10, "Issue date"}, {60, 112, 10, "2024-03-01"}}, "issued 2024-03-01"},
      {{{60, 100, 10, "2024-03-01"}, {60, 112, 10, "Issue date"}}, "issued 2024-03-01"},
      {{{60, 100, 10, "Validity: 2024-03-01 - 2027-02-28"}}, "valid_from 2024-03-01, expires 2027-02-28"},
      {{{60, 100, 10, "Validity: 2027-02-28"}}, "expires 2027-02-28"},
      {{{60, 100, 10, "Statement of applicability: Rev. 5, 2023-11-30"}}, ""},
      {{{60, 100, 10, "This certificate is valid from (year/"},
        {300, 100, 10, "2024-03-01"},
        {60, 112, 10, "month/day)"}},
       "valid_from 2024-03-01"},
      {{{60, 100, 10, "Expiry date (subject to the continued"},
        {300, 100, 10, "2027-02-28"},
        {60, 112, 10, "operation of the system)"}},
       "expires 2027-02-28"},
      {{{60, 100, 10, "Validity: 22 November 2023 – 16"}, {60, 112, 10, "November 2026"}},
       "valid_from 2023-11-22, expires 2026-11-16"},
      {{{60, 100, 10, "Issue date Expiry date"}, {60, 112, 10, "2024-03-01 2027-02-28"}},
       "issued 2024-03-01, expires 2027-02-28"},
      // A sign for the year is no open end, and the next label's day none of a range.
      {{{60, 100, 10, "29.05.2025 г."},
        {200, 100, 10, "дата на издаване"},
        {60, 112, 10, "31.05.2028 г."},
        {200, 112, 10, "валиден до"}},
       "issued 2025-05-29, expires 2028-05-31"},
      // A sentence under a label tells itself which day it is.
      {{{60, 100, 10, "Validity"}, {60, 112, 10, "Certification was first granted on 17 December 2018."}},
       "first_issued 2018-12-17"},
      {{{60, 100, 10, "Certificate number: 2024-03-01"}}, ""},
      {{{60, 100, 10, "Issue date: none"}}, ""},
  };
  for (const auto& [lines, dates] : cases) EXPECT_EQ(witnessed(lines), dates) << lines.front().text;
}

TEST(DateWitnesses, TheNearerLabelTakesADate) {
  const Paper paper({{60, 100, 10, "Issue date"}, {60, 115, 10, "2024-03-01"}, {60, 140, 10, "Expiry date"}});
  double issued = 0, expires = 0;
  for (const DateWitness& witness : date_witnesses(paper.sheet, paper.sheet.orders))
    (witness.field == LabelField::Issued ? issued : expires) = witness.weight;
  EXPECT_GT(issued, 0.9);
  EXPECT_LT(expires, 0.2);
}

TEST(DateWitnesses, SmallPrintYieldsToTheBody) {
  const Paper paper({{60, 100, 10, "Some words of the body that are set in the usual size of type."},
                     {60, 200, 10, "Issue date: 2024-03-01"},
                     {60, 700, 7, "Issue date: 2019-01-01"}});
  for (const DateWitness& witness : date_witnesses(paper.sheet, paper.sheet.orders))
    EXPECT_EQ(witness.weight > 0.9, witness.segment->font_size > 8) << witness.weight;
}

TEST(DateWitnesses, Cycles) {
  const Date start = Date::parse("2024-03-01").value();
  for (const char* end : {"2025-03-01", "2026-02-28", "2027-03-01", "2027-02-28", "2030-02-28", "2033-03-01"})
    EXPECT_TRUE(is_cycle(start, Date::parse(end).value())) << end;
  for (const char* end : {"2024-03-01", "2027-02-27", "2027-03-02", "2028-03-01", "2021-03-01", "2024-09-01"})
    EXPECT_FALSE(is_cycle(start, Date::parse(end).value())) << end;
}

struct Orders {
  std::string issued, expires;
  Order slash, dash;
};

TEST(DateWitnesses, DayAndMonthAreSettledByAnExactCycleOnly) {
  const Orders cases[] = {
      {"04/05/2025", "03/05/2028", Order::DayFirst, Order::Unknown},
      {"05/04/2025", "05/03/2028", Order::MonthFirst, Order::Unknown},
      {"04-05-2025", "03-05-2028", Order::Unknown, Order::DayFirst},
      {"04/05/2025", "04/05/2028", Order::Unknown, Order::Unknown},  // both fit
      {"04/05/2025", "07/08/2028", Order::Unknown, Order::Unknown},  // neither does
      {"2025-05-04", "03/05/2028", Order::DayFirst, Order::Unknown},
  };
  for (const Orders& item : cases) {
    const Paper paper(
        {{60, 100, 10, "Issue date: " + item.issued}, {60, 130, 10, "Expiry date: " + item.expires}});
    const DateOrders orders = orders_by_cycle(paper.sheet);
    EXPECT_EQ(orders.slash, item.slash) << item.issued << " " << item.expires;
    EXPECT_EQ(orders.dash, item.dash) << item.issued << " " << item.expires;
  }
}

TEST(DateWitnesses, WordsOfIssueMayFollowTheDay) {
  const Paper paper({{60, 100, 10, "2025年06月24日（令和7年）発行"}});
  const auto found = sentence_dates(paper.sheet, paper.sheet.orders, {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(member_of(found.front().field), "issued");
  EXPECT_EQ(found.front().found.date.to_string(), "2025-06-24");
}

TEST(DateWitnesses, YearsOfTwoDigitsStandLastWhereThatMakesACycle) {
  const Paper cycle({{60, 100, 10, "Issue date: 25.12.23"}, {60, 130, 10, "Expiry date: 24.12.26"}});
  EXPECT_TRUE(orders_by_cycle(cycle.sheet).year_is_last);
  const Paper none({{60, 100, 10, "Issue date: 25.12.23"}, {60, 130, 10, "Expiry date: 20.12.26"}});
  EXPECT_FALSE(orders_by_cycle(none.sheet).year_is_last);
}

TEST(DateWitnesses, WithoutALabel) {
  const std::pair<std::vector<Placed>, std::size_t> cases[] = {
      {{{60, 100, 10, "2024-03-01"}}, 1},
      {{{60, 100, 10, "Essen, 2024-03-01"}}, 1},
      {{{60, 100, 10, "New Quay Harbour, 2024-03-01"}}, 1},
      {{{60, 100, 10, "Harbour froze 2024-03-01"}}, 0},
      {{{60, 100, 10, "2024-03-01 and 2025-03-01"}}, 0},
      {{{60, 100, 10, "2024-03-01 was cold"}}, 0},
      {{{60, 100, 10, "Harbour: Rev. 5, 2024-03-01"}}, 0},
      {{{60, 100, 10, "Temperature"}, {200, 100, 10, "2024-03-01"}}, 0},
      {{{60, 100, 10, "Harbour"}, {60, 100, 10, "2024-03-01", 1}}, 0},
  };
  for (const auto& [lines, count] : cases) {
    const Paper paper(lines);
    EXPECT_EQ(unlabelled_dates(paper.sheet, {}).size(), count) << lines.back().text;
  }
}

}  // namespace
}  // namespace certreg::reading
