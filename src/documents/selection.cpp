#include "certreg/documents/selection.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "certreg/domain/error.h"

namespace certreg::documents {
namespace {

constexpr std::size_t kMaxNameBytes = 100;

// XPath 1.0, section 4, the node tests of 2.3, and the operators that may stand before a parenthesis.
constexpr std::array<std::string_view, 35> kBeforeParenthesis{"last",
                                                              "position",
                                                              "count",
                                                              "id",
                                                              "local-name",
                                                              "namespace-uri",
                                                              "name",
                                                              "string",
                                                              "concat",
                                                              "starts-with",
                                                              "contains",
                                                              "substring-before",
                                                              "substring-after",
                                                              "substring",
                                                              "string-length",
                                                              "normalize-space",
                                                              "translate",
                                                              "boolean",
                                                              "not",
                                                              "true",
                                                              "false",
                                                              "lang",
                                                              "number",
                                                              "sum",
                                                              "floor",
                                                              "ceiling",
                                                              "round",
                                                              "text",
                                                              "node",
                                                              "comment",
                                                              "processing-instruction",
                                                              "and",
                                                              "or",
                                                              "div",
                                                              "mod"};

bool is_name_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '_' || letter == '-' || letter == '.' ||
         static_cast<unsigned char>(letter) >= 0x80;
}

std::string_view name_before(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  std::size_t length = 0;
  while (length < text.size() && is_name_letter(text[text.size() - 1 - length])) ++length;
  std::string_view name = text.substr(text.size() - length);
  name.remove_prefix(std::min(name.size(), name.find_first_not_of("0123456789.-")));
  return name;
}

// The expression with the insides of its strings blanked out.
std::string without_strings(std::string text) {
  char quote = 0;
  for (char& letter : text) {
    if (quote == 0 && (letter == '"' || letter == '\'')) {
      quote = letter;
    } else if (letter == quote) {
      quote = 0;
    } else if (quote != 0) {
      letter = ' ';
    }
  }
  return text;
}

bool has_prefix_colon(std::string_view text) {
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 2))
    if (text.substr(at, 2) != "::") return true;
  return false;
}

std::optional<std::string> refused_part(const std::string& expression) {
  const std::string bare = without_strings(expression);
  const std::string_view text = bare;
  if (text.find('$') != std::string_view::npos) return "uses a variable";
  if (has_prefix_colon(text)) return "uses a namespace prefix";
  for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    const std::string_view name = name_before(text.substr(0, at));
    if (!name.empty() && std::ranges::find(kBeforeParenthesis, name) == kBeforeParenthesis.end())
      return fmt::format("calls {}(), which XPath 1.0 does not have", name);
  }
  return std::nullopt;
}

void pass_over(void* /*data*/, xmlErrorPtr /*error*/) {}

bool compiles(const std::string& expression) {
  xmlInitParser();
  std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context(xmlXPathNewContext(nullptr),
                                                                           &xmlXPathFreeContext);
  if (!context) throw Error(ErrorKind::Unavailable, "selectors cannot be checked at the moment");
  context->error = &pass_over;
  std::unique_ptr<xmlXPathCompExpr, decltype(&xmlXPathFreeCompExpr)> compiled(
      xmlXPathCtxtCompile(context.get(), reinterpret_cast<const xmlChar*>(expression.c_str())),
      &xmlXPathFreeCompExpr);
  return compiled != nullptr;
}

bool is_clean(const std::string& text) {
  return xmlCheckUTF8(reinterpret_cast<const xmlChar*>(text.c_str())) != 0 &&
         std::ranges::none_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20; });
}

}  // namespace

std::optional<std::string> check_xpath(const std::string& expression) {
  if (expression.empty()) return "is empty";
  if (expression.size() > kMaxSelectionBytes)
    return fmt::format("is longer than {} bytes", kMaxSelectionBytes);
  if (!is_clean(expression)) return "holds characters that are not printed";
  if (auto refused = refused_part(expression)) return refused;
  if (!compiles(expression)) return "is no XPath 1.0 expression";
  return std::nullopt;
}

void check_selections(const Selections& selections) {
  if (selections.size() > kMaxSelections)
    throw invalid("selections", fmt::format("must be {} at most", kMaxSelections));
  for (const Selection& selection : selections) {
    if (selection.name.empty() || selection.name.size() > kMaxNameBytes || !is_clean(selection.name))
      throw invalid("selections", fmt::format("need a name of 1 to {} bytes each", kMaxNameBytes));
    if (selection.xpath.size() > kMaxSelectionBytes || !is_clean(selection.xpath))
      throw invalid(selection.name, fmt::format("must be an XPath of at most {} bytes", kMaxSelectionBytes));
  }
}

}  // namespace certreg::documents
