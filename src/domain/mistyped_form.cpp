#include "domain/mistyped_form.h"

#include <vector>

#include "domain/edit_distance.h"
#include "domain/legal_form_table.h"

namespace certreg {
namespace {

constexpr std::size_t kShortest = 7;

const std::vector<LegalFormSpelling>& long_forms() {
  static const auto forms = [] {
    std::vector<LegalFormSpelling> made;
    for (const auto& form : legal_form_spellings())
      if (form.spelling.size() >= kShortest && form.spelling.find(' ') == form.spelling.npos)
        made.push_back(form);
    return made;
  }();
  return forms;
}

bool may_be(std::string_view word, std::string_view form) {
  return word.front() == form.front() && word.size() <= form.size() + 1 && form.size() <= word.size() + 1;
}

}  // namespace

std::optional<std::string_view> mistyped_form(std::string_view word) {
  if (word.size() + 1 < kShortest) return std::nullopt;
  for (const auto& [spelling, key] : long_forms())
    if (may_be(word, spelling) && edit_distance(word, spelling) == 1) return key;
  return std::nullopt;
}

}  // namespace certreg
