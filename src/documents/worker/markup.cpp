// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/markup.h"

#include <algorithm>

#include "certreg/documents/worker.h"

namespace certreg::worker {
namespace {

constexpr std::size_t kMaxLines = 200'000;
constexpr std::size_t kLongestLabel = 40;

bool is_blank(char letter) {
  return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r' || letter == '\f' ||
         letter == '\v';
}

bool looks_like_labelled(std::string_view line) {
  auto colon = line.find(':');
  return colon != std::string_view::npos && colon > 1 && colon < kLongestLabel &&
         (colon + 1 == line.size() || line[colon + 1] == ' ');
}

std::vector<reading::Line>& lines_with_room(reading::Text& text) {
  auto& lines = text.pages.front().lines;
  if (lines.size() >= kMaxLines)
    throw documents::Failure(documents::FailureKind::TooLarge, "the document has too many lines");
  return lines;
}

}  // namespace

std::string collapse_blanks(std::string_view text) {
  std::string result;
  bool gap = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool no_break_space = text.substr(at, 2) == "\xC2\xA0";
    if (is_blank(text[at]) || no_break_space) {
      gap = true;
      at += no_break_space ? 1 : 0;
      continue;
    }
    if (gap && !result.empty()) result += ' ';
    gap = false;
    result += text[at];
  }
  return result;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

reading::Text page_text(documents::MediaKind kind) {
  reading::Text text;
  text.media_type = documents::media_type_of(kind);
  text.pages.emplace_back();
  return text;
}

void add_line(reading::Text& text, std::string line, reading::LineKind kind, int level) {
  if (line.empty()) return;
  reading::Line result;
  result.text = std::move(line);
  result.kind = kind;
  result.level = level;
  lines_with_room(text).push_back(std::move(result));
}

void add_row(reading::Text& text, std::vector<std::string> cells) {
  if (std::ranges::all_of(cells, [](const std::string& cell) { return cell.empty(); })) return;
  reading::Line row;
  row.kind = reading::LineKind::TableRow;
  for (const std::string& cell : cells) row.text += (&cell == &cells.front() ? "" : " | ") + cell;
  row.cells = std::move(cells);
  lines_with_room(text).push_back(std::move(row));
}

bool continues_paragraph(std::string_view before, std::string_view line) {
  if (before.ends_with("  ") || before.ends_with('\\') || trim(before).ends_with(':')) return false;
  return !looks_like_labelled(trim(line)) && !looks_like_labelled(trim(before));
}

}  // namespace certreg::worker
