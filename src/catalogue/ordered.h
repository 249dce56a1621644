// Values in an order, in blocks of a bounded size: a value more costs little, wherever it belongs.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace certreg::catalogue {

// is_before(a, b) tells whether a value stands before another; for searching it also takes what is searched
// for.
template <class Value, class IsBefore>
class Ordered {
 public:
  explicit Ordered(IsBefore is_before) : is_before_(is_before) {}

  // In place of all; `values` stand in the order.
  void assign(const std::vector<Value>& values) {
    blocks_.clear();
    for (std::size_t first = 0; first < values.size(); first += kMost / 2) {
      const auto last = std::min(first + kMost / 2, values.size());
      blocks_.emplace_back(values.begin() + static_cast<std::ptrdiff_t>(first),
                           values.begin() + static_cast<std::ptrdiff_t>(last));
    }
  }

  // Nothing happens when an equal one is there.
  void insert(Value value) {
    if (blocks_.empty()) return blocks_.push_back({value});
    const auto place = home_of(value);
    auto& block = blocks_[place];
    const auto at = std::lower_bound(block.begin(), block.end(), value, is_before_);
    if (at != block.end() && !is_before_(value, *at)) return;
    block.insert(at, value);
    if (block.size() > kMost) split(place);
  }

  // What is equal to `key`, to be replaced by an equal value; null when nothing is.
  template <class Key>
  Value* find(const Key& key) {
    if (blocks_.empty()) return nullptr;
    auto& block = blocks_[home_of(key)];
    const auto at = std::lower_bound(block.begin(), block.end(), key, is_before_);
    return at == block.end() || is_before_(key, *at) ? nullptr : &*at;
  }

  template <class Key>
  void erase(const Key& key) {
    const auto* found = find(key);
    if (found == nullptr) return;
    const auto place = home_of(key);
    auto& block = blocks_[place];
    block.erase(block.begin() + (found - block.data()));
    if (block.empty()) blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(place));
  }

  template <class Take>
  void for_all(Take take) const {
    for (const auto& block : blocks_)
      for (const auto& value : block) take(value);
  }

  // take(value) for those that do not stand before `key`, until it returns false.
  template <class Key, class Take>
  void walk_from(const Key& key, Take take) const {
    if (blocks_.empty()) return;
    auto place = last_before(key);
    const auto& first = blocks_[place];
    auto at = static_cast<std::size_t>(std::lower_bound(first.begin(), first.end(), key, is_before_) -
                                       first.begin());
    for (; place < blocks_.size(); ++place, at = 0)
      for (; at < blocks_[place].size(); ++at)
        if (!take(blocks_[place][at])) return;
  }

 private:
  static constexpr std::size_t kMost = 512;
  using Block = std::vector<Value>;

  // The last block whose first value stands before the key, or the first block.
  template <class Key>
  std::size_t last_before(const Key& key) const {
    return place_before(std::partition_point(
        blocks_.begin(), blocks_.end(), [&](const Block& block) { return is_before_(block.front(), key); }));
  }

  // The last block whose first value does not stand after the key, or the first block.
  template <class Key>
  std::size_t home_of(const Key& key) const {
    return place_before(std::partition_point(
        blocks_.begin(), blocks_.end(), [&](const Block& block) { return !is_before_(key, block.front()); }));
  }

  std::size_t place_before(typename std::vector<Block>::const_iterator after) const {
    return after == blocks_.begin() ? 0 : static_cast<std::size_t>(after - blocks_.begin()) - 1;
  }

  void split(std::size_t place) {
    auto& block = blocks_[place];
    const auto middle = block.begin() + static_cast<std::ptrdiff_t>(block.size() / 2);
    Block rest(middle, block.end());
    block.erase(middle, block.end());
    blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(place) + 1, std::move(rest));
  }

  IsBefore is_before_;
  std::vector<Block> blocks_;
};

}  // namespace certreg::catalogue
