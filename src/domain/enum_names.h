// Names of enumerators, in their order.
#pragma once

#include <string_view>
#include <vector>

namespace certreg {

using EnumNames = std::vector<std::string_view>;

template <class Enum>
std::string_view name_in(const EnumNames& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

}  // namespace certreg
