// Finds which of many folded words and phrases a text begins with. Immutable. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace certreg::reading {

class PrefixIndex {
 public:
  PrefixIndex() = default;
  explicit PrefixIndex(const std::vector<std::string_view>& words);  // none of them empty

  // The places in `words` of those that `text` begins with and that end where a word ends, shortest first;
  // of equal words all.
  std::vector<std::uint32_t> at_start_of(std::string_view text) const;

 private:
  struct Entry {
    std::string word;
    std::uint32_t place;
  };
  using Range = std::pair<std::uint32_t, std::uint32_t>;
  Range narrowed(Range range, std::size_t depth, char letter) const;

  std::vector<Entry> sorted_;
  std::vector<Range> by_first_;  // by the first byte
};

}  // namespace certreg::reading
