// Parts of a page that a definition names by XPath 1.0.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace certreg::documents {

inline constexpr std::size_t kMaxSelections = 20;
inline constexpr std::size_t kMaxSelectionBytes = 1000;  // of an expression; names have 100 at most

struct Selection {
  std::string name;
  std::string xpath;  // of elements, lower-case names without namespaces: "//main//li[@class='scope']"
};
using Selections = std::vector<Selection>;

// What is wrong with an expression, to be put after "the selector": "is no XPath 1.0 expression". Nothing is
// evaluated: that it selects elements shows on a page only. Thread-safe.
std::optional<std::string> check_xpath(const std::string& expression);

// Throws Error(Invalid): too many, too long, without a name, or characters that no expression needs.
void check_selections(const Selections& selections);

}  // namespace certreg::documents
