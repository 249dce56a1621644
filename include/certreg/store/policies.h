// Versions of the policy. Version 0, which ships, is not kept here.
#pragma once

#include <optional>
#include <vector>

#include "certreg/domain/policy.h"
#include "certreg/store/database.h"

namespace certreg::store {

// Throws Conflict when the version is there already.
void insert_policy(Transaction& transaction, const Policy& policy);

// The latest, or the one that held at an instant.
std::optional<Policy> load_policy(Transaction& transaction, const std::optional<Instant>& known_at);

std::vector<Policy> policy_versions(Transaction& transaction);  // newest first

}  // namespace certreg::store
