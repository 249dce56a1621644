// Lists that are read a page at a time.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "certreg/store/database.h"
#include "store/values.h"

namespace certreg::store {

// `statement` takes the id after which to go on (null = from the start), then `others`. An id that nothing
// has is followed by nothing.
template <class ReadRow>
auto list_page(Transaction& transaction, std::string_view statement, const std::string& after,
               const Params& others, ReadRow read) {
  std::vector<std::invoke_result_t<ReadRow, const Row&>> page;
  if (!after.empty() && !is_uuid(after)) return page;
  Params params{filled(after)};
  params.insert(params.end(), others.begin(), others.end());
  for (const auto& row : transaction.run(statement, params)) page.push_back(read(row));
  return page;
}

}  // namespace certreg::store
