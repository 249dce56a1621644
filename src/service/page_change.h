// What became of a page since the last attempt, for the change feed.
#pragma once

#include <optional>
#include <string>

#include "certreg/domain/register_change.h"
#include "certreg/service/page_result.h"
#include "certreg/store/documents.h"

namespace certreg::service {

// `before`: the last attempt at the same address, if any. None when the page stands as it did: a host that
// stays away is told of once. Pure.
std::optional<RegisterChange> change_since(const std::optional<store::FetchRecord>& before,
                                           const store::FetchRecord& now);

}  // namespace certreg::service
