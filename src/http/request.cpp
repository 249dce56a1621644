#include "certreg/http/request.h"

#include <algorithm>

namespace certreg::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool is_same_name(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, {}, lower, lower);
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
