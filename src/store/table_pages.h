// A whole table in the order in which its rows lie, some pages at a time: as quick as PostgreSQL can read.
#pragma once

#include <string>
#include <string_view>

#include "certreg/store/database.h"
#include "certreg/store/share.h"

namespace certreg::store {

inline constexpr std::int64_t kPagesAtOnce = 128;  // of 8 kB

// `count` gives the number of pages, `statement` takes a first place and the first behind, and answers in the
// binary format. Of several shares every one takes the pages of its own. What their snapshot shows lies in
// pages that were there before it, so that it does no harm when the table grows meanwhile.
template <class Take>
void for_all_pages(Transaction& transaction, std::string_view count, std::string_view statement, Share share,
                   Take take) {
  const auto pages = transaction.run(count).only().integer("pages");
  const auto place = [](std::int64_t page) { return "(" + std::to_string(page) + ",0)"; };
  for (auto first = static_cast<std::int64_t>(share.number) * kPagesAtOnce; first < pages;
       first += static_cast<std::int64_t>(share.of) * kPagesAtOnce)
    take(transaction.run_binary(statement, {place(first), place(first + kPagesAtOnce)}));
}

}  // namespace certreg::store
