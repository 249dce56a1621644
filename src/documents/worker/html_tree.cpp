// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/html_tree.h"

#include <algorithm>
#include <new>
#include <string>
#include <vector>

#include "documents/worker/html_walker.h"

namespace certreg::worker {
namespace {

constexpr unsigned kMaxAttributes = 64;  // of one element: the library compares each with all before

const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

bool is_name(const std::string& text) { return xmlValidateNCName(xml(text.c_str()), 0) == 0; }

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
  });
  return result;
}

// Of elements that HTML does not know; what cannot be a name in XPath is called "unknown".
std::string tag_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  if (piece.data == nullptr) return "unknown";
  gumbo_tag_from_original_text(&piece);
  std::string name = lower_case({piece.data, piece.length});
  return is_name(name) ? name : "unknown";
}

xmlNodePtr element_of(xmlDocPtr document, const GumboNode& node) {
  xmlNodePtr element = xmlNewDocNode(document, nullptr, xml(tag_name(node.v.element).c_str()), nullptr);
  if (element == nullptr) throw std::bad_alloc();
  const GumboVector& attributes = node.v.element.attributes;
  for (unsigned at = 0; at < std::min(attributes.length, kMaxAttributes); ++at) {
    const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[at]);
    if (is_name(attribute->name)) xmlNewProp(element, xml(attribute->name), xml(attribute->value));
  }
  return element;
}

xmlNodePtr node_of(xmlDocPtr document, const GumboNode& node) {
  if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) return element_of(document, node);
  if (node.type == GUMBO_NODE_COMMENT) return nullptr;
  xmlNodePtr text = xmlNewDocText(document, xml(node.v.text.text));
  if (text == nullptr) throw std::bad_alloc();
  return text;
}

// xmlAddChild() would join texts that stand side by side and free one of them.
void append(xmlNodePtr parent, xmlNodePtr child) {
  child->parent = parent;
  child->prev = parent->last;
  (parent->last == nullptr ? parent->children : parent->last->next) = child;
  parent->last = child;
}

struct Open {
  const GumboNode* node;
  xmlNodePtr element;
  unsigned next = 0;
};

}  // namespace

Tree tree_of(const GumboNode& root) {
  Tree document(xmlNewDoc(xml("1.0")), &xmlFreeDoc);
  if (!document) throw std::bad_alloc();
  xmlNodePtr top = element_of(document.get(), root);
  top->_private = const_cast<GumboNode*>(&root);
  xmlDocSetRootElement(document.get(), top);
  std::vector<Open> open{{&root, top}};
  for (std::size_t nodes = 1; !open.empty();) {
    Open& last = open.back();
    const GumboVector& children = last.node->v.element.children;
    if (last.next >= children.length || ++nodes > kMaxNodes) {
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[last.next++]);
    xmlNodePtr made = node_of(document.get(), *child);
    if (made == nullptr) continue;
    made->_private = const_cast<GumboNode*>(child);
    append(last.element, made);
    if (made->type == XML_ELEMENT_NODE && open.size() < static_cast<std::size_t>(kDeepestNode))
      open.push_back({child, made});
  }
  return document;
}

}  // namespace certreg::worker
