// A supplier's lists of services in scope, searched by words.
#pragma once

#include "web/visit.h"

namespace certreg::web {

// Items of certificates, never of claims. Each word of `find` must be in an item's names, heading or regions;
// everything when it is empty. At most 200 are shown, the number found is said.
Data scope_view(const Visit& visit, const std::vector<catalogue::RecordPtr>& certificates,
                const std::string& find);

}  // namespace certreg::web
