#include "certreg/service/policies.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "certreg/codec/relationships.h"
#include "certreg/domain/error.h"
#include "certreg/service/assessment_memo.h"
#include "certreg/service/assessments.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/embedded_files.h"
#include "certreg/store/policies.h"
#include "service/audit.h"
#include "service/yaml_json.h"

namespace certreg::service {
namespace {

constexpr std::string_view kDefault = "schema/policy/default.yaml";

std::string default_text() {
  for (const auto& file : embedded_files())
    if (file.name == kDefault) return std::string(file.bytes);
  throw std::logic_error("the policy that ships is not built in");
}

std::map<std::string, std::string> titles_by_key(const Assessment& assessment) {
  std::map<std::string, std::string> titles;
  for (const auto& finding : assessment.findings)
    titles.emplace(key_of(finding), std::string(title_of(finding.rule)));
  return titles;
}

// Titles in `left` whose keys `right` has not.
std::vector<std::string> only_in(const Assessment& left, const Assessment& right) {
  const auto known = titles_by_key(right);
  std::vector<std::string> titles;
  for (const auto& [key, title] : titles_by_key(left))
    if (!known.contains(key)) titles.push_back(title);
  return titles;
}

PolicyEffect effect_of(const AssessedRelationship& before, const AssessedRelationship& after) {
  return {.relationship = before.relationship().id,
          .reference = before.relationship().reference,
          .supplier = before.relationship().supplier.name,
          .before = before.assessment->outcome,
          .after = after.assessment->outcome,
          .findings_opened = only_in(*after.assessment, *before.assessment),
          .findings_cured = only_in(*before.assessment, *after.assessment)};
}

bool changes_nothing(const PolicyEffect& effect) {
  return effect.before == effect.after && effect.findings_opened.empty() && effect.findings_cured.empty();
}

}  // namespace

Policy default_policy(const Reference& reference) {
  codec::Problems problems;
  auto policy = codec::policy_from(json_of_yaml(default_text()), reference, problems);
  if (!problems.empty()) throw std::logic_error(invalid(problems).what());
  policy.recorded_by = "certreg";
  return policy;
}

Policy current_policy(Services& services, store::Transaction& transaction,
                      const std::optional<Instant>& known_at) {
  auto saved = store::load_policy(transaction, known_at);
  return saved ? *std::move(saved) : default_policy(services.reference());
}

PolicyPtr policy_in_force(const Services& services, const WorldData& world) {
  auto saved = services.catalogue.portfolio().policy();
  return saved ? std::move(saved) : services.assessments.default_policy(world);
}

Policy current_policy(const Services& services) { return *policy_in_force(services, services.world.data()); }

std::vector<Policy> policy_versions(Services& services) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  auto versions = store::policy_versions(transaction);
  versions.push_back(default_policy(services.reference()));
  return versions;
}

Policy save_policy(Services& services, Policy policy, int expected, const Actor& actor) {
  auto transaction = services.database.begin();
  const auto latest = current_policy(services, transaction);
  if (latest.version != expected)
    throw Error(ErrorKind::Conflict,
                "the policy was changed meanwhile: its version is " + std::to_string(latest.version));
  policy.version = latest.version + 1;
  policy.recorded_at = services.clock.now();
  policy.recorded_by = actor.name;
  store::insert_policy(transaction, policy);
  audit(transaction, actor, "save", "policy", std::to_string(policy.version));
  transaction.commit();
  services.feed.refresh();
  return policy;
}

std::vector<PolicyEffect> preview_policy(Services& services, const Policy& policy) {
  const AssessmentMoment today{services.clock.today(), {}};
  std::map<RelationshipId, AssessedRelationship> before;
  assess_portfolio(services, today, [&](std::vector<AssessedRelationship> batch) {
    for (auto& one : batch) before.emplace(one.relationship().id, std::move(one));
  });
  std::vector<PolicyEffect> effects;
  const auto compare = [&](const std::vector<AssessedRelationship>& batch) {
    for (const auto& after : batch) {
      const auto known = before.find(after.relationship().id);
      if (known == before.end()) continue;
      auto effect = effect_of(known->second, after);
      if (!changes_nothing(effect)) effects.push_back(std::move(effect));
    }
  };
  assess_portfolio(services, today, compare, &policy);
  return effects;
}

}  // namespace certreg::service
