#include "catalogue/shared_texts.h"

#include <functional>

namespace certreg::catalogue {

SharedTexts::SharedTexts() = default;

SharedTexts::~SharedTexts() {
  for (const auto& text : texts_) delete text.load(std::memory_order_relaxed);
}

std::optional<std::uint32_t> SharedTexts::number_of(std::string_view text) {
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  const auto hash = std::hash<std::string_view>{}(text);
  if (const auto found = find(text, hash)) return found;
  if (count_.load(std::memory_order_relaxed) == kMost || !comes_again(hash)) return std::nullopt;
  return add(text, hash);
}

std::optional<std::uint32_t> SharedTexts::find(std::string_view text, std::size_t hash) const {
  for (auto at = hash;; ++at) {
    const auto place = places_[at % kPlaces].load(std::memory_order_acquire);
    if (place == 0) return std::nullopt;
    if (this->text(place - 1) == text) return place - 1;
  }
}

// Whether its hash was there before. Two texts that take each other's place may go unnoticed.
bool SharedTexts::comes_again(std::size_t hash) {
  auto& seen = seen_[hash % kPlaces];
  const auto mark = static_cast<std::uint32_t>(hash >> 32) | 1U;
  if (seen.load(std::memory_order_relaxed) == mark) return true;
  seen.store(mark, std::memory_order_relaxed);
  return false;
}

std::optional<std::uint32_t> SharedTexts::add(std::string_view text, std::size_t hash) {
  const std::lock_guard lock(adding_);
  if (const auto found = find(text, hash)) return found;
  const auto number = count_.load(std::memory_order_relaxed);
  if (number == kMost) return std::nullopt;
  texts_[number].store(new std::string(text), std::memory_order_release);
  count_.store(number + 1, std::memory_order_relaxed);
  auto at = hash;
  while (places_[at % kPlaces].load(std::memory_order_relaxed) != 0) ++at;
  places_[at % kPlaces].store(number + 1, std::memory_order_release);
  return number;
}

}  // namespace certreg::catalogue
