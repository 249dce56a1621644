// Text in the normal forms of Unicode (UAX #15). Pure; throws Error(Unavailable) when ICU has no data.
#pragma once

#include <string>
#include <string_view>

namespace certreg {

std::string nfkc(std::string_view text);  // how keyboards and systems write the same text becomes one
std::string nfkc_caseless(std::string_view text);  // and upper and lower case, too

}  // namespace certreg
