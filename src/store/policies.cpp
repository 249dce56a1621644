#include "certreg/store/policies.h"

#include <nlohmann/json.hpp>

#include "certreg/codec/relationships.h"
#include "store/values.h"

namespace certreg::store {
namespace {

Policy policy_in(const Row& row) { return codec::stored_policy(codec::parse_own(row.text("body"))); }

}  // namespace

void insert_policy(Transaction& transaction, const Policy& policy) {
  try {
    transaction.run("insert_policy_version", {policy.version, codec::dump(codec::to_json(policy)),
                                              to_string(policy.recorded_at), policy.recorded_by});
  } catch (const ConstraintViolation& violation) {
    if (violation.constraint != "policy_version_pk") throw;
    throw Error(ErrorKind::Conflict, "the policy was changed meanwhile");
  }
}

std::optional<Policy> load_policy(Transaction& transaction, const std::optional<Instant>& known_at) {
  const auto row = transaction.run("select_policy", {text_of(known_at)}).first();
  return row ? std::optional(policy_in(*row)) : std::nullopt;
}

std::vector<Policy> policy_versions(Transaction& transaction) {
  std::vector<Policy> all;
  for (const auto& row : transaction.run("list_policy_versions")) all.push_back(policy_in(row));
  return all;
}

}  // namespace certreg::store
