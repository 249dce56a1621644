// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cctype>

#include "documents/worker/markup.h"
#include "documents/worker/readers.h"

namespace certreg::worker {
namespace {

bool is_space(char letter) { return std::isspace(static_cast<unsigned char>(letter)) != 0; }

// Strings that name styles, files and addresses are no text of the page.
bool is_no_text(std::string_view before) {
  while (!before.empty() && (is_space(before.back()) || before.back() == '{' || before.back() == '('))
    before.remove_suffix(1);
  constexpr std::array<std::string_view, 11> names{
      "className=", "class=", "src=", "href=", "id=", "style=", "key=", "from", "require", "import", "type="};
  return std::ranges::any_of(names, [&](std::string_view name) { return before.ends_with(name); });
}

bool has_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char letter) {
    return std::isalpha(static_cast<unsigned char>(letter)) != 0 ||
           static_cast<unsigned char>(letter) >= 0x80;
  });
}

class Reader {
 public:
  explicit Reader(std::string_view source)
      : source_(source), text_(page_text(documents::MediaKind::Source)) {}

  reading::Text read() {
    while (at_ < source_.size()) step();
    text_.has_text = !text_.pages.front().lines.empty();
    return std::move(text_);
  }

 private:
  void step() {
    std::string_view rest = source_.substr(at_);
    if (rest.starts_with("//") && (at_ == 0 || source_[at_ - 1] != ':')) return skip_to("\n");
    if (rest.starts_with("/*")) return skip_to("*/");
    if (rest[0] == '"' || rest[0] == '\'' || rest[0] == '`') return literal(rest[0]);
    if (rest[0] == '>') return between_tags(rest);
    ++at_;
  }

  void skip_to(std::string_view end) {
    auto found = source_.find(end, at_ + 2);
    at_ = found == std::string_view::npos ? source_.size() : found + end.size();
  }

  void literal(char quote) {
    std::string value;
    std::size_t end = at_ + 1;
    for (; end < source_.size() && source_[end] != quote; ++end) {
      if (source_[end] == '\n' && quote != '`') break;  // an apostrophe in running text, no literal
      if (source_[end] == '\\' && end + 1 < source_.size()) ++end;
      value += source_[end];
    }
    bool closed = end < source_.size() && source_[end] == quote;
    if (!closed) {
      ++at_;
      return;
    }
    if (!is_no_text(source_.substr(0, at_)) && has_letters(value)) add_line(text_, collapse_blanks(value));
    at_ = end + 1;
  }

  // `=>` and comparisons are no ends of tags; text between tags has no braces but of expressions.
  void between_tags(std::string_view rest) {
    auto end = rest.find_first_of("<>{};=", 1);
    bool is_arrow = at_ > 0 && source_[at_ - 1] == '=';
    if (is_arrow || end == std::string_view::npos || (rest[end] != '<' && rest[end] != '{')) {
      ++at_;
      return;
    }
    std::string value = collapse_blanks(rest.substr(1, end - 1));
    if (has_letters(value)) add_line(text_, std::move(value));
    at_ += end;
  }

  std::string_view source_;
  reading::Text text_;
  std::size_t at_ = 0;
};

}  // namespace

reading::Text read_source(std::string_view text) { return Reader(text).read(); }

}  // namespace certreg::worker
