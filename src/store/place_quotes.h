// Quotes that stand at one place, as certificate_version.quotes holds them.
#pragma once

#include <string>
#include <string_view>

#include "certreg/domain/place_quotes.h"

namespace certreg::store {

std::string text_of(const PlaceQuotes& quotes);

// What text_of made.
PlaceQuotes place_quotes_in(std::string_view json);

}  // namespace certreg::store
