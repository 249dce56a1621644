// The standards that a text names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/reference.h"

namespace certreg::reading {

struct FoundStandard {
  std::size_t begin = 0, end = 0;  // bytes
  std::string printed;             // with prefix, edition and amendment, blanks collapsed
  StandardMention mention;
};

// Those that `reference` knows, in the order of the text. A list that shares its beginning ("ISO/IEC
// 27001:2013, 27017:2015 and 27018:2019") gives one for each.
std::vector<FoundStandard> find_standards(std::string_view text, const Reference& reference);

// The words that name a nation's adoption at the end of a line, where the standard follows in the next:
// "UNE-EN".
std::string_view adoption_at_end(std::string_view text);

// With what recognition makes of "ISO/IEC" before a number set right: "ISONEC 27001", "1SO/EC 27001".
std::string with_prefixes_repaired(std::string_view text);

}  // namespace certreg::reading
