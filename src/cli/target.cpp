#include "cli/target.h"

namespace certreg::cli {
namespace {

bool is_unreserved(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9') ||
         std::string_view("-._~").find(character) != std::string_view::npos;
}

std::string encoded(std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char character : text) {
    if (is_unreserved(character)) {
      out += character;
      continue;
    }
    const auto byte = static_cast<unsigned char>(character);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

}  // namespace

Target& Target::segment(std::string_view value) {
  text_ += "/" + encoded(value);
  return *this;
}

Target& Target::with(std::string_view name, std::string_view value) {
  text_ += (asks_ ? "&" : "?") + encoded(name) + "=" + encoded(value);
  asks_ = true;
  return *this;
}

Target& Target::with_some(std::string_view name, std::string_view value) {
  return value.empty() ? *this : with(name, value);
}

}  // namespace certreg::cli
