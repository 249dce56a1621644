// Many numbers at once in the order of the ids that they stand for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

#include "catalogue/packing.h"

namespace certreg::catalogue {

// `Entries` has at(number).key(), a packed id. UUIDs are compared as the whole numbers that they are, without
// looking at the entries again.
template <class Entries>
void sort_by_id(std::vector<std::uint32_t>& numbers, const Entries& entries) {
  struct Place {
    std::uint64_t high = 0, low = 0;
    std::uint32_t number = 0;
  };
  std::vector<Place> places;
  places.reserve(numbers.size());
  for (const auto number : numbers) {
    const auto value = uuid_value(entries.at(number).key());
    if (!value) break;
    places.push_back({value->first, value->second, number});
  }
  if (places.size() < numbers.size()) {
    std::sort(numbers.begin(), numbers.end(), [&](auto left, auto right) {
      return is_before(entries.at(left).key(), entries.at(right).key());
    });
    return;
  }
  std::sort(places.begin(), places.end(), [](const Place& left, const Place& right) {
    return std::tie(left.high, left.low) < std::tie(right.high, right.low);
  });
  std::transform(places.begin(), places.end(), numbers.begin(),
                 [](const Place& place) { return place.number; });
}

}  // namespace certreg::catalogue
