// Certificates in JSON, each in the form of the API: one a line, or in certreg's own document {"format":
// "certreg-certificates-1", "certificates": [...]}. What the other register added of its own (ids, evidence,
// quotes) is not taken over: here it is its claim.
#pragma once

#include "service/row_reading.h"

namespace certreg::service {

// A line that is none, or is too long, is a bad row.
void for_lines(const Services& services, std::string_view bytes, const std::function<void(UnreadRow)>& take,
               std::int64_t after);

void for_register(const Services& services, std::string_view bytes,
                  const std::function<void(UnreadRow)>& take, std::int64_t after);

}  // namespace certreg::service
