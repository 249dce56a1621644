#include "http/target.h"

#include <algorithm>

#include "certreg/http/header.h"
#include "http/utf8.h"

namespace certreg::http {
namespace {

constexpr std::size_t kUsualSegments = 4;

enum class Plus { Literal, Space };

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<char> decode_octet(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return std::nullopt;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

// What most targets are made of, and stands for itself.
bool is_literal(char c) { return c > ' ' && c < 0x7F && c != '%' && c != '+'; }

std::optional<std::string> decode(std::string_view text, Plus plus) {
  if (std::ranges::all_of(text, is_literal)) return std::string(text);
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i] == '+' && plus == Plus::Space ? ' ' : text[i];
      continue;
    }
    const std::optional<char> octet = decode_octet(text, i);
    if (!octet) return std::nullopt;
    decoded += *octet;
    i += 2;
  }
  if (!is_plain_utf8(decoded)) return std::nullopt;
  return decoded;
}

// Splits off what stands before the separator; all of it when there is none.
std::string_view take_until(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view piece = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return piece;
}

bool read_path(std::string_view text, Target& target) {
  text.remove_prefix(1);
  target.path.reserve(text.size() + 1);
  target.path = "/";
  if (text.empty()) return true;
  target.segments.reserve(kUsualSegments);
  for (bool more = true; more;) {
    more = text.find('/') != std::string_view::npos;
    std::optional<std::string> segment = decode(take_until(text, '/'), Plus::Literal);
    if (!segment) return false;
    target.path += *segment;
    if (more) target.path += '/';
    target.segments.push_back(std::move(*segment));
  }
  return true;
}

bool read_query(std::string_view text, Target& target) {
  while (!text.empty()) {
    std::string_view value = take_until(text, '&');
    if (value.empty()) continue;
    std::optional<std::string> name = decode(take_until(value, '='), Plus::Space);
    std::optional<std::string> decoded = decode(value, Plus::Space);
    if (!name || !decoded) return false;
    target.query.emplace_back(std::move(*name), std::move(*decoded));
  }
  return true;
}

// Drops "http://host:port" of the absolute form. False when the text is neither that nor the origin form.
bool drop_authority(std::string_view& text) {
  if (text.starts_with('/')) return true;
  const std::size_t scheme = text.find("://");
  if (scheme == std::string_view::npos) return false;
  if (!is_same_name(text.substr(0, scheme), "http") && !is_same_name(text.substr(0, scheme), "https"))
    return false;
  text.remove_prefix(scheme + 3);
  const std::size_t end = text.find_first_of("/?");
  if (text.empty() || end == 0) return false;
  text.remove_prefix(end == std::string_view::npos ? text.size() : end);
  return true;
}

}  // namespace

std::optional<Target> parse_target(std::string_view method, std::string_view text) {
  Target target;
  if (method == "OPTIONS" && text == "*") {
    target.path = "*";
    return target;
  }
  if (method == "CONNECT" || text.find('#') != std::string_view::npos || !drop_authority(text))
    return std::nullopt;
  const std::string_view path = take_until(text, '?');
  if (!read_path(path.empty() ? "/" : path, target) || !read_query(text, target)) return std::nullopt;
  return target;
}

}  // namespace certreg::http
