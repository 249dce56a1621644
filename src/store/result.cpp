#include "certreg/store/result.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <charconv>
#include <cstring>
#include <stdexcept>
#include <string_view>

namespace certreg::store {
namespace {

[[noreturn]] void fail(const PGresult* result, int place, std::string_view what) {
  throw std::logic_error(fmt::format("column {} {}", PQfname(result, place), what));
}

template <typename Number>
Number parse(const PGresult* result, int place, const char* text) {
  Number number{};
  const char* end = text + std::strlen(text);
  const auto [stop, error] = std::from_chars(text, end, number);
  if (error != std::errc() || stop != end) fail(result, place, "is not a number");
  return number;
}

// The items of an array as PostgreSQL prints it: {a,"b \"c\""}
std::vector<std::string> parse_array(std::string_view text) {
  std::vector<std::string> items;
  if (text.size() <= 2) return items;
  text = text.substr(1, text.size() - 2);
  items.emplace_back();
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"')
      quoted = !quoted;
    else if (text[i] == ',' && !quoted)
      items.emplace_back();
    else
      items.back() += text[i] == '\\' ? text[++i] : text[i];
  }
  return items;
}

}  // namespace

int Row::place(Column column) const {
  const int place = column.name ? PQfnumber(result_.get(), column.name) : column.index;
  if (place < 0 || place >= PQnfields(result_.get()))
    throw std::logic_error(
        fmt::format("there is no column {}", column.name ? column.name : fmt::format("{}", column.index)));
  return place;
}

const char* Row::value(Column column) const {
  const int at = place(column);
  if (PQgetisnull(result_.get(), index_, at)) fail(result_.get(), at, "is null");
  return PQgetvalue(result_.get(), index_, at);
}

bool Row::is_null(Column column) const { return PQgetisnull(result_.get(), index_, place(column)) != 0; }

std::string Row::text(Column column) const { return value(column); }

std::int64_t Row::integer(Column column) const {
  return parse<std::int64_t>(result_.get(), place(column), value(column));
}

double Row::number(Column column) const { return parse<double>(result_.get(), place(column), value(column)); }

bool Row::boolean(Column column) const {
  const std::string_view text = value(column);
  if (text != "t" && text != "f") fail(result_.get(), place(column), "is not a boolean");
  return text == "t";
}

std::string Row::bytes(Column column) const {
  const char* hex = value(column);
  std::size_t size = 0;
  const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
      PQunescapeBytea(reinterpret_cast<const unsigned char*>(hex), &size), PQfreemem);
  if (!bytes) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(bytes.get()), size};
}

std::vector<std::string> Row::array(Column column) const { return parse_array(value(column)); }

std::string_view Row::raw(int column) const {
  return {PQgetvalue(result_.get(), index_, column),
          static_cast<std::size_t>(PQgetlength(result_.get(), index_, column))};
}

std::optional<std::string> Row::optional_text(Column column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

std::optional<std::int64_t> Row::optional_integer(Column column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

std::optional<double> Row::optional_number(Column column) const {
  if (is_null(column)) return std::nullopt;
  return number(column);
}

std::optional<bool> Row::optional_boolean(Column column) const {
  if (is_null(column)) return std::nullopt;
  return boolean(column);
}

Result::Result(pg_result* owned) : result_(owned, PQclear) {}

std::size_t Result::size() const { return static_cast<std::size_t>(PQntuples(result_.get())); }

Row Result::operator[](std::size_t index) const {
  if (index >= size()) throw std::logic_error("there is no such row");
  return {result_, static_cast<int>(index)};
}

std::optional<Row> Result::first() const {
  if (empty()) return std::nullopt;
  return (*this)[0];
}

Row Result::only() const {
  if (size() != 1) throw std::logic_error(fmt::format("{} rows where one was due", size()));
  return (*this)[0];
}

std::size_t Result::affected() const {
  const std::string_view count = PQcmdTuples(const_cast<PGresult*>(result_.get()));
  std::size_t rows = 0;
  std::from_chars(count.data(), count.data() + count.size(), rows);
  return rows;
}

}  // namespace certreg::store
