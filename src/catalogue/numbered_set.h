// Entries that bring their own keys, found without a lock: each has a place with a number, whose entry is
// replaced as a whole. A place stays once it was there. One writer at a time; readers within a Reading.
#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "certreg/catalogue/reading.h"

namespace certreg::catalogue {

// `Entry` has key(), the same for all that ever stand at its place.
template <class Entry>
class NumberedSet {
 public:
  using Number = std::uint32_t;
  using Ptr = std::unique_ptr<const Entry>;

  NumberedSet() { table_.put(std::make_unique<const Table>(kFirstSize)); }
  ~NumberedSet() {
    for (Number number = 0; number < count_; ++number) delete place(number).load(std::memory_order_relaxed);
  }
  NumberedSet(const NumberedSet&) = delete;
  NumberedSet& operator=(const NumberedSet&) = delete;

  const Entry& at(Number number) const { return *place(number).load(std::memory_order_acquire); }

  std::optional<Number> number_of(std::string_view key) const {
    const auto& table = *table_.get();
    for (auto at = hash(key);; ++at) {
      const auto known = table[at].load(std::memory_order_acquire);
      if (known == kFree) return std::nullopt;
      if (this->at(known - 1).key() == key) return known - 1;
    }
  }

  // Null for a key that was never put.
  const Entry* find(std::string_view key) const {
    const auto number = number_of(key);
    return number ? &at(*number) : nullptr;
  }

  // The writer's. What was there is freed when nobody reads it any more.
  Number put(Ptr entry) {
    if (const auto known = number_of(entry->key())) {
      put(*known, std::move(entry));
      return *known;
    }
    if ((count_ + 1) * 3 > table_.get()->size() * 2) grow(table_.get()->size() * 2);
    const auto number = count_;
    make_room(number);
    place(number).store(entry.get(), std::memory_order_release);
    enter(*table_.get(), number, entry.release()->key());
    ++count_;
    return number;
  }
  void put(Number number, Ptr entry) {
    const auto* old = place(number).exchange(entry.release(), std::memory_order_acq_rel);
    free_later(const_cast<Entry*>(old), [](void* object) { delete static_cast<Entry*>(object); });
  }

  // The writer's.
  Number count() const { return count_; }
  void expect(std::size_t entries) {
    const auto size = std::bit_ceil(entries * 3 / 2 + 1);
    if (size > table_.get()->size()) grow(size);
  }

 private:
  static constexpr std::size_t kFirstSize = 1024;  // a power of two, as all sizes are
  static constexpr Number kFree = 0;               // others are a number and one

  class Table {
   public:
    explicit Table(std::size_t size) : numbers_(size) {}
    std::atomic<Number>& operator[](std::size_t at) const { return numbers_[at & (numbers_.size() - 1)]; }
    std::size_t size() const { return numbers_.size(); }

   private:
    mutable std::vector<std::atomic<Number>> numbers_;
  };

  // Places stand in rows, each twice as long as the one before, that never move.
  using Place = std::atomic<const Entry*>;
  static constexpr unsigned kFirstRowBits = 8;
  static unsigned row_of(Number number) {
    return static_cast<unsigned>(std::bit_width((std::uint64_t{number} >> kFirstRowBits) + 1)) - 1;
  }
  static std::size_t first_of(unsigned row) { return ((std::size_t{1} << row) - 1) << kFirstRowBits; }
  static std::size_t length_of(unsigned row) { return std::size_t{1} << (row + kFirstRowBits); }

  Place& place(Number number) const {
    const auto row = row_of(number);
    return rows_[row].load(std::memory_order_acquire)[number - first_of(row)];
  }
  void make_room(Number number) {
    const auto row = row_of(number);
    if (rows_[row].load(std::memory_order_relaxed) != nullptr) return;
    owned_.push_back(std::make_unique<Place[]>(length_of(row)));
    rows_[row].store(owned_.back().get(), std::memory_order_release);
  }

  static std::size_t hash(std::string_view key) { return std::hash<std::string_view>{}(key); }

  static void enter(const Table& table, Number number, std::string_view key) {
    auto at = hash(key);
    while (table[at].load(std::memory_order_relaxed) != kFree) ++at;
    table[at].store(number + 1, std::memory_order_release);
  }

  void grow(std::size_t size) {
    auto larger = std::make_unique<const Table>(size);
    for (Number number = 0; number < count_; ++number) enter(*larger, number, at(number).key());
    table_.put(std::move(larger));
  }

  Published<Table> table_;
  std::array<std::atomic<Place*>, 32> rows_{};
  std::vector<std::unique_ptr<Place[]>> owned_;
  Number count_ = 0;
};

}  // namespace certreg::catalogue
