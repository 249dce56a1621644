#include "certreg/http/request.h"

#include <algorithm>
#include <stdexcept>

namespace certreg::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool is_same_name(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, {}, lower, lower);
}

void HeaderLines::add(std::string_view name, std::string_view value) {
  const auto ends_line = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
  if (std::ranges::any_of(value, ends_line)) throw std::logic_error("a header's value ends its line");
  if (text_.empty()) text_.reserve(256);
  text_.append(name).append(": ").append(value).append("\r\n");
}

const std::string* Request::header(std::string_view name) const {
  for (const Header& field : headers) {
    if (is_same_name(field.name, name)) return &field.value;
  }
  return nullptr;
}

std::size_t Request::count(std::string_view name) const {
  const auto matches = [name](const Header& field) { return is_same_name(field.name, name); };
  return static_cast<std::size_t>(std::ranges::count_if(headers, matches));
}

}  // namespace certreg::http
