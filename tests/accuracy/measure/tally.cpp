#include "accuracy/measure/tally.h"

#include <algorithm>
#include <cmath>

namespace certreg::accuracy {

Share share_of(std::size_t right, std::size_t total) {
  if (total == 0) return {};
  constexpr double kZ = 1.959963984540054;  // of 95 %
  const auto count = static_cast<double>(total);
  const double share = static_cast<double>(right) / count;
  const double weight = 1 + kZ * kZ / count;
  const double middle = (share + kZ * kZ / (2 * count)) / weight;
  const double half = kZ * std::sqrt(share * (1 - share) / count + kZ * kZ / (4 * count * count)) / weight;
  return {right, total, share, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::size_t Tally::stated() const {
  return of(Outcome::Right) + of(Outcome::Wrong) + of(Outcome::Missed) + of(Outcome::Open) +
         of(Outcome::Brand);
}

bool Tally::empty() const {
  return std::ranges::all_of(counts_, [](std::size_t count) { return count == 0; });
}

Share Tally::precision() const {
  const auto right = of(Outcome::Right);
  return share_of(right, right + of(Outcome::Wrong) + of(Outcome::Invented));
}

Share Tally::recall() const { return share_of(of(Outcome::Right), stated()); }

Share Tally::folded_recall() const { return share_of(equal_when_folded_, stated()); }

}  // namespace certreg::accuracy
