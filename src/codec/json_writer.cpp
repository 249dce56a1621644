#include "certreg/codec/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "certreg/domain/utf8.h"

namespace certreg::codec {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x80 && c != '"' && c != '\\'; }

// True when one of eight bytes is not plain. Each test leaves the highest bit of such a byte set; it may set
// those of bytes behind it too, which then are looked at one by one.
bool has_special(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHigh = 0x8080808080808080;
  const auto below = [](std::uint64_t value, std::uint64_t limit) {
    return (value - kOnes * limit) & ~value;
  };
  const auto is = [&](char c) { return below(bytes ^ kOnes * static_cast<unsigned char>(c), 1); };
  return ((bytes | below(bytes, 0x20) | is('"') | is('\\')) & kHigh) != 0;
}

std::size_t plain_length(std::string_view text) {
  std::size_t length = 0;
  for (std::uint64_t bytes = 0; length + sizeof bytes <= text.size(); length += sizeof bytes) {
    std::memcpy(&bytes, text.data() + length, sizeof bytes);
    if (has_special(bytes)) break;
  }
  while (length < text.size() && is_plain(static_cast<unsigned char>(text[length]))) ++length;
  return length;
}

void append_escape(std::string& out, char c) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kDigits[static_cast<unsigned char>(c) >> 4];
      out += kDigits[static_cast<unsigned char>(c) & 15];
  }
}

// Takes away the character, or the byte that begins none and is written as U+FFFD.
void append_character(std::string& out, std::string_view& text) {
  const auto length = utf8_length(text);
  out += length == 0 ? kReplacement : text.substr(0, length);
  text.remove_prefix(std::max<std::size_t>(length, 1));
}

}  // namespace

void JsonWriter::separate() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  std::array<char, 64> text{};
  if (name.size() + 4 > text.size()) throw std::logic_error("a member's name is too long");
  auto* at = text.data();
  if (needs_comma_) *at++ = ',';
  *at++ = '"';
  at = std::copy(name.begin(), name.end(), at);
  *at++ = '"';
  *at++ = ':';
  out_.append(text.data(), at);
  needs_comma_ = false;
}

void JsonWriter::text(std::string_view value) {
  separate();
  out_ += '"';
  while (!value.empty()) {
    const auto plain = plain_length(value);
    out_ += value.substr(0, plain);
    value.remove_prefix(plain);
    if (value.empty()) break;
    if (static_cast<unsigned char>(value.front()) >= 0x80) {
      append_character(out_, value);
    } else {
      append_escape(out_, value.front());
      value.remove_prefix(1);
    }
  }
  out_ += '"';
}

void JsonWriter::integer(std::int64_t value) {
  separate();
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_.append(digits.data(), end);
}

void JsonWriter::real(double value) {
  if (!std::isfinite(value)) return null();
  separate();
  std::array<char, 32> digits{};
  const auto size = std::abs(value);
  const auto form =
      value == 0 || (size >= 1e-4 && size < 1e15) ? std::chars_format::fixed : std::chars_format::scientific;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, form).ptr;
  const std::string_view written(digits.data(), static_cast<std::size_t>(end - digits.data()));
  out_ += written;
  if (written.find_first_of(".e") == std::string_view::npos) out_ += ".0";
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::json(std::string_view value) {
  separate();
  out_ += value;
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

}  // namespace certreg::codec
