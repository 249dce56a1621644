#include "certreg/domain/harmless.h"

namespace certreg {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

// U+061C, U+200B to U+200F, U+202A to U+202E, U+2066 to U+2069, U+FEFF.
std::size_t direction_mark_at(std::string_view text) {
  if (text.starts_with("\xd8\x9c")) return 2;
  if (text.starts_with("\xef\xbb\xbf")) return 3;
  if (text.size() < 3 || text[0] != '\xe2') return 0;
  const auto second = static_cast<unsigned char>(text[1]), third = static_cast<unsigned char>(text[2]);
  if (second == 0x80 && ((third >= 0x8b && third <= 0x8f) || (third >= 0xaa && third <= 0xae))) return 3;
  return second == 0x81 && third >= 0xa6 && third <= 0xa9 ? 3 : 0;
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (const auto length = direction_mark_at(text)) {
      out += kReplacement;
      text.remove_prefix(length);
      continue;
    }
    const char c = text.front();
    text.remove_prefix(1);
    if (c == '\n' || c == '\r' || c == '\t')
      out += ' ';
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      out += kReplacement;
    else
      out += c;
  }
  return out;
}

}  // namespace certreg
