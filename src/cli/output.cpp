#include "cli/output.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

namespace certreg::cli {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Length of the UTF-8 sequence that begins with `lead`; 1 for what begins none.
std::size_t sequence_length(unsigned char lead) {
  if (lead >= 0xF0) return 4;
  if (lead >= 0xE0) return 3;
  return lead >= 0xC0 ? 2 : 1;
}

std::uint32_t code_point(std::string_view sequence) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(sequence[index]); };
  if (sequence.size() == 1) return byte(0);
  std::uint32_t value = byte(0) & (0xFFU >> (sequence.size() + 1));
  for (std::size_t i = 1; i < sequence.size(); ++i) value = (value << 6U) | (byte(i) & 0x3FU);
  return value;
}

bool is_tricky(std::uint32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C || code == 0xFEFF ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x2069);
}

constexpr std::string_view kCut = "\xE2\x80\xA6";  // …
constexpr std::size_t kLeastOfLast = 12;

// East Asian Width W and F (Unicode Standard Annex 11), by blocks.
bool is_wide(std::uint32_t code) {
  return (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
         (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
         (code >= 0x1F300 && code <= 0x1FAFF) || (code >= 0x20000 && code <= 0x3FFFD);
}

bool is_mark_upon_a_letter(std::uint32_t code) { return code >= 0x0300 && code <= 0x036F; }

std::size_t width_of_sequence(std::string_view sequence) {
  const auto code = code_point(sequence);
  if (is_mark_upon_a_letter(code)) return 0;
  return is_wide(code) ? 2 : 1;
}

std::string_view sequence_at(std::string_view text, std::size_t at) {
  return text.substr(at, sequence_length(static_cast<unsigned char>(text[at])));
}

std::vector<std::size_t> widths_of(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  return widths;
}

std::string scalar_text(const Json& value) {
  if (value.is_null()) return "";
  return printable(value.is_string() ? value.get<std::string>() : codec::dump(value));
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto length = std::min(sequence_length(static_cast<unsigned char>(text[at])), text.size() - at);
    const auto sequence = text.substr(at, length);
    const auto code = code_point(sequence);
    if (code == '\n' || code == '\t' || code == '\r') {
      out += ' ';
    } else {
      out += is_tricky(code) ? kReplacement : sequence;
    }
    at += length;
  }
  return out;
}

std::string printable_lines(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines += printable(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string text_at(const Json& object, std::string_view path) {
  const Json* value = &object;
  while (!path.empty()) {
    const auto dot = path.find('.');
    const std::string member(path.substr(0, dot));
    path = dot == std::string_view::npos ? "" : path.substr(dot + 1);
    if (!value->is_object() || !value->contains(member)) return "";
    value = &value->at(member);
  }
  if (!value->is_array()) return scalar_text(*value);
  std::string joined;
  for (const auto& item : *value) joined += (joined.empty() ? "" : ", ") + scalar_text(item);
  return joined;
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto sequence = sequence_at(text, at);
    width += width_of_sequence(sequence);
    at += sequence.size();
  }
  return width;
}

std::string shortened(const std::string& text, std::size_t columns) {
  if (width_of(text) <= columns) return text;
  std::size_t at = 0, width = 0;
  while (at < text.size()) {
    const auto sequence = sequence_at(text, at);
    width += width_of_sequence(sequence);
    if (width + 1 > columns) break;
    at += sequence.size();
  }
  return text.substr(0, at) + std::string(kCut);
}

void print_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows, std::size_t columns) {
  const auto widths = widths_of(rows);
  for (const auto& row : rows) {
    std::size_t used = 0;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      out << row[i] << std::string(widths[i] - width_of(row[i]) + 2, ' ');
      used += widths[i] + 2;
    }
    if (!row.empty() && columns == 0) out << row.back();
    if (!row.empty() && columns > 0)
      out << shortened(row.back(), std::max(columns, used + kLeastOfLast) - used);
    out << '\n';
  }
}

void print_json(std::ostream& out, const Json& value) {
  out << value.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json array_of(std::vector<Json> items) {
  Json array = Json::array();
  for (auto& item : items) array.push_back(std::move(item));
  return array;
}

}  // namespace certreg::cli
