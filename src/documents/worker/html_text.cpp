// SPDX-License-Identifier: GPL-2.0-or-later
#include <gumbo.h>

#include "documents/worker/html_guard.h"
#include "documents/worker/html_selection.h"
#include "documents/worker/html_walker.h"
#include "documents/worker/linked_data.h"
#include "documents/worker/markup.h"
#include "documents/worker/readers.h"

namespace certreg::worker {
namespace {

std::string text_inside(const GumboNode& node) {
  std::string result;
  const GumboVector& nodes = node.v.element.children;
  for (unsigned at = 0; at < nodes.length; ++at) {
    const auto* child = static_cast<const GumboNode*>(nodes.data[at]);
    if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA) result += child->v.text.text;
  }
  return result;
}

void read_head_element(const GumboNode& node, reading::Text& text) {
  GumboTag tag = node.v.element.tag;
  if (tag == GUMBO_TAG_TITLE && text.title.empty()) text.title = collapse_blanks(text_inside(node));
  if (tag == GUMBO_TAG_META && attribute(node, "name") == "author") text.author = attribute(node, "content");
  if (tag == GUMBO_TAG_BASE && text.base_address.empty()) text.base_address = attribute(node, "href");
  if (tag != GUMBO_TAG_SCRIPT) return;
  const std::string type = attribute(node, "type");
  if (type.empty() || type == "module" || type.find("javascript") != std::string::npos)
    text.has_script = true;
  if (type != "application/ld+json") return;
  text.json_ld.push_back(text_inside(node));
  auto objects = linked_objects(text.json_ld.back());
  text.objects.insert(text.objects.end(), objects.begin(), objects.end());
}

struct Waiting {
  const GumboNode* node;
  bool in_noscript;
};

void wait_for_children(const GumboNode& node, bool in_noscript, std::vector<Waiting>& waiting) {
  const GumboTag tag = node.v.element.tag;
  const bool is_text = tag != GUMBO_TAG_STYLE && tag != GUMBO_TAG_SCRIPT;
  const GumboVector& nodes = node.v.element.children;
  for (unsigned at = nodes.length; at > 0; --at)
    waiting.push_back({static_cast<const GumboNode*>(nodes.data[at - 1]),
                       is_text && (in_noscript || tag == GUMBO_TAG_NOSCRIPT)});
}

// Titles and scripts stand anywhere in real pages, not in the head only.
void read_unseen(const GumboNode& root, reading::Text& text) {
  std::vector<Waiting> waiting{{&root, false}};
  for (std::size_t visited = 0; !waiting.empty() && visited < kMaxNodes; ++visited) {
    const auto [node, in_noscript] = waiting.back();
    waiting.pop_back();
    if (node->type == GUMBO_NODE_TEXT && in_noscript) text.without_script += node->v.text.text;
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    read_head_element(*node, text);
    wait_for_children(*node, in_noscript, waiting);
  }
  text.without_script = collapse_blanks(text.without_script);
}

}  // namespace

reading::Text read_html(const std::string& source, const documents::Selections& selections) {
  refuse_hostile_tags(source);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  // Never destroyed: the process ends, and the library's destruction recurses as deep as the page nests.
  const GumboOutput* parsed = gumbo_parse_with_options(&options, source.data(), source.size());
  reading::Text text = page_text(documents::MediaKind::Html);
  text.language = attribute(*parsed->root, "lang");
  read_unseen(*parsed->root, text);
  read_visible(*parsed->root, text);
  read_selections(*parsed->root, selections, text);
  if (!text.whole) text.warnings.emplace_back("the page was cut at the limit of nodes or depth");
  text.has_text = !text.pages.front().lines.empty();
  return text;
}

}  // namespace certreg::worker
