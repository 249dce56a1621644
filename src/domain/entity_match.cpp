#include "certreg/domain/entity_match.h"

#include <algorithm>
#include <optional>

#include "domain/entity_evidence.h"
#include "domain/say.h"

namespace certreg {
namespace {

EntityReason group_reason() {
  return {EntityGround::GroupLink, EntityAnswer::SameGroup, say("entity.linked")};
}

bool names_conflict(const EntityEvidence& evidence) {
  return evidence.points_to(EntityAnswer::SameGroup) || evidence.points_to(EntityAnswer::DifferentEntity);
}

EntityReason reason_of(const IdentifierFinding& finding, const EntityEvidence& evidence) {
  EntityReason reason{finding.ground,
                      finding.is_equal ? EntityAnswer::SameEntity : EntityAnswer::DifferentEntity,
                      finding.detail};
  if (finding.is_local) {
    reason.points_to = EntityAnswer::Unclear;
    reason.detail += say("entity.local_number");
  } else if (finding.is_equal && finding.ground == EntityGround::Vat && names_conflict(evidence)) {
    reason.points_to = EntityAnswer::Unclear;
    reason.detail += say("entity.vat_group");
  }
  return reason;
}

EntityReason domain_reason(const EntityEvidence& evidence) {
  const bool may_be_group =
      evidence.points_to(EntityAnswer::SameGroup) || (evidence.is_one_name() && evidence.is_abroad);
  return {EntityGround::Domain, may_be_group ? EntityAnswer::SameGroup : EntityAnswer::Unclear,
          say("entity.domain", evidence.domain)};
}

// Why one name is not enough here; empty when it is.
Sentence doubt_of_one_name(const EntityEvidence& evidence) {
  if (evidence.name->is_part) return say("entity.several_names");
  if (evidence.is_abroad) return say("entity.two_countries", evidence.asked_country, evidence.other_country);
  return evidence.has(false, true) ? say("entity.numbers_differ") : Sentence();
}

std::optional<EntityReason> name_reason(const EntityEvidence& evidence) {
  if (!evidence.name) return std::nullopt;
  auto reason = evidence.name->reason;
  const auto doubt = evidence.is_one_name() ? doubt_of_one_name(evidence) : Sentence();
  if (doubt.empty()) return reason;
  reason.points_to = EntityAnswer::Unclear;
  reason.detail += doubt;
  return reason;
}

// The order is that in which they are believed.
std::vector<EntityReason> reasons_of(const EntityEvidence& evidence) {
  std::vector<EntityReason> reasons;
  for (const auto& finding : evidence.identifiers) reasons.push_back(reason_of(finding, evidence));
  if (evidence.are_linked) reasons.push_back(group_reason());
  if (!evidence.domain.empty()) reasons.push_back(domain_reason(evidence));
  if (auto name = name_reason(evidence)) reasons.push_back(std::move(*name));
  return reasons;
}

bool is_by_name(const EntityReason& reason) {
  return reason.ground == EntityGround::SameName || reason.ground == EntityGround::SpellingOnly ||
         reason.ground == EntityGround::Name;
}

bool is_by_identifier(const EntityReason& reason) {
  return !is_by_name(reason) && reason.ground != EntityGround::Domain &&
         reason.ground != EntityGround::GroupLink;
}

const EntityReason* find(const std::vector<EntityReason>& reasons, bool (*is_of_kind)(const EntityReason&),
                         EntityAnswer answer) {
  const auto found = std::find_if(reasons.begin(), reasons.end(), [&](const EntityReason& reason) {
    return is_of_kind(reason) && reason.points_to == answer;
  });
  return found == reasons.end() ? nullptr : &*found;
}

// Where numbers do not decide, the first that speaks does; an equal number that decides nothing alone still
// keeps names from telling the two apart.
EntityReason without_identifiers(const std::vector<EntityReason>& reasons, const EntityEvidence& evidence) {
  for (const auto& reason : reasons)
    if (!is_by_identifier(reason) || evidence.has(true, true) || reason.ground == EntityGround::Vat)
      return reason;
  return {EntityGround::Name, EntityAnswer::Unclear, say("entity.nothing_to_compare")};
}

EntityReason decide(const std::vector<EntityReason>& reasons, const EntityEvidence& evidence) {
  const auto* same = find(reasons, &is_by_identifier, EntityAnswer::SameEntity);
  const auto* different = find(reasons, &is_by_identifier, EntityAnswer::DifferentEntity);
  if (different != nullptr && evidence.has(true, false))
    return {different->ground, EntityAnswer::Unclear, say("entity.contradict") + different->detail};
  if (same != nullptr) return *same;
  const auto* one_name = find(reasons, &is_by_name, EntityAnswer::SameEntity);
  if (different == nullptr && one_name != nullptr) return *one_name;
  if (evidence.are_linked) return group_reason();
  return different != nullptr ? *different : without_identifiers(reasons, evidence);
}

}  // namespace

std::string_view to_string(EntityAnswer answer) {
  switch (answer) {
    case EntityAnswer::SameEntity:
      return "same_entity";
    case EntityAnswer::SameGroup:
      return "same_group";
    case EntityAnswer::DifferentEntity:
      return "different_entity";
    case EntityAnswer::Unclear:
      return "unclear";
  }
  return "";
}

EntityMatch match_facts(const EntityFacts& asked, const EntityFacts& other) {
  const auto evidence = evidence_of(asked, other);
  auto reasons = reasons_of(evidence);
  auto deciding = decide(reasons, evidence);
  std::erase_if(reasons,
                [&](const EntityReason& reason) { return reason.detail.text == deciding.detail.text; });
  const auto answer = deciding.points_to;
  reasons.insert(reasons.begin(), std::move(deciding));
  return {answer, entity_score(evidence), std::move(reasons)};
}

EntityMatch match_entities(const LegalEntity& asked, const LegalEntity& other) {
  return match_facts(facts_of(asked), facts_of(other));
}

bool rests_on_identifier(const EntityMatch& match) { return is_by_identifier(match.reasons.front()); }

}  // namespace certreg
