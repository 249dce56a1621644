// Where names are printed. Lines are normalised once for a document: there are many names to look for.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/sheet.h"

namespace certreg::reading {

constexpr std::size_t kShortestName = 6;  // bytes: shorter ones stand within other words

class NamedLines {
 public:
  explicit NamedLines(const Sheet& sheet);

  // The line that names it, or the first of two over which its name runs; or null.
  const Segment* naming(std::string_view name) const;
  // With an acronym and, in the same line, the beginning of a word.
  const Segment* with_acronym(const std::string& acronym, std::string_view stem) const;

 private:
  const Sheet& sheet_;
  std::vector<std::string> normalised_;
  std::vector<std::pair<std::size_t, std::string>> over_two_lines_;  // with the place of the first line
};

// Whole words of a folded text. In Korean a particle may follow without a blank.
bool contains_words(std::string_view text, std::string_view words);

// Recognised accreditation bodies, by name or by acronym beside a word of accreditation.
void read_accreditors(const Sheet& sheet, const NamedLines& lines, Draft& draft);

}  // namespace certreg::reading
