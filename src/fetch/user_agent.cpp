#include "certreg/fetch/user_agent.h"

#include <fmt/format.h>

#include <algorithm>

namespace certreg::fetch {
namespace {

constexpr std::string_view kVersion = "0.1";
constexpr std::size_t kLongestContact = 200;

// Parentheses and backslashes would end or escape the comment that it stands in (RFC 9110, 5.6.5).
bool fits_into_comment(std::string_view text) {
  return text.size() <= kLongestContact && std::all_of(text.begin(), text.end(), [](char c) {
           return c > ' ' && c <= '~' && c != '(' && c != ')' && c != '\\';
         });
}

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  return at != 0 && at != std::string_view::npos && at + 1 < text.size() &&
         text.find('@', at + 1) == text.npos && text.find_first_of(":/") == text.npos;
}

bool is_web_address(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (text.starts_with(scheme)) return text.size() > scheme.size();
  return false;
}

}  // namespace

std::optional<std::string> user_agent(std::string_view contact) {
  const auto name = fmt::format("{}/{}", kProduct, kVersion);
  if (contact.empty()) return name;
  if (!fits_into_comment(contact)) return std::nullopt;
  if (is_web_address(contact)) return fmt::format("{} (+{})", name, contact);
  constexpr std::string_view kMailto = "mailto:";
  if (contact.starts_with(kMailto)) contact.remove_prefix(kMailto.size());
  if (!is_mail_address(contact)) return std::nullopt;
  return fmt::format("{} (+{}{})", name, kMailto, contact);
}

}  // namespace certreg::fetch
