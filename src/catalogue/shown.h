// Records at length, made from packed ones when somebody asks. Two who ask get the same object, for as long
// as anybody holds it; of those that were asked for last, some are held here.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>

#include "certreg/catalogue/reading.h"

namespace certreg::catalogue {

// Holds the records that were made last. Thread-safe.
template <class Record>
class LastShown {
 public:
  using Ptr = std::shared_ptr<const Record>;

  void hold(Ptr record) {
    const auto number = count_.fetch_add(1, std::memory_order_relaxed) % kHeld;
    auto& [mutex, held] = groups_[number % kGroups];
    const std::lock_guard lock(mutex);
    held[number / kGroups].swap(record);
  }

 private:
  static constexpr std::size_t kHeld = 4096, kGroups = 16;
  struct Group {
    std::mutex mutex;
    std::array<Ptr, kHeld / kGroups> held;
  };
  std::array<Group, kGroups> groups_;
  std::atomic<std::size_t> count_{0};
};

// Belongs to one packed record. Its functions are called within a Reading, but the destructor.
template <class Record>
class Shown {
 public:
  using Ptr = std::shared_ptr<const Record>;

  Shown() = default;
  ~Shown() { delete known_.load(std::memory_order_relaxed); }
  Shown(const Shown&) = delete;
  Shown& operator=(const Shown&) = delete;

  // Null when nobody holds it.
  Ptr get() const {
    const auto* known = known_.load(std::memory_order_acquire);
    return known == nullptr ? nullptr : known->lock();
  }

  // The one that is there, or what make() returns.
  template <class Make>
  Ptr get_or_make(Make make, LastShown<Record>& last) const {
    Ptr made;
    auto* known = known_.load(std::memory_order_acquire);
    for (;;) {
      if (known != nullptr)
        if (auto record = known->lock()) return record;
      if (!made) made = make();
      auto fresh = std::make_unique<const Weak>(made);
      if (!known_.compare_exchange_strong(known, fresh.get(), std::memory_order_acq_rel)) continue;
      static_cast<void>(fresh.release());
      if (known != nullptr)
        free_later(const_cast<Weak*>(known), [](void* old) { delete static_cast<Weak*>(old); });
      last.hold(made);
      return made;
    }
  }

  // For the packed record that takes the place of another and says the same.
  void take(const Ptr& record) {
    if (record) known_.store(new Weak(record), std::memory_order_release);
  }

 private:
  using Weak = std::weak_ptr<const Record>;
  mutable std::atomic<const Weak*> known_{nullptr};
};

}  // namespace certreg::catalogue
