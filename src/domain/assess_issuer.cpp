#include <algorithm>

#include "certreg/domain/lifecycle.h"
#include "domain/issuer_words.h"

namespace certreg {
namespace {

constexpr int kTransferMonths = 6;  // IAF MD 2: time to move certificates to another body

void add_ended(const Issuer& issuer, const Accreditation& accreditation, Reasons& reasons) {
  if (!accreditation.until) {
    reasons.add(Code::AccreditationEnded,
                say("accreditation_ended.unknown_day", issuer.name, issuer.standard()));
    return;
  }
  const bool recent = issuer.on() <= accreditation.until->plus_months(kTransferMonths);
  reasons.add(Code::AccreditationEnded, recent ? AnswerValue::Unsure : AnswerValue::No,
              say("accreditation_ended", issuer.name, issuer.standard(), *accreditation.until),
              accreditation.until);
}

// True when it found a reason: the end of the accreditation that ended last.
bool judge_ended(const Issuer& issuer, const std::vector<const Accreditation*>& accreditations,
                 Reasons& reasons) {
  const Accreditation* last = nullptr;
  for (const auto* accreditation : accreditations) {
    if (!had_ended(*accreditation, issuer.on())) return false;
    if (last == nullptr || (accreditation->until && (!last->until || *accreditation->until > *last->until)))
      last = accreditation;
  }
  if (last != nullptr) add_ended(issuer, *last, reasons);
  return last != nullptr;
}

bool is_known_unaccredited(const Issuer& issuer) {
  return issuer.body->accreditations_complete && accreditations_of(issuer, nullptr).empty();
}

void add_unaccredited(const Issuer& issuer, Reasons& reasons) {
  reasons.add(Code::Unaccredited, say("unaccredited", issuer.name, issuer.standard()));
}

void judge_printed(const Issuer& issuer, const Printed& printed, Reasons& reasons) {
  std::vector<const Accreditation*> matching;
  for (const auto& accreditor : printed.recognised) {
    for (const auto* accreditation : accreditations_of(issuer, accreditor.body)) {
      if (was_active(*accreditation, issuer.on())) {
        reasons.add(Code::Accredited,
                    say("accredited", issuer.name, issuer.standard(), accreditor.body->name) +
                        remarks_on(issuer, accreditor));
        return;
      }
      matching.push_back(accreditation);
    }
  }
  if (judge_ended(issuer, matching, reasons)) return;
  const auto& first = printed.recognised.front();
  reasons.add(Code::AccreditationNotStated, say("accreditation_not_stated.not_confirmed", first.body->name,
                                                issuer.name, issuer.standard()) +
                                                remarks_on(issuer, first));
}

void add_open(const Issuer& issuer, const Printed& printed, Reasons& reasons) {
  const auto& first = printed.open.front();
  reasons.add(Code::AccreditorNotRecognised, AnswerValue::Unsure,
              open_because(issuer, first) + remarks_on(issuer, first));
}

void judge_open(const Issuer& issuer, const Printed& printed, Reasons& reasons) {
  std::vector<const Accreditation*> matching;
  for (const auto& accreditor : printed.open)
    for (const auto* accreditation : accreditations_of(issuer, accreditor.body))
      matching.push_back(accreditation);
  if (!judge_ended(issuer, matching, reasons)) add_open(issuer, printed, reasons);
}

// True when only bodies that nobody recognises accredit the issuer, and we know of all.
bool is_accredited_by_unrecognised_only(const Issuer& issuer) {
  const auto known = accreditations_of(issuer, nullptr);
  if (known.empty() || !issuer.body->accreditations_complete) return false;
  return std::none_of(known.begin(), known.end(), [&](const auto* accreditation) {
    const auto* body = issuer.facts.reference.find(accreditation->body);
    return body == nullptr || standing_of(issuer, *body) != Standing::None;
  });
}

void judge_nothing_printed(const Issuer& issuer, Reasons& reasons) {
  const auto known = accreditations_of(issuer, nullptr);
  if (is_accredited_by_unrecognised_only(issuer)) {
    reasons.add(Code::AccreditorNotRecognised, AnswerValue::No,
                say("accreditor_not_recognised.only_such", issuer.name, issuer.standard()));
    return;
  }
  if (judge_ended(issuer, known, reasons)) return;
  const bool accredited = std::any_of(known.begin(), known.end(), [&](const auto* accreditation) {
    return was_active(*accreditation, issuer.on());
  });
  // IAF resolution 2015-10: an accredited body may not issue unaccredited certificates in its accredited
  // scope.
  reasons.add(Code::AccreditationNotStated,
              accredited ? say("accreditation_not_stated.accredited_body", issuer.name, issuer.standard())
                         : say("accreditation_not_stated", issuer.name, issuer.standard()));
}

void add_unknown_accreditor(const Printed& printed, Reasons& reasons) {
  reasons.add(Code::AccreditationNotStated, say("accreditation_not_stated.unknown_name", printed.unknown));
}

void judge_known_issuer(const Issuer& issuer, const Printed& printed, Reasons& reasons) {
  if (is_known_unaccredited(issuer)) {
    add_unaccredited(issuer, reasons);
  } else if (!printed.recognised.empty()) {
    judge_printed(issuer, printed, reasons);
  } else if (!printed.open.empty()) {
    judge_open(issuer, printed, reasons);
  } else if (!printed.unknown.empty()) {
    add_unknown_accreditor(printed, reasons);
  } else {
    judge_nothing_printed(issuer, reasons);
  }
}

void add_unrecognised(const Issuer& issuer, const PrintedBody& accreditor, Reasons& reasons) {
  reasons.add(Code::AccreditorNotRecognised, AnswerValue::No,
              say("accreditor_not_recognised", accreditor.body->name, issuer.standard(), issuer.on()) +
                  remarks_on(issuer, accreditor));
}

void judge_unknown_issuer(const Issuer& issuer, const Printed& printed, Reasons& reasons) {
  reasons.add(Code::IssuerUnknown,
              issuer.name.empty() ? say("issuer_unknown.nobody") : say("issuer_unknown", issuer.name));
  if (issuer.version.accreditations.empty()) {
    reasons.add(Code::AccreditationNotStated, say("accreditation_not_stated.nothing_read"));
  } else if (printed.recognised.empty() && !printed.open.empty()) {
    add_open(issuer, printed, reasons);
  } else if (!printed.unknown.empty()) {
    add_unknown_accreditor(printed, reasons);
  }
}

Reasons judge_issuer(const Issuer& issuer) {
  Reasons reasons(Topic::Issuer, issuer.version);
  const auto printed = read_printed(issuer);
  if (states_none(issuer.version)) {
    reasons.add(Code::Unaccredited, say("unaccredited.says_so"));
  } else if (printed.recognised.empty() && printed.open.empty() && !printed.unrecognised.empty()) {
    add_unrecognised(issuer, printed.unrecognised.front(), reasons);
  } else if (issuer.body != nullptr) {
    judge_known_issuer(issuer, printed, reasons);
    reasons.adding(late_name(issuer.version, former_name_of(*issuer.body, issuer.version.issuer_printed),
                             issuer.body->name));
  } else {
    judge_unknown_issuer(issuer, printed, reasons);
  }
  return reasons;
}

Issuer issuer_of(const Case& facts, const CertificateVersion& version) {
  const auto& reference = facts.reference;
  const auto* body = version.issuer
                         ? reference.find(*version.issuer)
                         : reference.certification_body_of(version.issuer_printed, start_of(version));
  return {facts, version, body, issuer_name(version, reference)};
}

Answer inherit(const Case& facts) {
  auto answer = judge_issuer(issuer_of(facts, facts.parent->version())).answer();
  if (answer.value != AnswerValue::Yes) return answer;
  const auto& first = answer.reasons.front();
  const auto detail = say("inherited", standard_name(facts.reference, facts.parent->version().standard)) +
                      Sentence{first.detail, first.said};
  Reasons reasons(Topic::Issuer, facts.parent->version());
  reasons.add(Code::Inherited, detail);
  return std::move(reasons).answer();
}

}  // namespace

std::string issuer_name(const CertificateVersion& version, const Reference& reference) {
  const auto* body = version.issuer ? reference.find(*version.issuer) : nullptr;
  return body != nullptr ? body->name : version.issuer_printed;
}

Answer assess_issuer(const Case& facts) {
  if (!facts.is_extension()) return judge_issuer(issuer_of(facts, facts.version())).answer();
  if (facts.parent) return inherit(facts);
  Reasons reasons(Topic::Issuer, facts.version());
  reasons.add(Code::AccreditationNotStated, say("accreditation_not_stated.parent"));
  return std::move(reasons).answer();
}

}  // namespace certreg
