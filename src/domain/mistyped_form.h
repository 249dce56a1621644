// Legal forms with a typing error.
#pragma once

#include <optional>
#include <string_view>

namespace certreg {

// The form as in normalised names when `word` is a long form's word but for one error ("aktiengeselschaft").
std::optional<std::string_view> mistyped_form(std::string_view word);

}  // namespace certreg
