// SPDX-License-Identifier: GPL-2.0-or-later
#include <cctype>

#include "documents/worker/markup.h"
#include "documents/worker/readers.h"

namespace certreg::worker {
namespace {

using reading::LineKind;

constexpr std::size_t kLongestLabel = 1000;

std::size_t count_of(std::string_view line, char letter) {
  std::size_t count = 0;
  while (count < line.size() && line[count] == letter) ++count;
  return count;
}

bool is_made_of(std::string_view line, std::string_view letters) {
  return !line.empty() && line.find_first_not_of(letters) == std::string_view::npos;
}

bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos && is_made_of(line, "|-: +");
}

// The bullet or number that a list item begins with; 0 when it is none.
std::size_t bullet_length(std::string_view line) {
  if (line.size() > 1 && std::string_view("-*+").find(line[0]) != std::string_view::npos && line[1] == ' ')
    return 2;
  std::size_t digits = 0;
  while (digits < line.size() && digits < 4 && std::isdigit(static_cast<unsigned char>(line[digits])) != 0)
    ++digits;
  bool numbered = digits > 0 && digits < 4 && digits + 1 < line.size() &&
                  (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  return numbered ? digits + 2 : 0;
}

std::string without_tags(std::string_view line) {
  std::string result;
  while (!line.empty()) {
    auto open = line.find('<');
    result += line.substr(0, open);
    if (open == std::string_view::npos) break;
    auto close = line.find('>', open);
    bool is_tag = close != std::string_view::npos && open + 1 < line.size() &&
                  (std::isalpha(static_cast<unsigned char>(line[open + 1])) != 0 || line[open + 1] == '/' ||
                   line[open + 1] == '!');
    if (!is_tag) result += '<';
    if (is_tag && line.substr(open, 3) == "<br") result += ' ';
    line.remove_prefix(is_tag ? close + 1 : open + 1);
  }
  return result;
}

class Reader {
 public:
  explicit Reader(std::string_view source)
      : lines_(split_lines(source)), text_(page_text(documents::MediaKind::Markdown)) {}

  reading::Text read() {
    front_matter();
    for (; at_ < lines_.size(); ++at_) line(lines_[at_]);
    end_paragraph();
    text_.has_text = !text_.pages.front().lines.empty();
    return std::move(text_);
  }

 private:
  void front_matter() {
    if (lines_.empty() || trim(lines_[0]) != "---") return;
    for (std::size_t end = 1; end < lines_.size() && end < 200; ++end)
      if (trim(lines_[end]) == "---" || trim(lines_[end]) == "...") {
        for (std::size_t at = 1; at < end; ++at) front_matter_line(lines_[at]);
        at_ = end + 1;
        return;
      }
  }

  void front_matter_line(std::string_view line) {
    auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    std::string_view key = trim(line.substr(0, colon)), value = trim(line.substr(colon + 1));
    if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0])
      value = value.substr(1, value.size() - 2);
    if (key == "title") text_.title = value;
    if (key == "author") text_.author = value;
    if (key == "lang" || key == "language") text_.language = value;
  }

  void line(std::string_view raw) {
    std::string_view bare = trim(raw);
    while (bare.starts_with('>')) bare = trim(bare.substr(1));
    if (bare.starts_with("```") || bare.starts_with("~~~") || bare.starts_with(":::")) return end_paragraph();
    if (bare.empty()) return end_paragraph();
    std::size_t hashes = count_of(bare, '#');
    if (hashes >= 1 && hashes <= 6 && bare.size() > hashes && bare[hashes] == ' ')
      return heading(bare.substr(hashes), static_cast<int>(hashes));
    if (is_made_of(bare, "=-") && !paragraph_.empty() && kind_ == LineKind::Plain) return underline(bare[0]);
    if (is_made_of(bare, "-*_ ") && bare.size() >= 3) return end_paragraph();
    if (bare.starts_with('|') || is_table_row_without_edges(bare)) return row(bare);
    running_text(raw, bare);
  }

  bool is_table_row_without_edges(std::string_view bare) const {
    if (bare.find('|') == std::string_view::npos) return false;
    bool below_rule = at_ + 1 < lines_.size() && lines_[at_ + 1].find('|') != std::string_view::npos &&
                      is_table_rule(trim(lines_[at_ + 1]));
    return below_rule || is_table_rule(bare) || after_row_;
  }

