// Counts of outcomes, and how sure a share of so many is. Pure.
#pragma once

#include <array>
#include <cstddef>

#include "accuracy/measure/compare.h"

namespace certreg::accuracy {

// `right` of `total`, with Wilson's 95 % bounds; all 0 when the total is 0.
struct Share {
  std::size_t right = 0, total = 0;
  double value = 0, low = 0, high = 0;
};

Share share_of(std::size_t right, std::size_t total);

class Tally {
 public:
  void add(const Judged& judged) {
    ++counts_[static_cast<std::size_t>(judged.outcome)];
    if (judged.equal_when_folded) ++equal_when_folded_;
  }
  std::size_t of(Outcome outcome) const { return counts_[static_cast<std::size_t>(outcome)]; }
  std::size_t stated() const;
  std::size_t equal_when_folded() const { return equal_when_folded_; }
  bool empty() const;

  // Of what was read, the right; a brand counts on neither side.
  Share precision() const;
  // Of what is stated, the right; a brand, what was left open and what was missed are not found.
  Share recall() const;
  // Of what is stated, what is right but for case, punctuation and white space.
  Share folded_recall() const;

 private:
  std::array<std::size_t, kOutcomes> counts_{};
  std::size_t equal_when_folded_ = 0;
};

}  // namespace certreg::accuracy
