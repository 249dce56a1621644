#include <algorithm>

#include "certreg/domain/entity_match.h"
#include "certreg/domain/names.h"
#include "domain/assessment.h"

namespace certreg {
namespace {

enum class Match { Same, Different, Unclear };

struct Judgement {
  Match match = Match::Unclear;
  Sentence why;
};

// Only identifiers or the very same name prove one entity, and only identifiers prove two: whatever else
// names say is for a person to judge.
Match match_of(const EntityMatch& found) {
  const bool is_proven = rests_on_identifier(found);
  if (found.answer == EntityAnswer::DifferentEntity && is_proven) return Match::Different;
  const bool is_one_name = found.reasons.front().ground == EntityGround::SameName;
  return found.answer == EntityAnswer::SameEntity && (is_proven || is_one_name) ? Match::Same
                                                                                : Match::Unclear;
}

Judgement judge(const LegalEntity& asked, const Holder& holder) {
  const auto found = match_entities(asked, entity_of(holder));
  return {match_of(found), found.reasons.front().detail};
}

bool is_named(const Supplier& supplier, std::string_view name) {
  const auto normalised = normalise_name(name);
  if (normalised.empty()) return false;
  if (normalised == normalise_name(supplier.name)) return true;
  return std::any_of(supplier.aliases.begin(), supplier.aliases.end(),
                     [&](const auto& alias) { return normalise_name(alias) == normalised; });
}

bool is_same_group(const Case& facts) {
  const auto on = facts.question.on;
  return facts.version().supplier != facts.supplier.id &&
         std::any_of(facts.supplier.groups.begin(), facts.supplier.groups.end(), [&](const GroupLink& link) {
           return link.supplier == facts.version().supplier && (!link.from || *link.from <= on) &&
                  (!link.until || on <= *link.until);
         });
}

void add_unmatched(const Case& facts, Reasons& reasons, const std::string& entity, const Judgement& main) {
  const auto& holder = facts.version().holders.front().name;
  if (is_same_group(facts)) {
    reasons.add(Code::SameGroup, say("same_group", holder, entity));
  } else if (main.match == Match::Different) {
    reasons.add(Code::DifferentEntity, say("different_entity", holder, entity));
  } else {
    reasons.add(Code::HolderUnclear, say("holder_unclear", holder, entity) + main.why);
  }
}

void judge_supplier(const Case& facts, Reasons& reasons) {
  const auto& supplier = facts.supplier;
  const auto& version = facts.version();
  const auto asked = entity_of(supplier, facts.question.on);
  const auto main = judge(asked, version.holders.front());
  if (main.match == Match::Same) {
    reasons.add(Code::SameEntity, say("same_entity", version.holders.front().name, supplier.name));
    return;
  }
  for (auto holder = version.holders.begin() + 1; holder != version.holders.end(); ++holder) {
    // A trading name is the main holder's own, so it cannot speak against its identifiers.
    if (holder->role == "trading_name" && main.match == Match::Different) continue;
    if (judge(asked, *holder).match != Match::Same) continue;
    reasons.add(Code::NamedOnCertificate,
                say("named_on_certificate", holder->name, version.holders.front().name));
    return;
  }
  add_unmatched(facts, reasons, supplier.name, main);
}

bool names_beside_holder(const CertificateVersion& version, const std::string& entity) {
  const auto equal = [&](const auto& named) { return normalise_name(named.name) == entity; };
  return std::any_of(version.holders.begin() + 1, version.holders.end(), equal) ||
         std::any_of(version.sites.begin(), version.sites.end(), equal);
}

void judge_entity(const Case& facts, Reasons& reasons, const std::string& entity) {
  const auto& version = facts.version();
  const auto& holder = version.holders.front().name;
  const auto normalised = normalise_name(entity);
  if (!normalised.empty() && normalised == normalise_name(holder)) {
    reasons.add(Code::SameEntity, say("same_entity", holder, entity));
  } else if (!normalised.empty() && names_beside_holder(version, normalised)) {
    reasons.add(Code::NamedOnCertificate, say("named_on_certificate.entity", holder, entity));
  } else {
    // Names alone never prove that two entities are different.
    add_unmatched(facts, reasons, entity,
                  {Match::Unclear, judge({.names = {entity}}, version.holders.front()).why});
  }
}

}  // namespace

Answer assess_holder(const Case& facts) {
  Reasons reasons(Topic::Holder, facts.version());
  const auto& entity = facts.question.entity;
  if (facts.version().holders.empty()) {
    reasons.add(Code::HolderUnclear, say("holder_unclear.nobody"));
  } else if (entity.empty() || is_named(facts.supplier, entity)) {
    judge_supplier(facts, reasons);
  } else {
    judge_entity(facts, reasons, entity);
  }
  return std::move(reasons).answer();
}

}  // namespace certreg
