// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/html_selection.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <unordered_set>
#include <vector>

#include "documents/worker/html_tree.h"
#include "documents/worker/html_walker.h"
#include "documents/worker/markup.h"

namespace certreg::worker {
namespace {

using documents::Selection;
using reading::SelectedPart;

// About a second of work.
constexpr unsigned long kMaxOperations = 10'000'000;

struct Found {
  std::unordered_set<const GumboNode*> nodes;
  std::string problem;
};

void note_error(void* code, xmlErrorPtr error) { *static_cast<int*>(code) = error->code; }

std::string problem_of(int code) {
  constexpr int kFirst = XML_XPATH_EXPRESSION_OK;
  if (code == kFirst + static_cast<int>(XPATH_OP_LIMIT_EXCEEDED)) return "needs too much work on this page";
  if (code == kFirst + static_cast<int>(XPATH_MEMORY_ERROR)) throw std::bad_alloc();
  return "cannot be tried on this page";
}

bool is_part(const xmlNode& node) { return node.type == XML_ELEMENT_NODE || node.type == XML_TEXT_NODE; }

Found nodes_in(const xmlXPathObject& result) {
  Found found;
  const int count = xmlXPathNodeSetGetLength(result.nodesetval);
  for (int at = 0; at < count; ++at) {
    const xmlNodePtr node = result.nodesetval->nodeTab[at];
    if (is_part(*node)) found.nodes.insert(static_cast<const GumboNode*>(node->_private));
  }
  if (result.type != XPATH_NODESET || (count > 0 && found.nodes.empty()))
    found.problem = "does not select elements";
  return found;
}

Found evaluate(xmlDocPtr tree, const std::string& expression) {
  if (auto problem = documents::check_xpath(expression)) return {{}, *problem};
  int code = 0;
  std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context(xmlXPathNewContext(tree),
                                                                           &xmlXPathFreeContext);
  if (!context) throw std::bad_alloc();
  context->opLimit = kMaxOperations;
  context->error = &note_error;
  context->userData = &code;
  std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> result(
      xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(expression.c_str()), context.get()),
      &xmlXPathFreeObject);
  return result ? nodes_in(*result) : Found{{}, problem_of(code)};
}

// In the order of the page, the outermost of matches that nest, and nothing of what is hidden.
std::vector<const GumboNode*> outermost(const GumboNode& root, const Found& found) {
  std::vector<const GumboNode*> waiting{&root}, result;
  while (!waiting.empty()) {
    const GumboNode& node = *waiting.back();
    waiting.pop_back();
    const bool is_element = node.type == GUMBO_NODE_ELEMENT;
    if (is_element && is_hidden(node)) continue;
    if (found.nodes.contains(&node)) {
      result.push_back(&node);
    } else if (is_element) {
      const GumboVector& nodes = node.v.element.children;
      for (unsigned at = nodes.length; at > 0; --at)
        waiting.push_back(static_cast<const GumboNode*>(nodes.data[at - 1]));
    }
  }
  return result;
}

SelectedPart read_part(const GumboNode& root, const Selection& selection, Found found, reading::Text& text) {
  reading::Text part = page_text(documents::MediaKind::Html);
  for (const GumboNode* node : outermost(root, found)) read_visible(*node, part);
  if (!part.whole) text.whole = false;
  if (!found.problem.empty())
    text.warnings.push_back("the selector of " + selection.name + " " + found.problem);
  return {selection.name, found.nodes.size(), std::move(part.pages.front().lines), std::move(part.links),
          std::move(found.problem)};
}

}  // namespace

void read_selections(const GumboNode& root, std::span<const Selection> selections, reading::Text& text) {
  if (selections.empty()) return;
  const Tree tree = tree_of(root);
  for (const Selection& selection : selections)
    text.selected.push_back(read_part(root, selection, evaluate(tree.get(), selection.xpath), text));
}

}  // namespace certreg::worker
