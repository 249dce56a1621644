// Dates as people print them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/reading/labels.h"

namespace certreg::reading {

// A date in a text. `other` is the second reading of one whose day and month can be exchanged, or whose day
// and year of two digits can.
struct FoundDate {
  std::size_t begin = 0, end = 0;  // bytes
  Date date;
  std::optional<Date> other;
};

// The order of day and month in numeric dates, by what the same document settles (a part above 12), for each
// separator.
struct DateOrders {
  enum class Order { Unknown, DayFirst, MonthFirst };
  Order slash = Order::Unknown, dash = Order::Unknown, dot = Order::DayFirst;
  bool year_is_last = false;  // so that "25/12/26" is no day of 2025

  // Looks at every numeric date of the text. Evidence for both orders leaves the order unknown.
  void learn(std::string_view text);

 private:
  bool slash_day_ = false, slash_month_ = false, dash_day_ = false, dash_month_ = false, dot_day_ = false,
       dot_month_ = false;
};

// In the order of the text. Day-first, month-first, year-first, with month names in the labels' languages,
// ordinals, Japanese and Chinese dates, imperial eras. Two-digit years stand last, beside a month's name or
// in numeric dates.
std::vector<FoundDate> find_dates(std::string_view text, const Labels& labels, const DateOrders& orders);

}  // namespace certreg::reading
