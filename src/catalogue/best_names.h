// The best of the names that were found.
#pragma once

#include <algorithm>
#include <vector>

#include "catalogue/name_segment.h"

namespace certreg::catalogue {

inline constexpr float kLowestScore = 0.3F;  // of 1
inline constexpr float kBesideBest = 0.45F;  // of the best one's score: what is worse is no answer beside it

struct Hit {
  std::uint32_t segment = 0;
  NameId name = 0;
  NameOf of;
  float score = 0;
};

// The best first, equal ones by slot.
template <class Found>
bool is_better(const Found& left, const Found& right) {
  if (left.score != right.score) return left.score > right.score;
  return left.of.slot != right.of.slot ? left.of.slot < right.of.slot : left.of.number < right.of.number;
}

// Of each slot.
template <class Found>
void keep_best_of_each(std::vector<Found>& found) {
  std::sort(found.begin(), found.end(), [](const Found& left, const Found& right) {
    return left.of.slot != right.of.slot ? left.of.slot < right.of.slot : is_better(left, right);
  });
  const auto end = std::unique(found.begin(), found.end(), [](const Found& left, const Found& right) {
    return left.of.slot == right.of.slot;
  });
  found.erase(end, found.end());
  std::sort(found.begin(), found.end(), is_better<Found>);
}

// The best ones so far, over all segments.
class BestNames {
 public:
  explicit BestNames(std::size_t kept) : kept_(kept) {}

  // What a name has to be worth.
  float threshold() const {
    const auto beside = std::max(kLowestScore, kBesideBest * best_);
    return hits_.size() < kept_ ? beside : std::max(beside, hits_.front().score);
  }

  bool takes(const Hit& hit) const {
    if (hits_.size() < kept_) return hit.score >= threshold();
    return hit.score >= threshold() && is_better(hit, hits_.front());
  }

  void add(const Hit& hit) {
    if (hits_.size() == kept_) {
      std::pop_heap(hits_.begin(), hits_.end(), is_better<Hit>);
      hits_.pop_back();
    }
    hits_.push_back(hit);
    std::push_heap(hits_.begin(), hits_.end(), is_better<Hit>);
    best_ = std::max(best_, hit.score);
  }

  float best() const { return best_; }
  const std::vector<Hit>& hits() const { return hits_; }

 private:
  std::size_t kept_;
  float best_ = 0;
  std::vector<Hit> hits_;
};

}  // namespace certreg::catalogue
