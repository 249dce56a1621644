#include <algorithm>

#include "certreg/domain/lifecycle.h"
#include "certreg/domain/names.h"
#include "domain/assessment.h"

namespace certreg {
namespace {

// nullopt when one of the two bodies is not known.
std::optional<bool> same_issuer(const CertificateVersion& left, const CertificateVersion& right) {
  if (left.issuer && right.issuer) return *left.issuer == *right.issuer;
  const auto one = normalise_name(left.issuer_printed), other = normalise_name(right.issuer_printed);
  if (one.empty() || one != other) return std::nullopt;
  return true;
}

constexpr int kBySameIssuer = 1;

// How surely `parent` is what `child` extends; 0 = it is not.
int closeness(const CertificateVersion& child, const CertificateRecord& record,
              const CertificateVersion& parent) {
  const auto issuer = same_issuer(child, parent);
  if (issuer == false) return 0;
  if (child.parent) return *child.parent == record.id ? 3 : 0;
  const auto number = normalise_number(child.parent_number);
  if (!number.empty()) return number == normalise_number(parent.number) ? 2 : 0;
  return issuer == true ? kBySameIssuer : 0;
}

// Without an end it cannot be preferred to one that is known to last.
Date life_of(const Issued& certificate, const Reference& reference) {
  const auto end = effective_end(*certificate.record, certificate.version(), reference);
  return end ? *end : Date(std::chrono::sys_days::min());
}

bool edition_has_ended(const CertificateVersion& version, const Reference& reference, Date on) {
  const auto* edition = reference.find(version.standard, version.edition);
  return edition != nullptr && edition->ended && *edition->ended < on;
}

}  // namespace

std::optional<Issued> find_parent(const CertificateVersion& child, std::span<const RecordPtr> certificates,
                                  const Question& question, const Reference& reference) {
  const auto* standard = reference.find(child.standard);
  if (standard == nullptr || !standard->extends) return std::nullopt;
  std::optional<Issued> best;
  int best_closeness = 0;
  bool is_shared = false;  // several certificates might be the parent, and nothing tells which
  for (const auto& record : certificates) {
    const Issued candidate{record, choose_issue(*record, question.on)};
    if (candidate.issue.version == nullptr || candidate.version().standard != *standard->extends) continue;
    if (candidate.version().declared_absent) continue;
    const int close = closeness(child, *record, candidate.version());
    if (close == 0 || close < best_closeness) continue;
    is_shared = close == kBySameIssuer && close == best_closeness;
    if (best && close == best_closeness && life_of(candidate, reference) <= life_of(*best, reference))
      continue;
    best = candidate;
    best_closeness = close;
  }
  return is_shared ? std::nullopt : best;
}

ParentLife parent_life(const Case& facts) {
  const auto& record = *facts.parent->record;
  const auto& parent = facts.parent->version();
  const auto on = facts.question.on;
  const auto withdrawn = withdrawn_from(record), found_expired = found_expired_on(record, parent);
  if ((withdrawn && *withdrawn <= on) || (found_expired && *found_expired <= on)) return ParentLife::Ended;
  if (edition_has_ended(parent, facts.reference, on)) return ParentLife::Ended;
  const auto end = own_end(parent);
  if (!end || on <= *end) return ParentLife::InForce;
  const auto own = own_end(facts.version());
  const bool outlives = own && *own > *end && on <= *own;
  return outlives || *end >= facts.question.today ? ParentLife::NextIssueUnknown : ParentLife::Ended;
}

}  // namespace certreg
