// Texts that many records have, kept once and known by a number. Thread-safe; readers take no lock. There is
// room for some ten thousands: when it is full, or for a text that comes for the first time, whoever asks
// keeps it himself.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace certreg::catalogue {

class SharedTexts {
 public:
  SharedTexts();
  ~SharedTexts();
  SharedTexts(const SharedTexts&) = delete;
  SharedTexts& operator=(const SharedTexts&) = delete;

  // none: not shared, at least not yet.
  std::optional<std::uint32_t> number_of(std::string_view text);

  // Of a number that it gave; stays as long as the object.
  std::string_view text(std::uint32_t number) const {
    return *texts_[number].load(std::memory_order_acquire);
  }

 private:
  static constexpr std::size_t kMost = 1U << 15, kPlaces = kMost * 2;
  static constexpr std::size_t kLongest = 400;  // bytes

  std::optional<std::uint32_t> find(std::string_view text, std::size_t hash) const;
  std::optional<std::uint32_t> add(std::string_view text, std::size_t hash);
  bool comes_again(std::size_t hash);

  std::array<std::atomic<const std::string*>, kMost> texts_{};
  std::array<std::atomic<std::uint32_t>, kPlaces> places_{};  // number + 1; 0 is free
  std::array<std::atomic<std::uint32_t>, kPlaces> seen_{};    // of texts that came once, a part of the hash
  std::atomic<std::uint32_t> count_{0};
  std::mutex adding_;
};

}  // namespace certreg::catalogue
