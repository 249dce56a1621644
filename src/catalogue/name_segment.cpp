#include "catalogue/name_segment.h"

#include <algorithm>
#include <cmath>

namespace certreg::catalogue {
namespace {

template <class Item>
std::span<const Item> part(const std::vector<Item>& items, const std::vector<std::uint32_t>& ends,
                           std::uint32_t place) {
  const auto first = place == 0 ? 0 : ends[place - 1];
  return {items.data() + first, ends[place] - first};
}

}  // namespace

float word_weight(std::size_t names, std::size_t with_it) {
  return std::log1p(static_cast<float>(names) / static_cast<float>(std::max<std::size_t>(with_it, 1)));
}

std::span<const WordId> NameSegment::words_of(NameId name) const { return part(name_words, name_ends, name); }

std::span<const NameId> NameSegment::names_with(WordId word) const { return part(posts, post_ends, word); }

std::size_t NameSegment::count_with(std::string_view word) const {
  const auto found = words.find(word);
  return found == WordTable::kNone ? 0 : names_with(found).size();
}

std::span<const NameId> NameSegment::names_of(Slot slot) const {
  const auto before = [&](NameId name, Slot asked) { return names[name].slot < asked; };
  const auto first = std::lower_bound(by_slot.begin(), by_slot.end(), slot, before);
  const auto last = std::lower_bound(first, by_slot.end(), slot + 1, before);
  return {first, last};
}

std::size_t NameSegment::bytes() const {
  constexpr auto kNumber = sizeof(std::uint32_t);
  return words.bytes() + names.capacity() * sizeof(NameOf) +
         kNumber * (word_weights.capacity() + weights.capacity() + name_ends.capacity() +
                    name_words.capacity() + post_ends.capacity() + posts.capacity() + by_slot.capacity());
}

}  // namespace certreg::catalogue
