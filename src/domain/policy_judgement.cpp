#include "domain/policy_judgement.h"

#include <algorithm>

#include "domain/say.h"

namespace certreg {
namespace {

std::optional<EvidenceLevel> level_of(Code code) {
  switch (code) {
    case Code::Claimed:
      return EvidenceLevel::Claimed;
    case Code::Documented:
      return EvidenceLevel::Documented;
    case Code::Signed:
      return EvidenceLevel::Signed;
    case Code::Registered:
      return EvidenceLevel::Registered;
    default:
      return std::nullopt;
  }
}

const Answer& answer_of(const Part& part, Topic topic) {
  return part.answers[static_cast<std::size_t>(topic)];
}

Sentence word_of(EvidenceLevel level) {
  constexpr SentenceId kWords[] = {"word.level_claimed", "word.level_documented", "word.level_signed",
                                   "word.level_registered"};
  return say(kWords[static_cast<std::size_t>(level)]);
}

// `claimed` is a reason of its own, which says so already.
void ask_for_evidence(const Part& part, const Need& need, std::vector<Shortfall>& shortfalls) {
  for (const auto& reason : answer_of(part, Topic::Evidence).reasons) {
    const auto level = level_of(reason.code);
    if (!level || *level == EvidenceLevel::Claimed || *level >= need.least_evidence) continue;
    shortfalls.push_back({FindingRule::EvidenceTooWeak,
                          say("finding.evidence_too_weak", word_of(*level), word_of(need.least_evidence))});
  }
}

// ISO/IEC 27006-1:2024, 8.2.2: the certificate names the version of the Statement of Applicability.
void ask_for_statement(const Part& part, const Need& need, std::vector<Shortfall>& shortfalls) {
  if (!need.statement_of_applicability || !part.certificate) return;
  const auto* named = part.parent ? &*part.parent : &*part.certificate;
  const auto names_one = [](const CertificateVersion& version) {
    return !version.soa_version.empty() || version.soa_date;
  };
  if (names_one(*named) || names_one(*part.certificate)) return;
  const bool held = named->evidence != EvidenceLevel::Claimed;
  shortfalls.push_back({FindingRule::StatementOfApplicability,
                        held ? say("finding.no_statement") : say("finding.no_statement_claimed")});
}

Outcome worse(Outcome left, Outcome right) { return std::max(left, right); }

Outcome outcome_of(AnswerValue value) {
  if (value == AnswerValue::No) return Outcome::NotSatisfied;
  return value == AnswerValue::Unsure ? Outcome::Undecided : Outcome::Satisfied;
}

Outcome outcome_of(const Answer& answer, const Demand& demand) {
  auto outcome = Outcome::Satisfied;
  for (const auto& reason : answer.reasons)
    if (!info(reason.code).warns && !is_tolerated(reason, answer.topic, demand))
      outcome = worse(outcome, outcome_of(reason.value));
  return outcome;
}

Outcome outcome_of(const Part& part, const Demand& demand) {
  auto outcome = Outcome::Satisfied;
  for (const auto& answer : part.answers) outcome = worse(outcome, outcome_of(answer, demand));
  return shortfalls_of(part, demand).empty() ? outcome : worse(outcome, Outcome::Undecided);
}

}  // namespace

bool is_tolerated(const Reason& reason, Topic topic, const Demand& demand) {
  const auto& need = demand.need;
  if (reason.code == Code::NothingFound) return false;
  switch (topic) {
    case Topic::Issuer:
      return !need.accredited;
    case Topic::Scope:
      return need.scope == ScopeRule::MayBeUnsure && reason.value == AnswerValue::Unsure &&
             reason.code != Code::ScopeReduced;
    case Topic::Holder:
      return reason.code == Code::SameGroup && need.entity == EntityRule::SameGroup &&
             !demand.relationship.group_guarantee.empty();
    case Topic::Evidence:
      return reason.code == Code::Claimed && need.least_evidence == EvidenceLevel::Claimed;
    case Topic::Standard:
    case Topic::Dates:
      return false;
  }
  return false;
}

std::vector<Shortfall> shortfalls_of(const Part& part, const Demand& demand) {
  std::vector<Shortfall> shortfalls;
  ask_for_evidence(part, demand.need, shortfalls);
  ask_for_statement(part, demand.need, shortfalls);
  return shortfalls;
}

Outcome outcome_by(const Verdict& verdict, const Demand& demand) {
  auto outcome = Outcome::Satisfied;
  for (const auto& part : verdict.parts) outcome = worse(outcome, outcome_of(part, demand));
  return outcome;
}

}  // namespace certreg
