// Chinese characters as syllables, each from memory: a whole name through the rules of romanisation takes
// half a millisecond.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace certreg {

// The characters that are read by what follows them, in the rules of ICU ("Han-Latin", CLDR): all others are
// always read the same.
inline constexpr std::u32string_view kReadByContext = U"藏重沈秘";

// The syllables of a text whose words are of Chinese characters alone or of ASCII alone, with a blank between
// any two. `read` says how one character reads; it is asked once for each, in whatever thread. nullopt for
// any other text.
std::optional<std::string> han_syllables(std::string_view text,
                                         const std::function<std::string(const std::string&)>& read);

}  // namespace certreg
