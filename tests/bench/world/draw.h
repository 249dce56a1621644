// Chance that depends on nothing but a seed, a subject and a number, so that anything about the hundredth
// holder can be said without the ninety-nine before it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

namespace certreg::bench {

// What is drawn; each subject is a stream of its own.
enum class Subject : std::uint64_t { Namesakes = 1, Stem, Company, Holding, Certificate, Scope, Query };

class Draw {
 public:
  Draw(std::uint64_t seed, Subject subject, std::uint64_t number);

  std::uint64_t next();
  std::uint64_t below(std::uint64_t bound);  // bound > 0
  int between(int first, int last);          // both may come
  bool per_cent(double share);

  template <class Item>
  const Item& one_of(const std::vector<Item>& items) {
    return items[below(items.size())];
  }

 private:
  std::uint64_t state_;
};

// Where `number` stands when 0 to size - 1 are shuffled; another `seed`, another order. Numbers from `size`
// on repeat those before.
std::uint64_t scattered(std::uint64_t number, std::uint64_t size, std::uint64_t seed);

template <class Item>
class Weighted {
 public:
  // Weights are kept to a hundredth.
  void add(Item item, double weight) {
    items_.push_back(std::move(item));
    ends_.push_back(total() + static_cast<std::uint64_t>(weight * 100));
  }
  // By Zipf's law: each item weighs one over its place.
  void add_by_place(Item item) { add(std::move(item), 1000.0 / static_cast<double>(items_.size() + 1)); }

  std::size_t place(Draw& draw) const {
    if (total() == 0) throw std::logic_error("nothing to draw from");
    const auto end = std::upper_bound(ends_.begin(), ends_.end(), draw.below(total()));
    return static_cast<std::size_t>(end - ends_.begin());
  }
  const Item& item(Draw& draw) const { return items_[place(draw)]; }
  const std::vector<Item>& items() const { return items_; }

 private:
  std::uint64_t total() const { return ends_.empty() ? 0 : ends_.back(); }

  std::vector<Item> items_;
  std::vector<std::uint64_t> ends_;
};

}  // namespace certreg::bench
