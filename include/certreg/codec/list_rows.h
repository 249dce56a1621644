// The objects of a JSON list of services, as rows for reading.
#pragma once

#include <string_view>
#include <vector>

#include "certreg/reading/service_list.h"

namespace certreg::codec {

inline constexpr std::size_t kMostListRows = 50'000;

// `at` is the dotted path to the array ("data.items"); empty: the text is the array itself. Objects within an
// object are reached by dotted path; an array of texts is several texts; null and what else there is is left
// out. Throws Error(Invalid), field "body" for text that is no strict JSON, "part" where no array of objects
// stands at the path, or more than kMostListRows.
std::vector<reading::ListRow> list_rows(std::string_view json, std::string_view at);

}  // namespace certreg::codec
