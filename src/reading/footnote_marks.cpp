#include <array>

#include "reading/service_entry.h"

namespace certreg::reading {
namespace {

// A run of signs of one row is one mark: "**" is not "*", and "¹²" is the twelfth note.
constexpr std::array<std::string_view, 4> kSigns{"*", "†", "‡", "§"};
constexpr std::array<std::string_view, 10> kDigits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

std::string_view sign_at_start(std::string_view text) {
  for (auto sign : kSigns)
    if (text.starts_with(sign)) return sign;
  return {};
}

std::string_view sign_at_end(std::string_view text) {
  for (auto sign : kSigns)
    if (text.ends_with(sign)) return sign;
  return {};
}

std::size_t digits_at_start(std::string_view text) {
  std::size_t size = 0;
  for (bool more = true; more;) {
    more = false;
    for (auto digit : kDigits)
      if (text.substr(size).starts_with(digit)) {
        size += digit.size();
        more = true;
      }
  }
  return size;
}

std::size_t digits_at_end(std::string_view text) {
  std::size_t size = 0;
  for (bool more = true; more;) {
    more = false;
    for (auto digit : kDigits)
      if (text.substr(0, text.size() - size).ends_with(digit)) {
        size += digit.size();
        more = true;
      }
  }
  return size;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 2 && text.find_first_not_of("0123456789") == text.npos;
}

}  // namespace

std::string_view mark_before(std::string_view text) {
  if (auto sign = sign_at_start(text); !sign.empty()) {
    std::size_t size = 0;
    while (text.substr(size).starts_with(sign)) size += sign.size();
    return text.substr(0, size);
  }
  if (text.starts_with('[')) {
    auto close = text.find(']');
    if (close != text.npos && is_number(text.substr(1, close - 1))) return text.substr(0, close + 1);
  }
  return text.substr(0, digits_at_start(text));
}

std::string_view mark_after(std::string_view text) {
  if (auto sign = sign_at_end(text); !sign.empty()) {
    std::size_t size = 0;
    while (text.substr(0, text.size() - size).ends_with(sign)) size += sign.size();
    return text.substr(text.size() - size);
  }
  if (text.ends_with(']')) {
    auto open = text.rfind('[');
    if (open != text.npos && is_number(text.substr(open + 1, text.size() - open - 2)))
      return text.substr(open);
  }
  return text.substr(text.size() - digits_at_end(text));
}

}  // namespace certreg::reading
