#include "certreg/codec/stored_text.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace certreg::codec {
namespace {

// What stands for itself after a backslash, or nothing.
char escaped(char c) {
  switch (c) {
    case '"':
    case '\\':
    case '/':
      return c;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return '\0';
  }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What JSON asks for beyond what from_chars does: no zeros before other digits, and digits at both ends.
bool is_number_of_json(std::string_view digits) {
  if (digits.starts_with('-')) digits.remove_prefix(1);
  if (digits.empty() || !is_digit(digits.front()) || !is_digit(digits.back())) return false;
  return digits.front() != '0' || digits.size() == 1 || !is_digit(digits[1]);
}

template <class Number>
std::optional<Number> number_in(std::string_view digits) {
  if (!is_number_of_json(digits)) return std::nullopt;
  Number value{};
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

void StoredText::fail() {
  is_good_ = false;
  at_ = end_;
}

bool StoredText::take_word(std::string_view word) {
  if (!std::string_view(at_, end_).starts_with(word)) return false;
  at_ += word.size();
  return true;
}

bool StoredText::begins(char bracket) {
  if (take(bracket)) return true;
  if (!take_word("null")) fail();
  return false;
}

bool StoredText::goes_on(char bracket) {
  if (take(',')) return true;
  if (!take(bracket)) fail();
  return false;
}

std::string_view StoredText::plain_text() {
  if (!take('"')) return fail(), std::string_view();
  const auto* quote = static_cast<const char*>(std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_)));
  if (quote == nullptr) return fail(), std::string_view();
  const std::string_view text(at_, quote);
  if (text.find('\\') != text.npos) return fail(), std::string_view();
  at_ = quote + 1;
  return text;
}

std::string StoredText::text() {
  if (take_word("null")) return {};
  if (!take('"')) return fail(), std::string();
  std::string text;
  for (;;) {
    const auto* quote = static_cast<const char*>(std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_)));
    if (quote == nullptr) return fail(), std::string();
    const std::string_view part(at_, quote);
    const auto slash = part.find('\\');
    if (slash == part.npos) {
      at_ = quote + 1;
      return text.append(part);
    }
    text.append(part.substr(0, slash));
    at_ += slash + 1;  // the quotation mark at `quote` is behind it
    const auto c = escaped(*at_++);
    if (c == '\0') return fail(), std::string();
    text += c;
  }
}

std::optional<std::string> StoredText::text_or_null() {
  if (take_word("null")) return std::nullopt;
  return text();
}

std::optional<Date> StoredText::date() {
  if (take_word("null")) return std::nullopt;
  const auto day = Date::parse(plain_text());
  if (!day) fail();
  return day;
}

std::optional<Instant> StoredText::instant() {
  if (take_word("null")) return std::nullopt;
  const auto instant = parse_instant(plain_text());
  if (!instant) fail();
  return instant;
}

bool StoredText::boolean() {
  if (take_word("true")) return true;
  if (!take_word("false") && !take_word("null")) fail();
  return false;
}

std::string_view StoredText::number() {
  const auto* first = at_;
  at_ = std::find_if(at_, end_, [](char c) { return c == ',' || c == '}' || c == ']'; });
  return {first, at_};
}

int StoredText::integer() {
  if (take_word("null")) return 0;
  const auto value = number_in<int>(number());
  if (!value) fail();
  return value.value_or(0);
}

double StoredText::real() {
  if (take_word("null")) return 0;
  const auto value = number_in<double>(number());
  if (!value) fail();
  return value.value_or(0);
}

std::vector<std::string> StoredText::texts() {
  std::vector<std::string> all;
  items([&](StoredText& item) { all.push_back(item.text()); });
  return all;
}

std::optional<std::size_t> StoredText::place_in(const std::vector<std::string_view>& names) {
  if (take_word("null")) return std::nullopt;
  const auto found = std::find(names.begin(), names.end(), plain_text());
  if (found == names.end()) return fail(), std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

}  // namespace certreg::codec