  void heading(std::string_view title, int level) {
    end_paragraph();
    while (title.ends_with('#')) title.remove_suffix(1);
    add_line(text_, inline_text(title), LineKind::Heading, level);
  }

  void underline(char mark) {
    kind_ = LineKind::Heading;
    level_ = mark == '=' ? 1 : 2;
    end_paragraph();
  }

  void row(std::string_view bare) {
    end_paragraph();
    after_row_ = true;
    if (is_table_rule(bare)) return;
    if (bare.starts_with('|')) bare.remove_prefix(1);
    if (bare.ends_with('|')) bare.remove_suffix(1);
    std::vector<std::string> cells;
    for (std::size_t end = 0; end != std::string_view::npos;
         bare.remove_prefix(end == std::string_view::npos ? 0 : end + 1)) {
      end = bare.find('|');
      cells.push_back(inline_text(bare.substr(0, end)));
    }
    add_row(text_, std::move(cells));
  }

  void running_text(std::string_view raw, std::string_view bare) {
    std::size_t bullet = bullet_length(bare);
    if (bullet > 0) {
      end_paragraph();
      kind_ = LineKind::ListItem;
      bare.remove_prefix(bullet);
    } else if (!paragraph_.empty() && !continues_paragraph(last_raw_, raw)) {
      end_paragraph();
    }
    after_row_ = false;
    if (!paragraph_.empty()) paragraph_ += ' ';
    paragraph_ += bare;
    last_raw_ = raw;
  }

  void end_paragraph() {
    after_row_ = false;
    if (!paragraph_.empty()) add_line(text_, inline_text(paragraph_), kind_, level_);
    paragraph_.clear();
    kind_ = LineKind::Plain;
    level_ = 0;
  }

  // Links become their text, emphasis marks go.
  std::string inline_text(std::string_view source) {
    std::string tagless = without_tags(source);
    std::string_view rest = tagless;
    std::string result;
    while (!rest.empty()) {
      if (rest[0] == '\\' && rest.size() > 1 && std::ispunct(static_cast<unsigned char>(rest[1])) != 0) {
        result += rest[1];
        rest.remove_prefix(2);
      } else if (std::size_t length = link(rest, result); length > 0) {
        rest.remove_prefix(length);
      } else {
        if (!is_emphasis(rest, result)) result += rest[0];
        rest.remove_prefix(1);
      }
    }
    return collapse_blanks(result);
  }

  static bool is_emphasis(std::string_view rest, const std::string& before) {
    if (rest[0] == '*' || rest[0] == '`' || rest.substr(0, 2) == "~~") return true;
    if (rest[0] != '_') return false;  // within words it is a letter
    bool within_word = !before.empty() && std::isalnum(static_cast<unsigned char>(before.back())) != 0 &&
                       rest.size() > 1 && std::isalnum(static_cast<unsigned char>(rest[1])) != 0;
    return !within_word;
  }

  // A picture's description may itself hold a link.
  static std::size_t end_of_label(std::string_view rest, std::size_t start) {
    int depth = 0;
    for (std::size_t at = start; at < rest.size() && at < kLongestLabel; ++at) {
      if (rest[at] == '[') ++depth;
      if (rest[at] == ']' && --depth == 0) return at;
    }
    return std::string_view::npos;
  }

  std::size_t link(std::string_view rest, std::string& result) {
    bool picture = rest.starts_with("![");
    if (!picture && rest[0] != '[') return 0;
    std::size_t start = picture ? 1 : 0, middle = end_of_label(rest, start);
    if (middle == std::string_view::npos || !rest.substr(middle).starts_with("](")) return 0;
    auto end = rest.find(')', middle);
    if (end == std::string_view::npos) return 0;
    std::string label = inline_text(rest.substr(start + 1, middle - start - 1));
    std::string_view address = rest.substr(middle + 2, end - middle - 2);
    text_.links.push_back({label, std::string(address.substr(0, address.find(' '))), 1});
    result += label;
    return end + 1;
  }

  std::vector<std::string_view> lines_;
  reading::Text text_;
  std::size_t at_ = 0;
  std::string paragraph_;
  std::string_view last_raw_;
  LineKind kind_ = LineKind::Plain;
  int level_ = 0;
  bool after_row_ = false;
};

}  // namespace

reading::Text read_markdown(std::string_view text) { return Reader(text).read(); }

}  // namespace certreg::worker
