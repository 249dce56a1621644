#include "domain/entity_evidence.h"

#include <algorithm>

#include "domain/entity_name_match.h"
#include "domain/entity_name_reason.h"

namespace certreg {
namespace {

constexpr double kOfPart = 0.95;  // factor

std::optional<NameEvidence> best_names(const EntityFacts& asked, const EntityFacts& other) {
  std::optional<NameEvidence> best;
  for (const auto& left : asked.names)
    for (const auto& right : other.names) {
      const auto [relation, likeness] = match_names(left, right);
      const bool is_part = !left.within.empty() || !right.within.empty();
      const auto score = is_part ? kOfPart * likeness : likeness;
      if (!best || score > best->score)
        best = NameEvidence{name_reason(relation, left, right), score, is_part};
    }
  return best;
}

std::string domain_of_both(const EntityFacts& asked, const EntityFacts& other) {
  for (const auto& domain : asked.domains)
    if (std::binary_search(other.domains.begin(), other.domains.end(), domain)) return domain;
  return {};
}

double named_by_domain(const EntityFacts& one, const EntityFacts& named) {
  double best = 0;
  for (const auto& label : one.domain_names)
    for (const auto& name : named.names) best = std::max(best, match_names(label, name).score);
  return best;
}

bool are_linked(const EntityFacts& asked, const EntityFacts& other) {
  const auto holds = [](const std::vector<SupplierId>& group, const SupplierId& id) {
    return std::find(group.begin(), group.end(), id) != group.end();
  };
  return asked.id != other.id && (holds(asked.group, other.id) || holds(other.group, asked.id));
}

}  // namespace

bool EntityEvidence::has(bool is_equal, bool is_local) const {
  return std::any_of(identifiers.begin(), identifiers.end(), [&](const IdentifierFinding& finding) {
    return finding.is_equal == is_equal && finding.is_local == is_local;
  });
}

EntityEvidence evidence_of(const EntityFacts& asked, const EntityFacts& other) {
  const auto &here = asked.identifiers.country, &there = other.identifiers.country;
  const bool is_known = !here.empty() && !there.empty();
  return {.identifiers = compare_identifiers(asked.identifiers, other.identifiers),
          .name = best_names(asked, other),
          .domain = domain_of_both(asked, other),
          .named_by_domain = std::max(named_by_domain(asked, other), named_by_domain(other, asked)),
          .is_country_known = is_known,
          .is_abroad = is_known && here != there,
          .are_linked = are_linked(asked, other),
          .asked_country = here,
          .other_country = there};
}

}  // namespace certreg
