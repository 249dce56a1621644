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
std::string inconclusive_check(const CertificateRecord& record) {
  if (record.checks.empty() || is_conclusive(record.checks.back().result)) return "";
  const auto& check = record.checks.back();
  const auto* what = check.result == CheckResult::NotFound ? "did not find it" : "failed";
  return fmt::format(" A look-up in {} on {} {}, which says nothing about it.", check.register_name,
                     check.checked_on.to_string(), what);
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

std::string sentence_for(EvidenceLevel level, const Case& facts, const Issued& certificate) {
  const auto* check = confirming_check(*certificate.record, facts.question);
  switch (level) {
    case EvidenceLevel::Claimed:
      return fmt::format("{} says so; no certificate is held.", facts.supplier.name);
    case EvidenceLevel::Documented:
      return "The certificate itself is held.";
    case EvidenceLevel::Signed:
      return "The certificate is held and bears the issuing body's own signature.";
    case EvidenceLevel::Registered:
      return check == nullptr ? "A register of the issuing or an accreditation body says so."
                              : fmt::format("Found active in {} on {}.", check->register_name,
                                            check->checked_on.to_string());
  }
  return "";
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
    reasons.add(Code::SignatureBroken, "The document was changed after it was signed.");
  }
  const auto seen = last_seen(certificate, question);
  if (!is_fresh(seen, question)) {
    reasons.add(Code::Stale,
                fmt::format("Last seen on {}, more than {} days before.", seen.to_string(),
                            question.stale_after_days),
                seen);
  }
  if (certificate.version().document_changed) {
    reasons.add(Code::DocumentChanged,
                "The document at this address has changed; nobody has decided yet what holds.");
  }
  return reasons;
}

std::string stated_by(const CertificateVersion& claim) {
  if (claim.declared_absent) return "no certificate";
  std::string text;
  const auto append = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name, value);
  };
  append("edition", claim.edition);
  append("number", claim.number);
  append("issuer", claim.issuer_printed);
  append("expiry", claim.expires ? claim.expires->to_string() : "");
  return text.empty() ? "a certificate" : text;
}

// "edition 2013 where the certificate says 2022": what a person has to look at.
std::string differences_in_words(const std::vector<Difference>& differences) {
  std::string text;
  for (const auto& [field, name, claimed, printed] : differences)
    text += fmt::format("{}{} {} where the certificate says {}", text.empty() ? "" : ", ", name, claimed,
                        printed);
  return text;
}

Reasons disagreement_of(const Case& facts, const CertificateVersion& claim) {
  Reasons disagreement(Topic::Evidence, claim);
  const bool is_claim = facts.version().evidence == EvidenceLevel::Claimed || claim.declared_absent;
  const auto differing = is_claim ? std::vector<Difference>() : differences(claim, facts.version());
  disagreement.add(Code::SourcesDisagree,
                   differing.empty()
                       ? fmt::format("{} claims {}, which the certificate does not bear out.",
                                     facts.supplier.name, stated_by(claim))
                       : fmt::format("{} claims {}.", facts.supplier.name, differences_in_words(differing)));
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
      disagreement.add(Code::SourcesDisagree,
                       fmt::format("{} lists {} as not in scope, which the certificate does not say.",
                                   facts.supplier.name, service));
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
