#include "certreg/domain/entity_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "domain/entity_domains.h"
#include "domain/entity_facts.h"
#include "domain/entity_name_match.h"
#include "domain/entity_name_reason.h"

namespace certreg {
namespace {

constexpr double kContradicting = 0.9, kLocalNumber = 0.9;
constexpr double kOfDifferent = 0.3;  // factor
constexpr double kOfOtherCountry = 0.9, kOfUnknownCountry = 0.995;
constexpr double kSameDomain = 0.75, kNameBesideDomain = 0.2;
constexpr double kNamedByDomain = 0.85;
constexpr double kOfPart = 0.95;  // a name within a name

class Matching {
 public:
  Matching(const EntityFacts& asked, const EntityFacts& other)
      : asked_(asked), other_(other), findings_(compare_identifiers(asked.identifiers, other.identifiers)) {
    find_best_names();
    domain_ = shared_domain();
  }

  EntityMatch run() const {
    EntityMatch match{.score = score()};
    const auto deciding = decide();
    match.answer = deciding.points_to;
    match.reasons.push_back(deciding);
    for (auto& reason : all_reasons())
      if (reason.detail != deciding.detail) match.reasons.push_back(std::move(reason));
    return match;
  }

 private:
  void find_best_names() {
    for (const auto& asked : asked_.names)
      for (const auto& other : other_.names) {
        auto match = match_names(asked, other);
        const bool is_part = !asked.within.empty() || !other.within.empty();
        if (is_part) match.score *= kOfPart;
        if (name_ && match.score <= names_.score) continue;
        names_ = match;
        name_ = name_reason(match.relation, asked, other);
        is_part_ = is_part;
      }
  }

  std::string shared_domain() const {
    for (const auto& domain : asked_.domains)
      if (std::binary_search(other_.domains.begin(), other_.domains.end(), domain)) return domain;
    return {};
  }

  bool any(bool is_equal, bool is_local) const {
    return std::any_of(findings_.begin(), findings_.end(), [&](const IdentifierFinding& finding) {
      return finding.is_equal == is_equal && finding.is_local == is_local;
    });
  }

  bool is_abroad() const {
    const auto &asked = asked_.identifiers.country, &other = other_.identifiers.country;
    return !asked.empty() && !other.empty() && asked != other;
  }

  bool is_one_name() const { return name_ && name_->points_to == EntityAnswer::SameEntity; }

  bool names_suggest_group() const { return name_ && name_->points_to == EntityAnswer::SameGroup; }

  bool names_conflict() const {
    return names_suggest_group() || (name_ && name_->points_to == EntityAnswer::DifferentEntity);
  }

  bool are_linked() const {
    const auto holds = [](const std::vector<SupplierId>& group, const SupplierId& id) {
      return std::find(group.begin(), group.end(), id) != group.end();
    };
    return asked_.id != other_.id && (holds(asked_.group, other_.id) || holds(other_.group, asked_.id));
  }

  EntityReason reason_of(const IdentifierFinding& finding) const {
    auto points_to = finding.is_equal ? EntityAnswer::SameEntity : EntityAnswer::DifferentEntity;
    auto detail = finding.detail;
    if (finding.is_local) {
      points_to = EntityAnswer::Unclear;
      detail += " Such numbers are given by each court or state of that country.";
    } else if (finding.is_equal && finding.ground == EntityGround::Vat && names_conflict()) {
      points_to = EntityAnswer::Unclear;
      detail += " Members of one VAT group share a number, and the names are not one.";
    }
    return {finding.ground, points_to, std::move(detail)};
  }

  EntityReason group_reason() const {
    return {EntityGround::GroupLink, EntityAnswer::SameGroup,
            "The register links both as members of one group of companies."};
  }

  EntityReason domain_reason() const {
    const bool may_be_group = names_suggest_group() || (is_one_name() && is_abroad());
    return {EntityGround::Domain, may_be_group ? EntityAnswer::SameGroup : EntityAnswer::Unclear,
            fmt::format("Both are found under {}, which companies of one group often share.", domain_)};
  }

