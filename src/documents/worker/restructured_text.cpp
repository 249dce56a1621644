// SPDX-License-Identifier: GPL-2.0-or-later
#include <cctype>

#include "documents/worker/markup.h"
#include "documents/worker/readers.h"

namespace certreg::worker {
namespace {

using reading::LineKind;

bool is_rule(std::string_view line) {
  return line.size() >= 3 && std::ispunct(static_cast<unsigned char>(line[0])) != 0 && line[0] != '.' &&
         line.find_first_not_of(line[0]) == std::string_view::npos;
}

bool is_simple_table_rule(std::string_view line) {
  return line.starts_with("==") && line.find(' ') != std::string_view::npos &&
         line.find_first_not_of("= ") == std::string_view::npos;
}

bool is_grid_rule(std::string_view line) {
  return line.starts_with('+') && line.find_first_not_of("+-=") == std::string_view::npos;
}

std::string_view after_bullet(std::string_view line) {
  if (line.size() > 1 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ')
    return line.substr(2);
  if (line.starts_with("#. ")) return line.substr(3);
  return {};
}

class Reader {
 public:
  explicit Reader(std::string_view source)
      : lines_(split_lines(source)), text_(page_text(documents::MediaKind::Restructured)) {}

  reading::Text read() {
    for (; at_ < lines_.size(); ++at_) line(lines_[at_]);
    end_paragraph();
    text_.has_text = !text_.pages.front().lines.empty();
    return std::move(text_);
  }

 private:
  void line(std::string_view raw) {
    std::string_view bare = trim(raw);
    if (bare.empty()) return end_paragraph();
    if (is_grid_rule(bare)) return end_paragraph();
    if (is_simple_table_rule(bare)) {
      in_simple_table_ = at_ + 1 < lines_.size() && !trim(lines_[at_ + 1]).empty();
      return end_paragraph();
    }
    if (is_rule(bare)) return rule();
    if (bare.starts_with(".. ") || bare == "..") return directive(bare);
    if (bare.starts_with("|") && bare.ends_with("|")) return grid_row(bare);
    if (in_simple_table_) return simple_row(raw);
    if (bare.starts_with(':') && bare.find(": ", 1) != std::string_view::npos) return field(bare);
    running_text(raw, bare);
  }

  void rule() {
    if (paragraph_.empty()) return;  // an overline
    kind_ = LineKind::Heading;
    level_ = heading_level(trim(lines_[at_])[0]);
    end_paragraph();
  }

  // Levels come by the order in which their marks appear first.
  int heading_level(char mark) {
    auto found = marks_.find(mark);
    if (found == std::string::npos) marks_ += mark;
    return static_cast<int>(found == std::string::npos ? marks_.size() : found + 1);
  }

  void directive(std::string_view bare) {
    end_paragraph();
    auto name_end = bare.find("::");
    std::string_view name =
        name_end == std::string_view::npos ? std::string_view() : bare.substr(3, name_end - 3);
    bool has_text = name == "note" || name == "warning" || name == "tip" || name == "important";
    if (has_text) paragraph_ = trim(bare.substr(name_end + 2));
  }

  void grid_row(std::string_view bare) {
    bare = bare.substr(1, bare.size() - 2);
    std::vector<std::string> cells;
    for (std::size_t end = 0; end != std::string_view::npos;
         bare.remove_prefix(end == std::string_view::npos ? 0 : end + 1)) {
      end = bare.find('|');
      cells.push_back(inline_text(bare.substr(0, end)));
    }
    add_row(text_, std::move(cells));
  }

  void simple_row(std::string_view raw) {
    std::vector<std::string> cells;
    std::string_view rest = trim(raw);
    while (!rest.empty()) {
      auto end = rest.find("  ");
      cells.push_back(inline_text(rest.substr(0, end)));
      rest = end == std::string_view::npos ? std::string_view() : trim(rest.substr(end));
    }
    add_row(text_, std::move(cells));
  }

  void field(std::string_view bare) {
    end_paragraph();
    auto end = bare.find(": ", 1);
    add_line(text_, inline_text(bare.substr(1, end - 1)) + ": " + inline_text(bare.substr(end + 2)));
  }

  void running_text(std::string_view raw, std::string_view bare) {
    std::string_view item = after_bullet(bare);
    if (!item.empty()) {
      end_paragraph();
      kind_ = LineKind::ListItem;
      bare = item;
    } else if (!paragraph_.empty() && !continues_paragraph(last_raw_, raw)) {
      end_paragraph();
    }
    if (!paragraph_.empty()) paragraph_ += ' ';
    paragraph_ += bare;
    last_raw_ = raw;
  }

  void end_paragraph() {
    if (!paragraph_.empty()) add_line(text_, inline_text(paragraph_), kind_, level_);
    paragraph_.clear();
    kind_ = LineKind::Plain;
    level_ = 0;
  }

  // `text <address>`_ becomes its text; emphasis marks go.
  std::string inline_text(std::string_view rest) {
    std::string result;
    while (!rest.empty()) {
      if (rest[0] == '`') {
        rest.remove_prefix(quoted(rest, result));
      } else {
        if (rest[0] != '*') result += rest[0];
        rest.remove_prefix(1);
      }
    }
    return collapse_blanks(result);
  }

  std::size_t quoted(std::string_view rest, std::string& result) {
    auto end = rest.find('`', 1);
    if (end == std::string_view::npos) return 1;
    std::string_view inside = rest.substr(1, end - 1);
    auto address = inside.find(" <");
    if (address != std::string_view::npos && inside.ends_with('>')) {
      std::string_view label = inside.substr(0, address);
      text_.links.push_back(
          {collapse_blanks(label), std::string(inside.substr(address + 2, inside.size() - address - 3)), 1});
      inside = label;
    }
    result += inside;
    while (end + 1 < rest.size() && (rest[end + 1] == '_' || rest[end + 1] == '`')) ++end;
    return end + 1;
  }

  std::vector<std::string_view> lines_;
  reading::Text text_;
  std::size_t at_ = 0;
  std::string paragraph_, marks_;
  std::string_view last_raw_;
  LineKind kind_ = LineKind::Plain;
  int level_ = 0;
  bool in_simple_table_ = false;
};

}  // namespace

reading::Text read_restructured(std::string_view text) { return Reader(text).read(); }

}  // namespace certreg::worker
