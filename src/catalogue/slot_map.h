// Values by their keys, found without a lock: a table of slots whose values are replaced one by one. A key
// stays once it was there. One writer at a time; readers within a Reading.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certreg/catalogue/reading.h"

namespace certreg::catalogue {

template <class Value>
class SlotMap {
 public:
  struct Slot {
    explicit Slot(std::string_view given) : key(given) {}
    const std::string key;
    Published<Value> value;
  };

  SlotMap() { table_.put(std::make_unique<const Table>(kFirstSize)); }

  const Slot* slot(std::string_view key) const {
    const auto& table = *table_.get();
    for (auto at = hash(key);; ++at) {
      const auto* found = table[at].load(std::memory_order_acquire);
      if (found == nullptr || found->key == key) return found;
    }
  }

  // Null for a key that was never put.
  const Value* find(std::string_view key) const {
    const auto* found = slot(key);
    return found == nullptr ? nullptr : found->value.get();
  }

  // The writer's: the slot is made when there is none.
  Slot& put(std::string_view key, std::unique_ptr<const Value> value) {
    auto& found = made(key);
    found.value.put(std::move(value));
    return found;
  }

 private:
  static constexpr std::size_t kFirstSize = 1024;  // a power of two, as all sizes are

  class Table {
   public:
    explicit Table(std::size_t size) : slots_(size) {}
    std::atomic<const Slot*>& operator[](std::size_t at) const { return slots_[at & (slots_.size() - 1)]; }
    std::size_t size() const { return slots_.size(); }

   private:
    mutable std::vector<std::atomic<const Slot*>> slots_;
  };

  static std::size_t hash(std::string_view key) { return std::hash<std::string_view>{}(key); }

  static void place(const Table& table, const Slot& slot) {
    auto at = hash(slot.key);
    while (table[at].load(std::memory_order_relaxed) != nullptr) ++at;
    table[at].store(&slot, std::memory_order_release);
  }

  Slot& made(std::string_view key) {
    if (const auto* found = slot(key)) return const_cast<Slot&>(*found);  // the writer's own
    if (owned_.size() * 2 >= table_.get()->size()) grow();
    owned_.push_back(std::make_unique<Slot>(key));
    place(*table_.get(), *owned_.back());
    return *owned_.back();
  }

  void grow() {
    auto larger = std::make_unique<const Table>(table_.get()->size() * 2);
    for (const auto& each : owned_) place(*larger, *each);
    table_.put(std::move(larger));
  }

  Published<Table> table_;
  std::vector<std::unique_ptr<Slot>> owned_;
};

}  // namespace certreg::catalogue
