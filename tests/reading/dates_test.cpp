#include "reading/dates.h"

#include <gtest/gtest.h>

#include "reading/world.h"

namespace certreg::reading {
namespace {

std::string dates_in(std::string_view text) {
  DateOrders orders;
  orders.learn(text);
  std::string result;
  for (const FoundDate& found : find_dates(text, labels(), orders)) {
    if (!result.empty()) result += ", ";
    result += found.date.to_string() + (found.other ? " or " + found.other->to_string() : "");
  }
  return result;
}

struct Case {
  std::string_view text, dates;
};

TEST(Dates, AsPeoplePrintThem) {
  const Case cases[] = {
      {"с «22» апреля 2025 года", "2025-04-22"},
      {"January 31, 2023", "2023-01-31"},
      {"September 1st 2025", "2025-09-01"},
      {"17 November 2011", "2011-11-17"},
      {"22 November 2023 \xE2\x80\x93 16 November 2026", "2023-11-22, 2026-11-16"},
      {"15. Januar 2026", "2026-01-15"},
      {"3. M\xC3\xA4rz 2024", "2024-03-03"},
      {"30th - April -2026", "2026-04-30"},
      {"24-Apr-23", "2023-04-24"},
      {"5/Jul/2024", "2024-07-05"},
      {"12 de marzo de 2025", "2025-03-12"},
      {"1er janvier 2025", "2025-01-01"},
      {"2025-03-14", "2025-03-14"},
      {"2025/03/14", "2025-03-14"},
      {"03.08.2026.", "2026-08-03"},
      {"31.12.2025", "2025-12-31"},
      {"25/12/2025", "2025-12-25"},
      {"12/25/2025", "2025-12-25"},
      {"05/05/2025", "2025-05-05"},
      {"2024年7月5日", "2024-07-05"},
      {"2024 年 7 月 5 日", "2024-07-05"},
      {"令和6年7月5日", "2024-07-05"},
      {"令和元年5月1日", "2019-05-01"},
      {"２０２４年７月５日", "2024-07-05"},
      {"15 Ağustos 2025", "2025-08-15"},
      {"2022. január 25.", "2022-01-25"},
      {"2024-Jan-05", "2024-01-05"},
  };
  for (const Case& item : cases) EXPECT_EQ(dates_in(item.text), item.dates) << item.text;
}

TEST(Dates, DayAndMonthThatCanBeExchangedStayOpen) {
  EXPECT_EQ(dates_in("05/06/2025"), "2025-06-05 or 2025-05-06");
  EXPECT_EQ(dates_in("05-06-2025"), "2025-06-05 or 2025-05-06");
  EXPECT_EQ(dates_in("05/06/2025, 24/01/2025"), "2025-06-05, 2025-01-24");
  EXPECT_EQ(dates_in("05/06/2025, 01/24/2025"), "2025-05-06, 2025-01-24");
  EXPECT_EQ(dates_in("05/06/2025, 24-01-2025"), "2025-06-05 or 2025-05-06, 2025-01-24");
  EXPECT_EQ(dates_in("05/06/2025, 24/01/2025, 01/24/2025"),
            "2025-06-05 or 2025-05-06, 2025-01-24, 2025-01-24");
}

TEST(Dates, YearsOfTwoDigitsStayOpenWhereTheyMayStandFirst) {
  EXPECT_EQ(dates_in("25/12/26"), "2026-12-25 or 2025-12-26");
  EXPECT_EQ(dates_in("25.12.26"), "2026-12-25 or 2025-12-26");
  EXPECT_EQ(dates_in("25/12/25"), "2025-12-25");
  EXPECT_EQ(dates_in("24/12/26, 05/12/23"), "2026-12-24, 2023-12-05");
  EXPECT_EQ(dates_in("24/12/26, 31/12/2023"), "2026-12-24, 2023-12-31");
  EXPECT_EQ(dates_in("25/12/26, 25/13/26"), "2026-12-25 or 2025-12-26");
  EXPECT_EQ(dates_in("05/13/25"), "2025-05-13");
  EXPECT_EQ(dates_in("05/06/25"), "2025-06-05 or 2025-05-06");
}

TEST(Dates, WhatIsNone) {
  for (std::string_view text : {"2026-02-30", "31.04.2025", "00/10/2025", "13/13/2025", "April 2026",
                                "1.2.23", "1.2.3.2025", "ISO 27001:2022", "IS 730449", "01 153 1900524",
                                "+44 345 080 9000", "12.31.12.2025.4", "", "34/5700/24/10271"})
    EXPECT_EQ(dates_in(text), "") << text;
}

}  // namespace
}  // namespace certreg::reading
