#include "service/pattern.h"

#include <algorithm>
#include <string>

namespace certreg::service {
namespace {

// The star that was met last takes one character more whenever the rest does not fit.
bool matches_wild(std::string_view pattern, std::string_view text, char never_in_star) {
  std::size_t at = 0, in_text = 0, star = std::string_view::npos, resume = 0;
  while (in_text < text.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      resume = in_text;
    } else if (at < pattern.size() && pattern[at] == text[in_text]) {
      ++at;
      ++in_text;
    } else if (star != std::string_view::npos && text[resume] != never_in_star) {
      at = star + 1;
      in_text = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return lower;
}

}  // namespace

bool matches_file(std::string_view pattern, std::string_view name) {
  if (!pattern.starts_with("**/")) return matches_wild(pattern, name, '/');
  // Two of them mean the same as one, and each would multiply the work by the number of folders.
  auto rest = pattern.substr(3);
  while (rest.starts_with("**/")) rest.remove_prefix(3);
  for (std::size_t at = 0;; ++at) {
    if (matches_file(rest, name.substr(at))) return true;
    at = name.find('/', at);
    if (at == std::string_view::npos) return false;
  }
}

bool matches_text(std::string_view pattern, std::string_view text) {
  return matches_wild(pattern, text, '\0');
}

bool matches_words(std::string_view pattern, std::string_view text) {
  return matches_text(lower_ascii(pattern), lower_ascii(text));
}

}  // namespace certreg::service
