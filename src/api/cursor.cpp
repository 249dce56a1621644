#include "api/cursor.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace certreg::api {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

std::optional<std::string> decoded(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const auto high = kDigits.find(text[i]), low = kDigits.find(text[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

// Keys are ids, days and numbers; anything else did not come from us and must not reach the database.
bool is_plain(std::string_view key) {
  return std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
  });
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  for (;;) {
    const auto at = text.find('\n');
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

}  // namespace

std::string encode_cursor(const std::vector<std::string>& keys) {
  std::string bytes, text;
  for (const auto& key : keys) bytes += (bytes.empty() ? "" : "\n") + key;
  for (const unsigned char byte : bytes) {
    text += kDigits[byte / 16];
    text += kDigits[byte % 16];
  }
  return text;
}

std::vector<std::string> cursor_of(QueryReader& query, std::size_t keys) {
  const auto text = query.text("cursor", 400);
  if (text.empty()) return {};
  if (const auto bytes = decoded(text)) {
    auto parts = split(*bytes);
    if (parts.size() == keys && std::all_of(parts.begin(), parts.end(), is_plain)) return parts;
  }
  query.problem("cursor", "is not one that this list gave");
  return {};
}

std::optional<std::int64_t> number_cursor_of(QueryReader& query) {
  const auto keys = cursor_of(query);
  if (keys.empty()) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(keys[0].data(), keys[0].data() + keys[0].size(), number);
  if (error == std::errc() && end == keys[0].data() + keys[0].size() && number > 0) return number;
  query.problem("cursor", "is not one that this list gave");
  return std::nullopt;
}

}  // namespace certreg::api
