#include "api/target.h"

namespace certreg::api {
namespace {

bool is_unreserved(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

std::string encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte / 16];
    out += digits[byte % 16];
  }
  return out;
}

std::string target_with(const http::Request& request, std::string_view name, std::string_view value) {
  std::string target;
  for (const auto& segment : request.segments) target += '/' + encoded(segment);
  char separator = '?';
  for (const auto& [key, old] : request.query) {
    if (key == name) continue;
    target += separator + encoded(key) + '=' + encoded(old);
    separator = '&';
  }
  return target + separator + encoded(name) + '=' + encoded(value);
}

}  // namespace certreg::api
