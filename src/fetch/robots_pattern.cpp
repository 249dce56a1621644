#include "fetch/robots_pattern.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace certreg::fetch {
namespace {

bool is_unreserved(unsigned char c) {  // RFC 3986, 2.3
  const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return alphanumeric || c == '-' || c == '.' || c == '_' || c == '~';
}

bool is_general_delimiter(unsigned char c) {  // RFC 3986, 2.2
  return std::string_view(":/?#[]@").find(static_cast<char>(c)) != std::string_view::npos;
}

bool is_visible_ascii(unsigned char c) { return c > ' ' && c < 0x7f; }

std::string encoded(unsigned char c) { return fmt::format("%{:02X}", c); }

std::optional<unsigned char> decoded(std::string_view text) {  // of "%41"
  unsigned char octet = 0;
  if (text.size() < 3 || text.front() != '%') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 3, octet, 16);
  if (error != std::errc() || end != text.data() + 3) return std::nullopt;
  return octet;
}

enum class Kind { Path, Pattern };

class Normaliser {
 public:
  explicit Normaliser(Kind kind) : kind_(kind) {}

  std::string normalise(std::string_view text) {
    while (!text.empty()) text.remove_prefix(take(text));
    return std::move(out_);
  }

 private:
  std::size_t take(std::string_view text) {
    const auto c = static_cast<unsigned char>(text.front());
    const auto octet = decoded(text);
    if (octet) {
      put(*octet, reads_the_same(*octet));
      return 3;
    }
    put(c, c == '*' || c == '$' ? has_meaning(text) : is_visible_ascii(c));
    in_query_ = in_query_ || c == '?';
    return 1;
  }

  void put(unsigned char octet, bool plainly) {
    out_ += plainly ? std::string(1, static_cast<char>(octet)) : encoded(octet);
  }

  bool has_meaning(std::string_view text) const {
    return kind_ == Kind::Pattern && (text.front() == '*' || text.size() == 1);
  }

  // The RFC's table has "?a=https://b" and "?a=https%3A%2F%2Fb" as one; a "%2F" in a path is no "/".
  bool reads_the_same(unsigned char octet) const {
    return is_unreserved(octet) || (in_query_ && is_general_delimiter(octet));
  }

  Kind kind_;
  std::string out_;
  bool in_query_ = false;
};

}  // namespace

std::string normalise_path(std::string_view path) { return Normaliser(Kind::Path).normalise(path); }

std::string normalise_pattern(std::string_view pattern) {
  return Normaliser(Kind::Pattern).normalise(pattern);
}

// Each piece between stars is taken where it comes first: a later place never lets more of the rest match.
bool pattern_matches(std::string_view pattern, std::string_view path) {
  const bool to_the_end = !pattern.empty() && pattern.back() == '$';
  if (to_the_end) pattern.remove_suffix(1);
  auto star = pattern.find('*');
  if (star == std::string_view::npos) return to_the_end ? path == pattern : path.starts_with(pattern);
  if (!path.starts_with(pattern.substr(0, star))) return false;
  path.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  while ((star = pattern.find('*')) != std::string_view::npos) {
    const auto piece = pattern.substr(0, star);
    const auto found = path.find(piece);
    if (found == std::string_view::npos) return false;
    path.remove_prefix(found + piece.size());
    pattern.remove_prefix(star + 1);
  }
  return to_the_end ? path.ends_with(pattern) : path.find(pattern) != std::string_view::npos;
}

}  // namespace certreg::fetch
