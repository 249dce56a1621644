#include "certreg/domain/date.h"

#include <gtest/gtest.h>

#include "certreg/domain/error.h"

namespace certreg {
namespace {

TEST(Date, AcceptsOnlyDaysThatExist) {
  for (const char* text : {"2026-01-31", "2024-02-29", "2000-02-29", "1900-01-01", "2199-12-31"}) {
    const auto date = Date::parse(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->to_string(), text);
  }
}

TEST(Date, RefusesEverythingElse) {
  for (const char* text : {"",
                           "2026-02-30",
                           "2025-02-29",
                           "1900-02-29",
                           "2026-13-01",
                           "2026-00-10",
                           "2026-01-00",
                           "2026-1-01",
                           "26-01-01",
                           "2026/01/01",
                           "20260101",
                           "2026-01-01 ",
                           " 2026-01-01",
                           "2026-01-01T00:00:00Z",
                           "1899-12-31",
                           "2200-01-01",
                           "-026-01-01",
                           "2026-+1-01",
                           "２０２６-01-01",
                           "2026-01-0a"}) {
    EXPECT_FALSE(Date::parse(text)) << text;
  }
}

TEST(Date, ConstructorRefusesADayThatDoesNotExist) {
  EXPECT_EQ(Date(2026, 2, 28).to_string(), "2026-02-28");
  try {
    Date(2026, 2, 30);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Invalid);
  }
}

TEST(Date, AddsMonthsToTheLastDayWhenTheDayDoesNotExistThere) {
  const struct {
    const char* from;
    int months;
    const char* to;
  } rows[] = {{"2026-01-31", 1, "2026-02-28"},  {"2023-08-31", 6, "2024-02-29"},
              {"2026-03-31", -1, "2026-02-28"}, {"2026-11-15", 6, "2027-05-15"},
              {"2026-06-15", 0, "2026-06-15"},  {"2026-01-15", -13, "2024-12-15"}};
  for (const auto& row : rows) {
    EXPECT_EQ(Date::parse(row.from)->plus_months(row.months).to_string(), row.to) << row.from;
  }
}

TEST(Date, CountsDays) {
  EXPECT_EQ(days_between(Date(2026, 2, 28), Date(2026, 3, 1)), 1);
  EXPECT_EQ(days_between(Date(2026, 3, 1), Date(2024, 2, 29)), -731);
  EXPECT_EQ(Date(2025, 12, 31).plus_days(1), Date(2026, 1, 1));
  EXPECT_EQ(Date(2026, 1, 1).year(), 2026);
}

TEST(Instant, ReadsUtcOffsetsFractionsAndDays) {
  const struct {
    const char* text;
    const char* utc;
  } rows[] = {{"2026-01-31", "2026-01-31T00:00:00.000000Z"},
              {"2026-01-31T12:00:00Z", "2026-01-31T12:00:00.000000Z"},
              {"2026-01-31t12:00:00z", "2026-01-31T12:00:00.000000Z"},
              {"2026-01-31T00:30:00.5+01:00", "2026-01-30T23:30:00.500000Z"},
              {"2026-01-31T12:00:00.123456789-05:30", "2026-01-31T17:30:00.123456Z"}};
  for (const auto& row : rows) {
    const auto instant = parse_instant(row.text);
    ASSERT_TRUE(instant) << row.text;
    EXPECT_EQ(to_string(*instant), row.utc);
    EXPECT_EQ(parse_instant(row.utc), instant);
  }
}

TEST(Instant, RefusesWhatRfc3339DoesNotKnow) {
  for (const char* text :
       {"", "now", "2026-02-30T00:00:00Z", "2026-01-31T24:00:00Z", "2026-01-31T12:60:00Z",
        "2026-01-31T12:00:60Z", "2026-01-31T12:00:00", "2026-01-31 12:00:00Z", "2026-01-31T12:00Z",
        "2026-01-31T12:00:00.Z", "2026-01-31T12:00:00.1", "2026-01-31T12:00:00+0100",
        "2026-01-31T12:00:00+24:00", "2026-01-31T12:00:00ZZ", "2026-01-31T12:00:00.1234567xZ"}) {
    EXPECT_FALSE(parse_instant(text)) << text;
  }
}

TEST(Instant, BelongsToItsDayInUtc) {
  EXPECT_EQ(day_of(*parse_instant("2026-01-31T23:59:59.999999Z")), Date(2026, 1, 31));
  EXPECT_EQ(day_of(*parse_instant("1969-12-31T23:59:59Z")), Date(1969, 12, 31));
}

}  // namespace
}  // namespace certreg
