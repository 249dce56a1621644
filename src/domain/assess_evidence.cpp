#include <fmt/format.h>

#include <algorithm>

#include "domain/assessment.h"
#include "domain/scope_items.h"

namespace certreg {
namespace {

// The day whose knowledge is asked for.
Date reference_day(const Question& question) { return std::min(question.on, question.today); }

bool is_conclusive(CheckResult result) {
  return result != CheckResult::NotFound && result != CheckResult::SourceFailed;
}

bool is_fresh(Date seen, const Question& question) {
  return days_between(seen, reference_day(question)) <= question.stale_after_days;
}

// The register's word, when it was "active", is not too old, and none later says otherwise.
const Check* confirming_check(const CertificateRecord& record, const Question& question) {
  const Check* last = nullptr;
  for (const auto& check : record.checks) {
    if (check.source == StatusSource::Supplier || !is_conclusive(check.result)) continue;
    if (check.checked_on > reference_day(question)) continue;
    if (last == nullptr || check.checked_on >= last->checked_on) last = &check;
  }
  const bool confirms =
      last != nullptr && last->result == CheckResult::Active && is_fresh(last->checked_on, question);
  return confirms ? last : nullptr;
}

// What the latest look-up without a result was, as a sentence; it speaks neither for nor against the
// certificate.
Sentence inconclusive_check(const CertificateRecord& record) {
  if (record.checks.empty() || is_conclusive(record.checks.back().result)) return {};
  const auto& check = record.checks.back();
  return check.result == CheckResult::NotFound
             ? say("evidence.not_found", check.register_name, check.checked_on)
             : say("evidence.look_up_failed", check.register_name, check.checked_on);
}

EvidenceLevel level_of(const Issued& certificate, const Question& question) {
  const auto& version = certificate.version();
  if (version.evidence == EvidenceLevel::Claimed) return EvidenceLevel::Claimed;
  if (version.evidence == EvidenceLevel::Registered ||
      confirming_check(*certificate.record, question) != nullptr) {
    return EvidenceLevel::Registered;
  }
  // Only the issuing body's signature adds to a document.
  return version.signature == SignatureState::SignedByIssuer ? EvidenceLevel::Signed
                                                             : EvidenceLevel::Documented;
}

Code code_of(EvidenceLevel level) {
  switch (level) {
    case EvidenceLevel::Claimed:
      return Code::Claimed;
    case EvidenceLevel::Documented:
      return Code::Documented;
    case EvidenceLevel::Signed:
      return Code::Signed;
    case EvidenceLevel::Registered:
      return Code::Registered;
  }
  return Code::Claimed;
}

Sentence sentence_for(EvidenceLevel level, const Case& facts, const Issued& certificate) {
  const auto* check = confirming_check(*certificate.record, facts.question);
  switch (level) {
    case EvidenceLevel::Claimed:
      return say("claimed", facts.supplier.name);
    case EvidenceLevel::Documented:
      return say("documented");
    case EvidenceLevel::Signed:
      return say("signed");
    case EvidenceLevel::Registered:
      return check == nullptr ? say("registered")
                              : say("registered.found", check->register_name, check->checked_on);
  }
  return {};
}

void judge_level(const Case& facts, Reasons& reasons) {
  const Issued* weakest = &facts.certificate;
  if (facts.parent && level_of(*facts.parent, facts.question) < level_of(*weakest, facts.question))
    weakest = &*facts.parent;
  const auto level = level_of(*weakest, facts.question);
  reasons.add(code_of(level),
              sentence_for(level, facts, *weakest) + inconclusive_check(*facts.certificate.record));
}

Date last_seen(const Issued& certificate, const Question& question) {
  const auto& version = certificate.version();
  const auto seen = day_of(version.last_confirmed.value_or(version.recorded_at));
  const auto* check = confirming_check(*certificate.record, question);
  return check == nullptr ? seen : std::max(seen, check->checked_on);
}

Reasons doubts_about(const Issued& certificate, const Question& question) {
  Reasons reasons(Topic::Evidence, certificate.version());
  if (certificate.version().signature == SignatureState::Broken) {
    reasons.add(Code::SignatureBroken, say("signature_broken"));
  }
  const auto seen = last_seen(certificate, question);
  if (!is_fresh(seen, question)) {
    reasons.add(Code::Stale, say("stale", seen, question.stale_after_days), seen);
  }
  if (certificate.version().document_changed) {
    reasons.add(Code::DocumentChanged, say("document_changed"));
  }
  return reasons;
}

Sentence stated_by(const CertificateVersion& claim) {
  if (claim.declared_absent) return say("word.no_certificate");
  std::vector<Sentence> stated;
  if (!claim.edition.empty()) stated.push_back(say("word.edition", claim.edition));
  if (!claim.number.empty()) stated.push_back(say("word.number", claim.number));
  if (!claim.issuer_printed.empty()) stated.push_back(say("word.issuer", claim.issuer_printed));
  if (claim.expires) stated.push_back(say("word.expires", *claim.expires));
  return stated.empty() ? say("word.a_certificate") : listed(stated);
}

// "edition 2013 where the certificate says 2022": what a person has to look at.
Sentence in_words(const std::vector<Difference>& differences) {
  std::vector<Sentence> all;
  for (const auto& difference : differences)
    all.push_back(say("word.differs", difference.claimed, difference.printed));
  return listed(all);
}

Reasons disagreement_of(const Case& facts, const CertificateVersion& claim) {
  Reasons disagreement(Topic::Evidence, claim);
  const bool is_claim = facts.version().evidence == EvidenceLevel::Claimed || claim.declared_absent;
  const auto differing = is_claim ? std::vector<Difference>() : differences(claim, facts.version());
  disagreement.add(Code::SourcesDisagree,
                   differing.empty()
                       ? say("sources_disagree", facts.supplier.name, stated_by(claim))
                       : say("sources_disagree.differs", facts.supplier.name, in_words(differing)));
  for (auto at = differing.rbegin(); at != differing.rend(); ++at) disagreement.quoting(at->field);
  return disagreement;
}

// A page's list that leaves out what the certificate covers, or seems to.
void note_lists_that_leave_out(const Case& facts, Reasons& reasons) {
  for (const auto* claim : facts.lists)
    for (const auto& service : facts.services) {
      const auto listing = look_up(claim->scope_items, service, facts.naming);
      const bool agree = look_up(facts.version().scope_items, service, facts.naming).as == Listed::Out;
      if (listing.as != Listed::Out || agree) continue;
      Reasons disagreement(Topic::Evidence, *claim);
      disagreement.add(Code::SourcesDisagree, say("sources_disagree.list", facts.supplier.name, service));
      disagreement.quoting(fmt::format("scope_items[{}]", listing.items.front()));
      reasons.take(std::move(disagreement));
    }
}

}  // namespace

Answer assess_evidence(const Case& facts) {
  Reasons reasons(Topic::Evidence, facts.version());
  judge_level(facts, reasons);
  reasons.take(doubts_about(facts.certificate, facts.question));
  if (facts.parent) reasons.take(doubts_about(*facts.parent, facts.question));
  for (const auto* claim : facts.disagreeing) reasons.take(disagreement_of(facts, *claim));
  note_lists_that_leave_out(facts, reasons);
  return std::move(reasons).answer();
}

}  // namespace certreg
