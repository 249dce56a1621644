// The scope of a certificate that has no label for it.
#pragma once

#include <optional>
#include <string>

#include "reading/scope_text.h"

namespace certreg::reading {

std::optional<Scope> quoted_scope(const Sheet& sheet);
std::optional<Scope> led_to_scope(const Sheet& sheet);

// `holder`: normalised, empty where it is not known. `beside_others`: others are known, of sites, and it is
// given only where it weighs enough.
std::optional<Scope> running_scope(const Sheet& sheet, const std::string& holder, bool beside_others);

}  // namespace certreg::reading
