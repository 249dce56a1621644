// The policy: the one that ships until somebody saves another; versions are kept for good.
#pragma once

#include <optional>
#include <vector>

#include "certreg/domain/relationship_record.h"
#include "certreg/domain/verdict.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"

namespace certreg::service {

// Version 0. Throws std::logic_error when the file that is built in breaks a rule.
Policy default_policy(const Reference& reference);

Policy current_policy(Services& services, store::Transaction& transaction,
                      const std::optional<Instant>& known_at = {});

// The same from memory, of a world that is in use: the same object until another takes its place.
PolicyPtr policy_in_force(const Services& services, const WorldData& world);
Policy current_policy(const Services& services);

std::vector<Policy> policy_versions(Services& services);  // newest first, the one that ships last

// `expected`: the version that the caller saw. Throws Conflict when another is the latest.
Policy save_policy(Services& services, Policy policy, int expected, const Actor& actor);

// Whose outcome or findings would change if `policy` held today.
struct PolicyEffect {
  RelationshipId relationship;
  std::string reference, supplier;
  Outcome before = Outcome::Undecided, after = Outcome::Undecided;
  std::vector<std::string> findings_opened, findings_cured;  // titles
};
std::vector<PolicyEffect> preview_policy(Services& services, const Policy& policy);

}  // namespace certreg::service
