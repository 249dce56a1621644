#include "certreg/domain/utf8.h"

namespace certreg {
namespace {

unsigned at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

bool is_tail(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

std::size_t length_of(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// The second byte alone tells overlong forms, surrogates and what lies above U+10FFFF (RFC 3629, 4).
bool fits_lead(unsigned lead, unsigned second) {
  if (lead == 0xE0) return second >= 0xA0;
  if (lead == 0xED) return second <= 0x9F;
  if (lead == 0xF0) return second >= 0x90;
  if (lead == 0xF4) return second <= 0x8F;
  return true;
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  const auto length = length_of(at(text, 0));
  if (length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!is_tail(at(text, i))) return 0;
  return length < 2 || fits_lead(at(text, 0), at(text, 1)) ? length : 0;
}

}  // namespace certreg
