#include <algorithm>
#include <set>

#include "certreg/codec/relationships.h"
#include "codec/shapes.h"

namespace certreg::codec {
namespace {

constexpr int kMostDays = 3650;

Json condition_json(const Condition& when) {
  return {{"data", names_of(when.data, data_kind_names())},
          {"deployments", names_of(when.deployments, deployment_names())},
          {"their_roles", when.their_roles},
          {"critical_function", when.critical_function ? Json(*when.critical_function) : Json(nullptr)}};
}

Json need_json(const Need& need) {
  Json standards = Json::array();
  for (const auto& standard : need.standards) standards.push_back(standard.value);
  return {{"id", need.id},
          {"why", text_or_null(need.why)},
          {"standards", standards},
          {"combine", name_of(need.combine, combine_names())},
          {"when", condition_json(need.when)},
          {"accredited", need.accredited},
          {"least_evidence", name_of(need.least_evidence, evidence_names())},
          {"scope", name_of(need.scope, scope_rule_names())},
          {"entity", name_of(need.entity, entity_rule_names())},
          {"evidence_days", need.evidence_days},
          {"statement_of_applicability", need.statement_of_applicability},
          {"or_assurance", names_of(need.or_assurance, assurance_kind_names())},
          {"assurance_days", need.assurance_days}};
}

Json tier_json(const Tier& tier) {
  return {{"id", tier.id},
          {"name", tier.name},
          {"explanation", text_or_null(tier.explanation)},
          {"needs", list_of(tier.needs, need_json)},
          {"lead_days", tier.lead_days},
          {"repeat_days", tier.repeat_days},
          {"review_months", tier.review_months},
          {"source_days", tier.source_days}};
}

int whole(ObjectReader& reader, const char* member, int highest, int otherwise) {
  return static_cast<int>(reader.integer(member, 0, highest).value_or(otherwise));
}

Condition condition_from(const Json* value, const std::string& path, Problems& problems) {
  Condition when;
  if (value == nullptr) return when;
  ObjectReader reader(*value, path, problems);
  when.data = choices_in<DataKind>(reader, "data", data_kind_names());
  when.deployments = choices_in<Deployment>(reader, "deployments", deployment_names());
  when.their_roles = reader.texts("their_roles", 10, 40);
  when.critical_function = reader.boolean("critical_function");
  reader.finish();
  return when;
}

// A standard that the register does not answer for would leave every supplier undecided.
std::vector<StandardId> standards_from(ObjectReader& reader, const Reference* reference) {
  std::vector<StandardId> standards;
  for (const auto& text : reader.texts("standards", 20, 100)) {
    if (reference == nullptr) {
      standards.push_back({text});
      continue;
    }
    const auto mention = reference->standard_of(text);
    const auto* standard = mention ? reference->find(mention->standard) : nullptr;
    if (standard == nullptr || !standard->asked)
      reader.problem("standards", "\"" + text + "\" is not a standard that the register answers for");
    else
      standards.push_back(standard->id);
  }
  if (standards.empty()) reader.problem("standards", "must name at least one");
  return standards;
}

Need need_from(const Json& value, const std::string& path, const Reference* reference, Problems& problems) {
  ObjectReader reader(value, path, problems);
  Need need;
  need.id = reader.required_text("id", 60);
  need.why = reader.text("why", 1000);
  need.standards = standards_from(reader, reference);
  need.combine = choice_or(reader, "combine", combine_names(), need.combine);
  need.when = condition_from(reader.object("when"), reader.path_of("when"), problems);
  need.accredited = reader.boolean("accredited").value_or(need.accredited);
  need.least_evidence = choice_or(reader, "least_evidence", evidence_names(), need.least_evidence);
  need.scope = choice_or(reader, "scope", scope_rule_names(), need.scope);
  need.entity = choice_or(reader, "entity", entity_rule_names(), need.entity);
  need.evidence_days = whole(reader, "evidence_days", kMostDays, need.evidence_days);
  need.statement_of_applicability =
      reader.boolean("statement_of_applicability").value_or(need.statement_of_applicability);
  need.or_assurance = choices_in<AssuranceKind>(reader, "or_assurance", assurance_kind_names());
  need.assurance_days = whole(reader, "assurance_days", kMostDays, need.assurance_days);
  reader.finish();
  return need;
}

std::vector<int> lead_days_from(ObjectReader& reader, const Json& value, std::vector<int> otherwise) {
  reader.ignore("lead_days");
  if (!value.is_object() || !value.contains("lead_days")) return otherwise;
  const auto& list = value["lead_days"];
  std::set<int, std::greater<>> days;
  const auto is_day = [](const Json& item) {
    return item.is_number_integer() && item.get<long>() >= 0 && item.get<long>() <= kMostDays;
  };
  if (!list.is_array() || list.size() > 20 || !std::all_of(list.begin(), list.end(), is_day)) {
    reader.problem("lead_days", "must be a list of at most 20 whole numbers from 0 to 3650");
    return otherwise;
  }
  for (const auto& item : list) days.insert(item.get<int>());
  return {days.begin(), days.end()};
}

Tier tier_from(const Json& value, const std::string& path, const Reference* reference, Problems& problems) {
  ObjectReader reader(value, path, problems);
  Tier tier;
  tier.id = reader.required_text("id", 60);
  tier.name = reader.required_text("name", 100);
  tier.explanation = reader.long_text("explanation", 2000);
  const auto needs = reader.objects("needs", 20);
  std::set<std::string> ids;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    tier.needs.push_back(need_from(*needs[i], item_path(reader, "needs", i), reference, problems));
    if (!ids.insert(tier.needs.back().id).second)
      reader.problem("needs", "has the id \"" + tier.needs.back().id + "\" twice");
  }
  tier.lead_days = lead_days_from(reader, value, tier.lead_days);
  tier.repeat_days = whole(reader, "repeat_days", 365, tier.repeat_days);
  tier.review_months = whole(reader, "review_months", 120, tier.review_months);
  tier.source_days = whole(reader, "source_days", kMostDays, tier.source_days);
  reader.finish();
  return tier;
}

Policy read_policy(ObjectReader& reader, const Reference* reference, Problems& problems) {
  Policy policy;
  const auto tiers = reader.objects("tiers", 50);
  std::set<std::string> ids;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    policy.tiers.push_back(tier_from(*tiers[i], item_path(reader, "tiers", i), reference, problems));
    if (!ids.insert(policy.tiers.back().id).second)
      reader.problem("tiers", "has the id \"" + policy.tiers.back().id + "\" twice");
  }
  if (tiers.empty()) reader.problem("tiers", "must have at least one");
  policy.reason = reader.text("reason", 1000);
  return policy;
}

}  // namespace

Json to_json(const Policy& policy) {
  return {{"version", policy.version},
          {"tiers", list_of(policy.tiers, tier_json)},
          {"recorded_at", policy.version == 0 ? Json(nullptr) : Json(to_string(policy.recorded_at))},
          {"recorded_by", text_or_null(policy.recorded_by)},
          {"reason", text_or_null(policy.reason)}};
}

Policy policy_from(const Json& value, const Reference& reference, Problems& problems) {
  ObjectReader reader(value, "", problems);
  auto policy = read_policy(reader, &reference, problems);
  for (const auto* own : {"version", "recorded_at", "recorded_by"}) reader.ignore(own);
  reader.finish();
  return policy;
}

Policy stored_policy(const Json& value) {
  Problems problems;
  ObjectReader reader(value, "", problems);
  auto policy = read_policy(reader, nullptr, problems);
  policy.version = static_cast<int>(reader.integer("version", 0, 1'000'000'000).value_or(0));
  policy.recorded_at = reader.instant("recorded_at").value_or(Instant{});
  policy.recorded_by = reader.text("recorded_by");
  refuse_stored("policy", problems);
  return policy;
}

}  // namespace certreg::codec
