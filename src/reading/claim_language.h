// One file of importers/claims/.
#pragma once

#include <re2/re2.h>

#include <deque>
#include <string>
#include <vector>

namespace certreg::reading {

using Words = std::vector<std::string>;  // as fold_label() gives them
using Patterns = std::deque<RE2>;

struct ClaimLanguage {
  std::string language;
  Patterns certified, obtained, speaker_within, shorts, heading, denied, compliant, aligned, working_towards,
      another, example, by, on_before, on_after;
  Words itself, in_general, about, relative, planned;
};

bool matches(const Patterns& patterns, std::string_view text);

}  // namespace certreg::reading