  // Why one name is not enough here; empty when it is.
  std::string doubt_of_one_name() const {
    if (is_part_) return " It is one of several names that are given together.";
    if (is_abroad())
      return fmt::format(" One name in two countries ({} and {}) is as a rule two entities.",
                         asked_.identifiers.country, other_.identifiers.country);
    return any(false, true) ? " Their registration numbers differ." : "";
  }

  EntityReason name_decides() const {
    auto reason = *name_;
    const auto doubt = is_one_name() ? doubt_of_one_name() : std::string();
    if (doubt.empty()) return reason;
    reason.points_to = EntityAnswer::Unclear;
    reason.detail += doubt;
    return reason;
  }

  std::vector<EntityReason> all_reasons() const {
    std::vector<EntityReason> reasons;
    for (const auto& finding : findings_) reasons.push_back(reason_of(finding));
    if (are_linked()) reasons.push_back(group_reason());
    if (!domain_.empty()) reasons.push_back(domain_reason());
    if (name_) reasons.push_back(name_decides());
    return reasons;
  }

  std::optional<EntityReason> first(EntityAnswer points_to, bool is_by_identifier) const {
    for (const auto& finding : findings_) {
      auto reason = reason_of(finding);
      if (is_by_identifier && reason.points_to == points_to) return reason;
    }
    return std::nullopt;
  }

  EntityReason decide() const {
    const auto equal = first(EntityAnswer::SameEntity, true),
               differing = first(EntityAnswer::DifferentEntity, true);
    if (any(true, false) && differing)
      return {differing->ground, EntityAnswer::Unclear,
              "Their identifiers contradict each other. " + differing->detail};
    if (equal) return *equal;
    if (!differing && is_one_name() && name_decides().points_to == EntityAnswer::SameEntity)
      return name_decides();
    if (are_linked()) return group_reason();
    if (differing) return *differing;
    return decide_without_identifiers();
  }

  // Equal numbers that decide nothing alone still keep names from deciding that two entities are different.
  EntityReason decide_without_identifiers() const {
    for (const auto& finding : findings_)
      if (finding.is_equal) return reason_of(finding);
    if (!domain_.empty()) return domain_reason();
    if (name_) return name_decides();
    return {EntityGround::Name, EntityAnswer::Unclear, "Nothing that is known of both can be compared."};
  }

  static double score_by_domain(const EntityFacts& one, const EntityFacts& named) {
    double best = 0;
    for (const auto& label : one.domain_names)
      for (const auto& name : named.names) best = std::max(best, match_names(label, name).score);
    return kNamedByDomain * best;
  }

  double score_of_names() const {
    double score = std::max({names_.score, score_by_domain(asked_, other_), score_by_domain(other_, asked_)});
    if (!domain_.empty()) score = std::max(score, kSameDomain + kNameBesideDomain * score);
    if (is_abroad()) return score * kOfOtherCountry;
    const bool is_known = !asked_.identifiers.country.empty() && !other_.identifiers.country.empty();
    return is_known ? score : score * kOfUnknownCountry;
  }

  double score() const {
    const bool is_equal = any(true, false), is_different = any(false, false);
    if (is_equal) return is_different ? kContradicting : 1;
    if (is_different) return score_of_names() * kOfDifferent;
    return any(true, true) ? std::max(kLocalNumber, score_of_names()) : score_of_names();
  }

  const EntityFacts &asked_, &other_;
  std::vector<IdentifierFinding> findings_;
  NameMatch names_;
  std::optional<EntityReason> name_;
  bool is_part_ = false;  // the names that decide are parts of longer ones
  std::string domain_;
};

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
  return Matching(asked, other).run();
}

EntityMatch match_entities(const LegalEntity& asked, const LegalEntity& other) {
  return match_facts(facts_of(asked), facts_of(other));
}

bool rests_on_identifier(const EntityMatch& match) {
  const auto ground = match.reasons.front().ground;
  return ground == EntityGround::Lei || ground == EntityGround::Vat ||
         ground == EntityGround::RegistrationNumber;
}

}  // namespace certreg
