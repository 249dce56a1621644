#include <fmt/format.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>

#include "certreg/reading/table.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kCheckedAtOnce = std::size_t{1} << 20;

// In pieces that end where a character ends: the whole may be larger than the library counts.
bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    std::size_t length = std::min(bytes.size(), kCheckedAtOnce);
    while (length < bytes.size() && length > kCheckedAtOnce - 4 &&
           (static_cast<unsigned char>(bytes[length]) & 0xC0) == 0x80)
      --length;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t units = 0;
    u_strFromUTF8(nullptr, 0, &units, bytes.data(), static_cast<std::int32_t>(length), &status);
    if (status == U_INVALID_CHAR_FOUND) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

std::string_view checked(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos) throw invalid("table", "must not hold NUL bytes");
  if (!is_utf8(bytes)) throw invalid("table", "must be UTF-8");
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

// The one that stands most often outside quotes in the first record.
char sniffed_delimiter(std::string_view bytes) {
  constexpr std::array kDelimiters{',', ';', '\t'};
  std::array<std::size_t, kDelimiters.size()> counts{};
  bool quoted = false;
  for (char letter : bytes.substr(0, kMaxRowBytes)) {
    if (letter == '"') quoted = !quoted;
    if (letter == '\n' && !quoted) break;
    for (std::size_t at = 0; at < kDelimiters.size(); ++at)
      if (letter == kDelimiters[at] && !quoted) ++counts[at];
  }
  return kDelimiters[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

bool ends_line(std::string_view rest) {
  return rest.empty() || rest[0] == '\n' || rest.starts_with("\r\n") || rest == "\r";
}

std::size_t line_end_length(std::string_view rest) {
  if (rest.starts_with("\r\n")) return 2;
  return rest.empty() ? 0 : 1;
}

}  // namespace

TableReader::TableReader(std::string_view bytes, char delimiter)
    : rest_(checked(bytes)), delimiter_(delimiter == 0 ? sniffed_delimiter(rest_) : delimiter) {}

void TableReader::fail(const std::string& rule) {
  const auto end = rest_.find('\n');
  rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
  throw invalid(fmt::format("row {}", number_), rule);
}

std::string TableReader::read_quoted(std::size_t& used) {
  std::string cell;
  for (rest_.remove_prefix(1), ++used;;) {
    std::size_t length = rest_.substr(0, kMaxRowBytes + 1).find('"');
    if (length == std::string_view::npos)
      fail(rest_.size() > kMaxRowBytes ? "is longer than 64 KiB" : "has a quote that does not end");
    cell += rest_.substr(0, length);
    used += length + 1;
    rest_.remove_prefix(length + 1);
    if (used > kMaxRowBytes) fail("is longer than 64 KiB");
    if (!rest_.starts_with('"')) break;
    cell += '"';
    rest_.remove_prefix(1);
    ++used;
  }
  if (!ends_line(rest_) && rest_[0] != delimiter_) fail("has text after a closing quote");
  return cell;
}

std::string TableReader::read_plain(std::size_t& used) {
  std::size_t length = 0;
  for (; length < rest_.size() && rest_[length] != delimiter_; ++length) {
    const char letter = rest_[length];
    if ((letter == '\n' || letter == '\r') && ends_line(rest_.substr(length))) break;
    if (letter == '"') fail("has a quote within a value that is not quoted");
    if (length + used >= kMaxRowBytes) fail("is longer than 64 KiB");
  }
  std::string cell(rest_.substr(0, length));
  rest_.remove_prefix(length);
  used += length;
  return cell;
}

bool TableReader::next(Row& row) {
  row.cells.clear();
  while (!rest_.empty() && ends_line(rest_)) rest_.remove_prefix(line_end_length(rest_));
  if (rest_.empty()) return false;
  row.number = ++number_;
  for (std::size_t used = 0;;) {
    row.cells.push_back(rest_.starts_with('"') ? read_quoted(used) : read_plain(used));
    if (ends_line(rest_)) break;
    rest_.remove_prefix(1);
    if (++used > kMaxRowBytes) fail("is longer than 64 KiB");
  }
  rest_.remove_prefix(line_end_length(rest_));
  return true;
}

}  // namespace certreg::reading
