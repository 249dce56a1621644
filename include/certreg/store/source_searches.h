// Which pages of a source were searched, and which could not be read: from the attempts to fetch them and
// from the files that were imported as this source's.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/source_search.h"
#include "certreg/store/database.h"

namespace certreg::store {

// Of the sources that anything was tried of, until that instant or until now; `why` is the result's name as
// it was recorded.
std::vector<SourceSearch> source_searches(Transaction& transaction, std::span<const std::string> sources,
                                          const std::optional<Instant>& until = std::nullopt);

std::vector<std::string> searched_sources(Transaction& transaction);

}  // namespace certreg::store
