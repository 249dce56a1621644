// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/revision_ends.h"

#include <charconv>
#include <qpdf/QPDF.hh>
#include <set>
#include <vector>

#include "documents/worker/strict_pdf.h"

namespace certreg::worker {
namespace {

constexpr std::string_view kWhite("\0\t\n\f\r ", 6);
constexpr std::string_view kEnd = "%%EOF";
constexpr std::string_view kStart = "startxref";
constexpr std::size_t kMaxRevisions = 64;

std::string_view without_white_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(kWhite) + 1);
}

// The number between "startxref" and "%%EOF" at the end.
std::optional<std::size_t> cross_reference_at(std::string_view file) {
  file = without_white_end(file);
  if (!file.ends_with(kEnd)) return std::nullopt;
  file = without_white_end(file.substr(0, file.size() - kEnd.size()));
  const auto digits = file.substr(file.find_last_not_of("0123456789") + 1);
  std::size_t number = 0;
  if (digits.empty() || std::from_chars(digits.begin(), digits.end(), number).ec != std::errc())
    return std::nullopt;
  const auto before = without_white_end(file.substr(0, file.size() - digits.size()));
  if (!before.ends_with(kStart) || number >= file.size()) return std::nullopt;
  return number;
}

std::vector<std::size_t> ends_after(std::string_view file, std::size_t from) {
  std::vector<std::size_t> ends;
  for (auto at = file.find(kEnd, from); at != std::string_view::npos; at = file.find(kEnd, at + 1))
    ends.push_back(at + kEnd.size());
  return ends;
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::string_view without_number(std::string_view text) {
  while (!text.empty() && is_digit(text.back())) text.remove_suffix(1);
  return text;
}

// Where "12 0 obj" begins that ends before `keyword`.
std::optional<std::size_t> head_before(std::string_view file, std::size_t keyword) {
  std::string_view text = file.substr(0, keyword);
  for (int number = 0; number < 2; ++number) {
    const auto trimmed = without_white_end(text);
    const auto rest = without_number(trimmed);
    if (rest.size() == trimmed.size() || (number == 1 && trimmed.size() == text.size())) return std::nullopt;
    text = rest;
  }
  return text.size();
}

// What the table of this state says of objects that stand as they are in the bytes.
std::set<std::size_t> places_of_objects(std::string_view file) {
  std::set<std::size_t> places;
  for (const auto& [id, entry] : open_strictly(file)->getXRefTable())
    if (entry.getType() == 1) places.insert(static_cast<std::size_t>(entry.getOffset()));
  return places;
}

bool accounts_for(std::string_view file, std::size_t from) {
  const auto table = cross_reference_at(file);
  if (!table || *table < from) return false;
  auto places = places_of_objects(file);
  places.insert(*table);  // a table that is an object itself
  for (auto at = file.find("obj", from); at != std::string_view::npos; at = file.find("obj", at + 1))
    if (const auto head = head_before(file, at); head && !places.contains(*head)) return false;
  return true;
}

}  // namespace

bool ends_a_revision(std::string_view file) { return cross_reference_at(file).has_value(); }

bool is_only_line_end(std::string_view file, std::size_t from) {
  const auto rest = file.substr(from);
  return rest.size() <= 2 && rest.find_first_not_of("\r\n") == std::string_view::npos;
}

std::optional<std::string> stray_bytes_after(std::string_view file, std::size_t from) {
  const auto ends = ends_after(file, from);
  if (ends.empty()) return "bytes that make no state of the file were appended";
  if (ends.size() > kMaxRevisions) return "more states were appended than are compared";
  if (without_white_end(file).size() > ends.back()) return "bytes stand after the last end of the file";
  for (const auto end : ends) {
    try {
      if (!accounts_for(file.substr(0, end), from))
        return "appended bytes hold objects that their cross-reference table does not name";
    } catch (const std::exception&) {
      return "an appended state cannot be read strictly";
    }
    from = end;
  }
  return std::nullopt;
}

}  // namespace certreg::worker
