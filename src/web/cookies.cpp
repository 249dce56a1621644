#include "web/cookies.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/domain/utf8.h"
#include "certreg/http/form.h"

namespace certreg::web {
namespace {

constexpr std::size_t kLongestAddress = 4000;

bool is_unreserved(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || std::string_view("-._~").find(letter) != std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string type_of(const http::Request& request) {
  const auto* type = request.header("Content-Type");
  return type == nullptr ? std::string() : *type;
}

bool is_text(std::string_view text) {
  while (!text.empty()) {
    const auto length = utf8_length(text);
    if (length == 0 || text.front() == '\0') return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace

std::string cookie(const http::Request& request, std::string_view name) {
  const auto* field = request.header("Cookie");
  std::string_view rest = field == nullptr ? std::string_view() : *field;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    const auto pair = trimmed(rest.substr(0, end));
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name)
      return std::string(pair.substr(equals + 1));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

http::Header set_cookie(std::string_view name, std::string_view value, bool secure,
                        std::optional<std::chrono::seconds> age) {
  auto text = fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax", name, value);
  if (secure) text += "; Secure";
  if (age) text += fmt::format("; Max-Age={}", age->count());
  return {"Set-Cookie", text};
}

std::string query_value(const http::Request& request, std::string_view name) {
  for (const auto& [key, value] : request.query)
    if (key == name) return value;
  return {};
}

std::string form_value(const http::Request& request, std::string_view name) {
  for (const auto& part : form_parts(request))
    if (part.name == name && !part.is_file)
      return is_text(part.content) ? std::string(part.content) : std::string();
  if (http::is_multipart(type_of(request)) || !request.held.empty()) return {};
  for (const auto& [key, value] : http::parse_form(request.content()))
    if (key == name) return value;
  return {};
}

std::vector<http::FormPart> form_parts(const http::Request& request) {
  return http::parse_multipart(type_of(request), request.content());
}

std::optional<http::FormPart> form_file(const http::Request& request, std::string_view name) {
  for (auto& part : form_parts(request))
    if (part.name == name && !(part.file_name.empty() && part.content.empty())) return std::move(part);
  return std::nullopt;
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char letter : text)
    is_unreserved(letter) ? void(out += letter)
                          : void(out += fmt::format("%{:02X}", static_cast<unsigned char>(letter)));
  return out;
}

std::string own_address(const std::string& text) {
  const bool printable = std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  const bool is_ours = text.starts_with('/') && !text.starts_with("//") && !text.starts_with("/\\");
  return printable && is_ours && text.size() <= kLongestAddress ? text : "/";
}

}  // namespace certreg::web
