// A whole table by its ids, a page at a time.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "certreg/store/database.h"
#include "certreg/store/share.h"

namespace certreg::store {

inline constexpr int kIdsPerPage = 4000;

// `statement` takes the last id seen and a limit, and gives ids in their order. Of several shares every one
// takes the pages of its own.
template <class SomeId, class Take>
void for_all_id_pages(Transaction& transaction, std::string_view statement, Share share, Take take) {
  SomeId last{"00000000-0000-0000-0000-000000000000"};
  for (std::size_t page = 0;; ++page) {
    std::vector<SomeId> ids;
    for (const auto& row : transaction.run(statement, {last.value, kIdsPerPage}))
      ids.push_back({row.text(0)});
    if (ids.empty()) return;
    if (page % share.of == share.number) take(std::span<const SomeId>(ids));
    last = ids.back();
  }
}

}  // namespace certreg::store
