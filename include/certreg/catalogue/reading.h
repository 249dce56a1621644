// Reading without locks: what a writer replaces is freed only when nobody reads it any more
// (read-copy-update, by liburcu). Any thread may read; none has to register.
#pragma once

#include <atomic>
#include <memory>

namespace certreg::catalogue {

// What was published when it began, or later, stays as long as it lasts. Short: nothing is freed meanwhile.
// May nest.
class Reading {
 public:
  Reading() noexcept;
  ~Reading();
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
};

// Calls `free(object)`, in a thread of its own, when all that read now have ended.
void free_later(void* object, void (*free)(void*));

// Until all that was given to free_later is freed. Not within a Reading.
void free_now();

// A value that is replaced as a whole. Writers take turns by themselves.
template <class Value>
class Published {
 public:
  Published() = default;
  explicit Published(std::unique_ptr<const Value> value) : value_(value.release()) {}
  ~Published() { delete value_.load(std::memory_order_relaxed); }
  Published(const Published&) = delete;
  Published& operator=(const Published&) = delete;

  // Null when nothing was published. Within a Reading.
  const Value* get() const { return value_.load(std::memory_order_acquire); }

  void put(std::unique_ptr<const Value> value) {
    const auto* old = value_.exchange(value.release(), std::memory_order_acq_rel);
    if (old != nullptr)
      free_later(const_cast<Value*>(old), [](void* object) { delete static_cast<const Value*>(object); });
  }

 private:
  std::atomic<const Value*> value_{nullptr};
};

}  // namespace certreg::catalogue
