// certreg's own JSON: {"format": "certreg-certificates-1", "certificates": [...]}, each in the form of the
// API. What the other register added of its own (ids, evidence, quotes) is not taken over: here it is its
// claim.
#pragma once

#include "service/row_reading.h"

namespace certreg::service {

void for_register(const Services& services, std::string_view bytes, const std::function<void(RowRead)>& take);

}  // namespace certreg::service
