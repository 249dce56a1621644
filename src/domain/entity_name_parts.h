// Names that stand within a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certreg {

// Folded: "Miro Inc. (dba Board)" -> "miro inc", "board"; "Old Ltd, now New Ltd" -> "old ltd", "new ltd";
// "VETTING.com (Sphinx Technology Limited)" too, since what the brackets hold has a legal form. Empty for a
// name that holds no other: "Bank of China (Hong Kong) Limited" is one name.
std::vector<std::string> names_within(std::string_view name);

}  // namespace certreg
