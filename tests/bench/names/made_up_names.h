// Invented names of companies, and how people mistype, shorten and remember them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace certreg::bench {

struct NoisyQuery {
  std::size_t answer = 0;  // place of the name that is meant
  std::string kind, text;
};

// Each differs from the others in more than its legal form. The same for the same seed.
std::vector<std::string> made_up_names(std::size_t count, unsigned seed);
std::vector<NoisyQuery> noisy_queries(const std::vector<std::string>& names, std::size_t count,
                                      unsigned seed);

}  // namespace certreg::bench
