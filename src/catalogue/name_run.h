// Names on their way into a segment: with words of their own table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/segment_builder.h"

namespace certreg::catalogue {

struct NameRun {
  std::vector<std::string> own_words;   // that `words` looks at, when nothing else holds them
  std::vector<std::string_view> words;  // sorted, each once
  std::vector<NameOf> names;
  std::vector<std::uint32_t> name_ends;
  std::vector<WordId> name_words;  // places in `words`
};

NameRun run_of(std::span<const NewName> names);
NameRun run_of(const LiveSegment& live);  // what is not gone; looks at the segment's words

}  // namespace certreg::catalogue
