// Countries by their names.
#pragma once

#include <string>
#include <string_view>

namespace certreg {

// ISO 3166-1 alpha-2 of a country's name in one of the languages that certificates are read in, or of its
// code in capitals; empty when the whole text is no country.
std::string country_named(std::string_view text);

}  // namespace certreg
