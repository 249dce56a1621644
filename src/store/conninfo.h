// What libpq is told when it connects.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "certreg/store/database.h"

namespace certreg::store {

using ConninfoEntries = std::vector<std::pair<std::string, std::string>>;

// The operator's conninfo, completed with the time-outs of `options` and with the formats that the getters of
// Row read. What the operator set stays, but the session's formats. Throws Error Invalid when libpq cannot
// read it.
ConninfoEntries complete_conninfo(const DatabaseOptions& options);

// `value` as it stands behind "keyword=".
std::string quote_conninfo_value(const std::string& value);

}  // namespace certreg::store
