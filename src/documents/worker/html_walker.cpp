// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/html_walker.h"

#include <algorithm>
#include <array>

#include "documents/worker/markup.h"

namespace certreg::worker {
namespace {

using reading::LineKind;

constexpr std::array kUnseen{GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_TEMPLATE,
                             GUMBO_TAG_HEAD,   GUMBO_TAG_SVG,    GUMBO_TAG_NOSCRIPT,
                             GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_MATH};
constexpr std::array kInline{
    GUMBO_TAG_A,    GUMBO_TAG_B,   GUMBO_TAG_I,    GUMBO_TAG_EM,     GUMBO_TAG_STRONG,
    GUMBO_TAG_SPAN, GUMBO_TAG_SUP, GUMBO_TAG_SUB,  GUMBO_TAG_SMALL,  GUMBO_TAG_MARK,
    GUMBO_TAG_CODE, GUMBO_TAG_U,   GUMBO_TAG_ABBR, GUMBO_TAG_CITE,   GUMBO_TAG_TIME,
    GUMBO_TAG_FONT, GUMBO_TAG_Q,   GUMBO_TAG_S,    GUMBO_TAG_STRIKE, GUMBO_TAG_LABEL,
    GUMBO_TAG_IMG,  GUMBO_TAG_KBD, GUMBO_TAG_WBR,  GUMBO_TAG_BDI,    GUMBO_TAG_DATA};

int heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6
             ? static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1
             : 0;
}

LineKind kind_of(GumboTag tag) {
  if (heading_level(tag) > 0) return LineKind::Heading;
  if (tag == GUMBO_TAG_LI) return LineKind::ListItem;
  return tag == GUMBO_TAG_DT ? LineKind::Label : LineKind::Plain;
}

class Walker {
 public:
  explicit Walker(reading::Text& text) : text_(text) {}

  void visit(const GumboNode& node, int depth) {
    if (++nodes_ > kMaxNodes || depth > kDeepestNode) {
      text_.whole = false;
      return;
    }
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA)
      pending_ += node.v.text.text;
    if (node.type == GUMBO_NODE_ELEMENT) element(node, depth);
  }

  void finish() { flush(); }

 private:
  void element(const GumboNode& node, int depth) {
    if (is_hidden(node)) return;
    GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_INPUT && attribute(node, "type") == "password") text_.has_password_field = true;
    if (tag == GUMBO_TAG_BR) return flush();
    if (tag == GUMBO_TAG_A) return link(node, depth);
    if (tag == GUMBO_TAG_TR) return row(node, depth);
    if (in_row_ && (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)) return cell(node, depth);
    if (tag == GUMBO_TAG_TABLE && in_row_) end_row();
    if (std::ranges::find(kInline, tag) != kInline.end()) return children(node, depth);
    block(node, depth);
  }

  void children(const GumboNode& node, int depth) {
    const GumboVector& nodes = node.v.element.children;
    for (unsigned at = 0; at < nodes.length; ++at)
      visit(*static_cast<const GumboNode*>(nodes.data[at]), depth + 1);
  }

  void block(const GumboNode& node, int depth) {
    flush();
    LineKind before = kind_;
    int level_before = level_;
    GumboTag tag = node.v.element.tag;
    if (kind_of(tag) != LineKind::Plain || tag == GUMBO_TAG_DD) kind_ = kind_of(tag);
    level_ = heading_level(tag);
    children(node, depth);
    flush();
    kind_ = before;
    level_ = level_before;
  }

  void link(const GumboNode& node, int depth) {
    std::string outside = std::move(pending_);
    pending_.clear();
    std::size_t lines_before = text_.pages.front().lines.size();
    children(node, depth);
    text_.links.push_back({link_text(lines_before), attribute(node, "href"), 1});
    pending_ = std::move(outside) + pending_;
  }

  // Of a link around whole blocks: their lines, and what came after the last of them.
  std::string link_text(std::size_t lines_before) const {
    const auto& lines = text_.pages.front().lines;
    std::string words;
    for (std::size_t at = lines_before; at < lines.size(); ++at) words += lines[at].text + ' ';
    return collapse_blanks(words + pending_);
  }

  void row(const GumboNode& node, int depth) {
    flush();
    bool before = in_row_;
    std::vector<std::string> outer = std::move(cells_);
    cells_.clear();
    in_row_ = true;
    children(node, depth);
    if (in_row_) end_row();
    cells_ = std::move(outer);
    in_row_ = before;
  }

  void cell(const GumboNode& node, int depth) {
    pending_.clear();
    children(node, depth);
    if (!in_row_) return flush();  // a table inside: the outer one is layout, no row
    cells_.push_back(collapse_blanks(pending_));
    pending_.clear();
  }

  void end_row() {
    in_row_ = false;
    add_row(text_, std::move(cells_));
    cells_.clear();
    flush();
  }

  void flush() {
    if (in_row_) {
      pending_ += ' ';
      return;
    }
    std::string line = collapse_blanks(pending_);
    pending_.clear();
    if (!line.empty()) add_line(text_, std::move(line), kind_, level_);
  }

  reading::Text& text_;
  std::string pending_;
  std::vector<std::string> cells_;
  bool in_row_ = false;
  LineKind kind_ = LineKind::Plain;
  int level_ = 0;
  std::size_t nodes_ = 0;
};

}  // namespace

std::string attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string() : found->value;
}

bool is_hidden(const GumboNode& node) {
  if (std::ranges::find(kUnseen, node.v.element.tag) != kUnseen.end()) return true;
  if (gumbo_get_attribute(&node.v.element.attributes, "hidden") != nullptr) return true;
  std::string style = attribute(node, "style");
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

void read_visible(const GumboNode& node, reading::Text& text) {
  Walker walker(text);
  walker.visit(node, 0);
  walker.finish();
}

}  // namespace certreg::worker
