#include "certreg/domain/policy.h"

#include <algorithm>

#include "domain/enum_names.h"

namespace certreg {
namespace {

template <class Item>
bool has(const std::vector<Item>& items, const Item& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

bool processes_any(const Relationship& relationship, const std::vector<DataKind>& kinds) {
  return std::any_of(kinds.begin(), kinds.end(), [&](DataKind kind) { return has(relationship.data, kind); });
}

}  // namespace

const std::vector<std::string_view>& combine_names() {
  static const EnumNames names{"all", "any"};
  return names;
}

const std::vector<std::string_view>& entity_rule_names() {
  static const EnumNames names{"same_entity", "same_group"};
  return names;
}

const std::vector<std::string_view>& scope_rule_names() {
  static const EnumNames names{"must_cover", "may_be_unsure"};
  return names;
}

std::string_view to_string(Combine combine) { return name_in(combine_names(), combine); }
std::string_view to_string(EntityRule rule) { return name_in(entity_rule_names(), rule); }
std::string_view to_string(ScopeRule rule) { return name_in(scope_rule_names(), rule); }

const Tier* find_tier(const Policy& policy, std::string_view id) {
  const auto found =
      std::find_if(policy.tiers.begin(), policy.tiers.end(), [&](const Tier& tier) { return tier.id == id; });
  return found == policy.tiers.end() ? nullptr : &*found;
}

bool applies(const Condition& condition, const Relationship& relationship) {
  if (!condition.data.empty() && !processes_any(relationship, condition.data)) return false;
  if (!condition.deployments.empty() && !has(condition.deployments, relationship.deployment)) return false;
  if (!condition.their_roles.empty() && !has(condition.their_roles, relationship.their_role)) return false;
  return !condition.critical_function || *condition.critical_function == relationship.critical_function;
}

}  // namespace certreg
