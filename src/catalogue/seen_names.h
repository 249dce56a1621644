// Which names of a segment were looked at in a search.
#pragma once

#include <cstdint>
#include <vector>

#include "catalogue/name_segment.h"

namespace certreg::catalogue {

// A bit a name, of the thread: as many as the largest segment has names, and none set between searches. One
// at a time in a thread.
class Seen {
 public:
  explicit Seen(std::size_t names) {
    if (bits().size() < names / 64 + 1) bits().resize(names / 64 + 1);
  }
  ~Seen() {
    for (const auto name : names_) bits()[name / 64] = 0;
  }
  Seen(const Seen&) = delete;
  Seen& operator=(const Seen&) = delete;

  bool is_new(NameId name) {
    auto& word = bits()[name / 64];
    const auto bit = std::uint64_t{1} << (name % 64);
    if ((word & bit) != 0) return false;
    word |= bit;
    names_.push_back(name);
    return true;
  }

 private:
  static std::vector<std::uint64_t>& bits() {
    thread_local std::vector<std::uint64_t> bits;
    return bits;
  }
  std::vector<NameId> names_;
};

}  // namespace certreg::catalogue
