// A made-up company. Rare words of names differ by design: the same one is shared only by the namesakes that
// the shape asks for, and these have different trades.
#pragma once

#include <cstdint>
#include <string>

#include "bench/world/data.h"

namespace certreg::bench {

struct Company {
  std::uint64_t number = 0;
  const Country* country = nullptr;
  bool is_latin = false;               // its name, where the country has other letters too
  std::string stem, short_name, name;  // the rare word, the name without legal form, the whole name
  std::string alias;                   // or empty
  std::string lei;                     // ISO 17442, or empty
  std::string registration_number;     // differs from those of all others
  std::string domain;                  // under .example (RFC 2606)

  const std::vector<std::string>& cities() const {
    return is_latin && !country->latin_cities.empty() ? country->latin_cities : country->cities;
  }
};

Company company_of(const Data& data, std::uint64_t seed, std::uint64_t number);

}  // namespace certreg::bench
