#include "reading/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "reading/date_tokens.h"

namespace certreg::reading {
namespace {

using Order = DateOrders::Order;
using Tokens = std::span<const DateToken>;

constexpr std::array<std::string_view, 14> kOrdinals{"st", "nd", "rd", "th",  "er", "ere", "o",
                                                     "a",  "e",  "de", "ste", "of", "den", "del"};
constexpr int kEarliest = 1980, kLatest = 2099;

std::optional<Date> day(int year, unsigned month, unsigned number) {
  if (year < kEarliest || year > kLatest || month < 1 || month > 12 || number < 1 || number > 31)
    return std::nullopt;
  std::chrono::year_month_day value{std::chrono::year(year), std::chrono::month(month),
                                    std::chrono::day(number)};
  if (!value.ok()) return std::nullopt;
  return Date(std::chrono::sys_days(value));
}

int number_of(const DateToken& token) {
  int value = 0;
  std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
  return value;
}

bool is_number(Tokens tokens, std::size_t at, std::size_t most_digits) {
  return at < tokens.size() && tokens[at].kind == DateToken::Kind::Number &&
         tokens[at].text.size() <= most_digits;
}

bool is_year(Tokens tokens, std::size_t at) {
  return at < tokens.size() && tokens[at].kind == DateToken::Kind::Number && tokens[at].text.size() == 4;
}

bool is_mark(Tokens tokens, std::size_t at, std::string_view mark) {
  return at < tokens.size() && tokens[at].kind == DateToken::Kind::Mark && tokens[at].text == mark;
}

// The separator of a numeric date: '/', '.', '-', or 0. Hyphens and dashes count as one.
char separator(Tokens tokens, std::size_t at) {
  for (std::string_view mark : {"/", ".", "-"})
    if (is_mark(tokens, at, mark)) return mark[0];
  return is_mark(tokens, at, "\xE2\x80\x90") || is_mark(tokens, at, "\xE2\x80\x91") ? '-' : '\0';
}

bool touch(const DateToken& one, const DateToken& other) { return other.begin <= one.end + 1; }

struct Numeric {
  int first, second, year;
  char mark;
  bool has_short_year = false;

  // No certificate that may count is older.
  bool may_begin_with_year() const {
    constexpr int kEarliestShort = 20;
    return has_short_year && first >= kEarliestShort && year % 100 <= 31;
  }
};

// Of two digits; with points only where day and month have two as well: "1.2.23" is a version.
std::optional<int> short_year_at(Tokens tokens) {
  if (tokens.size() < 5 || tokens[4].kind != DateToken::Kind::Number || tokens[4].text.size() != 2)
    return std::nullopt;
  const bool full = tokens[0].text.size() == 2 && tokens[2].text.size() == 2;
  if (separator(tokens, 1) != '/' && !full) return std::nullopt;
  return 2000 + number_of(tokens[4]);
}

// 31.12.2025, 31/12/2025, 31-12-2025, 31/12/25: five tokens without wide gaps.
std::optional<Numeric> numeric_at(Tokens tokens) {
  if (!is_number(tokens, 0, 2) || !is_number(tokens, 2, 2)) return std::nullopt;
  const auto short_year = short_year_at(tokens);
  if (!short_year && !is_year(tokens, 4)) return std::nullopt;
  char mark = separator(tokens, 1);
  if (mark == '\0' || separator(tokens, 3) != mark) return std::nullopt;
  for (std::size_t at = 0; at < 4; ++at)
    if (!touch(tokens[at], tokens[at + 1])) return std::nullopt;
  return Numeric{number_of(tokens[0]), number_of(tokens[2]), short_year ? *short_year : number_of(tokens[4]),
                 mark, short_year.has_value()};
}

struct Match {
  std::size_t tokens = 0;
  std::optional<Date> date, other;
};

Order order_of(const DateOrders& orders, char mark) {
  if (mark == '/') return orders.slash;
  return mark == '.' ? orders.dot : orders.dash;
}

Match match_numeric(Tokens tokens, const DateOrders& orders) {
  auto numeric = numeric_at(tokens);
  if (!numeric) return {};
  auto first = static_cast<unsigned>(numeric->first), second = static_cast<unsigned>(numeric->second);
  auto day_first = day(numeric->year, second, first), month_first = day(numeric->year, first, second);
  Order order = order_of(orders, numeric->mark);
  if (day_first && numeric->may_begin_with_year() && !orders.year_is_last) {
    auto year_first = day(2000 + numeric->first, second, static_cast<unsigned>(numeric->year % 100));
    if (year_first && year_first != day_first) return {5, day_first, year_first};
  }
  if (!day_first || !month_first || order == Order::DayFirst)
    return {5, day_first || order == Order::DayFirst ? day_first : month_first, std::nullopt};
  if (order == Order::MonthFirst || day_first == month_first) return {5, month_first, std::nullopt};
  return {5, day_first, month_first};
}

Match match_year_first(Tokens tokens) {
  if (!is_year(tokens, 0) || !is_number(tokens, 2, 2) || !is_number(tokens, 4, 2)) return {};
  char mark = separator(tokens, 1);
  if (mark == '\0' || separator(tokens, 3) != mark) return {};
  return {5,
          day(number_of(tokens[0]), static_cast<unsigned>(number_of(tokens[2])),
              static_cast<unsigned>(number_of(tokens[4]))),
          std::nullopt};
}

constexpr std::string_view kYearSign = "年", kMonthSign = "月", kDaySign = "日", kDaySignSpoken = "号";
constexpr std::string_view kKoreanSigns[] = {"년", "월", "일"};

// 2024년 7월 5일
Match match_korean(Tokens tokens) {
  if (!is_year(tokens, 0) || !is_number(tokens, 2, 2) || !is_number(tokens, 4, 2)) return {};
  for (std::size_t at = 0; at < 3; ++at)
    if (!is_mark(tokens, 2 * at + 1, kKoreanSigns[at])) return {};
  return {6,
          day(number_of(tokens[0]), static_cast<unsigned>(number_of(tokens[2])),
              static_cast<unsigned>(number_of(tokens[4]))),
          std::nullopt};
}

// 2024年7月5日, 令和6年7月5日. The first year of an era is written 元.
Match match_east_asian(Tokens tokens) {
  std::size_t at = 0;
  int base = 0;
  if (is_mark(tokens, 0, "令") && is_mark(tokens, 1, "和")) base = 2018;
  if (is_mark(tokens, 0, "平") && is_mark(tokens, 1, "成")) base = 1988;
  if (base != 0) at = 2;
  bool first_year = base != 0 && is_mark(tokens, at, "元");
  if (!first_year && !(base != 0 ? is_number(tokens, at, 2) : is_year(tokens, at))) return {};
  int year = first_year ? base + 1 : base + number_of(tokens[at]);
  if (!is_mark(tokens, at + 1, kYearSign) || !is_number(tokens, at + 2, 2) ||
      !is_mark(tokens, at + 3, kMonthSign) || !is_number(tokens, at + 4, 2))
    return {};
  if (!is_mark(tokens, at + 5, kDaySign) && !is_mark(tokens, at + 5, kDaySignSpoken)) return {};
  return {at + 6,
          day(year, static_cast<unsigned>(number_of(tokens[at + 2])),
              static_cast<unsigned>(number_of(tokens[at + 4]))),
          std::nullopt};
}

std::size_t skip_marks(Tokens tokens, std::size_t at) {
  constexpr std::array<std::string_view, 7> kBetween{
      ".", ",", "-", "/", "\xE2\x80\x93", "\xE2\x80\x91", "\xE2\x80\x90"};
  std::size_t most = at + 2;
  while (at < tokens.size() && at < most && tokens[at].kind == DateToken::Kind::Mark &&
         std::ranges::find(kBetween, tokens[at].text) != kBetween.end())
    ++at;
  return at;
}

std::size_t skip_ordinal(Tokens tokens, std::size_t at) {
  if (at < tokens.size() && (is_mark(tokens, at, "º") || is_mark(tokens, at, "°"))) return at + 1;
  bool ordinal = at < tokens.size() && tokens[at].kind == DateToken::Kind::Word &&
                 std::ranges::find(kOrdinals, tokens[at].text) != kOrdinals.end();
  return ordinal ? at + 1 : at;
}

unsigned month_at(Tokens tokens, std::size_t at, const Labels& labels) {
  return at < tokens.size() && tokens[at].kind == DateToken::Kind::Word ? labels.month_of(tokens[at].text)
                                                                        : 0;
}

std::optional<int> named_year_at(Tokens tokens, std::size_t at) {
  if (is_year(tokens, at)) return number_of(tokens[at]);
  bool short_year =
      at < tokens.size() && tokens[at].kind == DateToken::Kind::Number && tokens[at].text.size() == 2;
  if (!short_year) return std::nullopt;
  return 2000 + number_of(tokens[at]);
}

// 15. Januar 2026, 30th - April - 2026, 24-Apr-23, 12 de marzo de 2025
Match match_day_month(Tokens tokens, const Labels& labels) {
  if (!is_number(tokens, 0, 2)) return {};
  std::size_t at = skip_ordinal(tokens, skip_marks(tokens, 1));
  at = skip_ordinal(tokens, skip_marks(tokens, at));
  unsigned month = month_at(tokens, at, labels);
  if (month == 0) return {};
  at = skip_ordinal(tokens, skip_marks(tokens, at + 1));
  auto year = named_year_at(tokens, at);
  if (!year) return {};
  return {at + 1, day(*year, month, static_cast<unsigned>(number_of(tokens[0]))), std::nullopt};
}

// January 31, 2023; September 1st 2025
Match match_month_day(Tokens tokens, const Labels& labels) {
  unsigned month = month_at(tokens, 0, labels);
  std::size_t at = skip_marks(tokens, 1);
  if (month == 0 || !is_number(tokens, at, 2)) return {};
  auto number = static_cast<unsigned>(number_of(tokens[at]));
  at = skip_marks(tokens, skip_ordinal(tokens, at + 1));
  if (!is_year(tokens, at)) return {};
  return {at + 1, day(number_of(tokens[at]), month, number), std::nullopt};
}

// 2022. január 25., 2024-Jan-05
Match match_year_month_day(Tokens tokens, const Labels& labels) {
  if (!is_year(tokens, 0)) return {};
  std::size_t at = skip_marks(tokens, 1);
  const unsigned month = month_at(tokens, at, labels);
  at = skip_marks(tokens, at + 1);
  if (month == 0 || !is_number(tokens, at, 2)) return {};
  return {at + 1, day(number_of(tokens[0]), month, static_cast<unsigned>(number_of(tokens[at]))),
          std::nullopt};
}

Match match_at(Tokens tokens, const Labels& labels, const DateOrders& orders) {
  for (Match match : {match_east_asian(tokens), match_korean(tokens), match_year_first(tokens),
                      match_year_month_day(tokens, labels), match_day_month(tokens, labels),
                      match_month_day(tokens, labels), match_numeric(tokens, orders)})
    if (match.date) return match;
  return {};
}

// A number that goes on to the left or right is no date: "12.31.12.2025.4".
bool stands_alone(Tokens tokens, std::size_t begin, std::size_t end) {
  bool joined_before = begin > 0 && tokens[begin - 1].end == tokens[begin].begin &&
                       separator(tokens, begin - 1) != '\0' && begin > 1 &&
                       tokens[begin - 2].kind == DateToken::Kind::Number &&
                       tokens[begin - 2].end == tokens[begin - 1].begin;
  bool joined_after = separator(tokens, end) != '\0' && is_number(tokens, end + 1, 8) &&
                      tokens[end].begin == tokens[end - 1].end && tokens[end + 1].begin == tokens[end].end;
  return !joined_before && !joined_after;
}

Order settle(bool day_first, bool month_first, Order otherwise) {
  if (day_first == month_first) return day_first ? Order::Unknown : otherwise;
  return day_first ? Order::DayFirst : Order::MonthFirst;
}

}  // namespace

void DateOrders::learn(std::string_view text) {
  std::vector<DateToken> tokens = date_tokens(text);
  for (std::size_t at = 0; at + 4 < tokens.size(); ++at) {
    auto numeric = numeric_at(Tokens(tokens).subspan(at));
    if (!numeric || !stands_alone(tokens, at, at + 5)) continue;
    bool day_first = numeric->first > 12 && numeric->first <= 31 && numeric->second <= 12;
    bool month_first = numeric->second > 12 && numeric->second <= 31 && numeric->first <= 12;
    year_is_last |= !numeric->may_begin_with_year();
    if (numeric->mark == '/') slash_day_ |= day_first, slash_month_ |= month_first;
    if (numeric->mark == '-') dash_day_ |= day_first, dash_month_ |= month_first;
    if (numeric->mark == '.') dot_day_ |= day_first, dot_month_ |= month_first;
  }
  slash = settle(slash_day_, slash_month_, Order::Unknown);
  dash = settle(dash_day_, dash_month_, Order::Unknown);
  // Dots are written between day and month only where the day comes first (DIN 5008 and its like).
  dot = settle(dot_day_, dot_month_, Order::DayFirst);
}

std::vector<FoundDate> find_dates(std::string_view text, const Labels& labels, const DateOrders& orders) {
  std::vector<DateToken> tokens = date_tokens(text);
  std::vector<FoundDate> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    Match match = match_at(Tokens(tokens).subspan(at), labels, orders);
    if (!match.date || !stands_alone(tokens, at, at + match.tokens)) continue;
    found.push_back({tokens[at].begin, tokens[at + match.tokens - 1].end, *match.date, match.other});
    at += match.tokens - 1;
  }
  return found;
}

}  // namespace certreg::reading
