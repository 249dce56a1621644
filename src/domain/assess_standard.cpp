#include <fmt/format.h>

#include "certreg/domain/lifecycle.h"
#include "domain/assessment.h"

namespace certreg {
namespace {

std::string edition_name(const Case& facts, const std::string& edition) {
  return standard_name(facts.reference, facts.version().standard) + ':' + edition;
}

bool is_published(const Edition& edition, Date on) { return edition.published && *edition.published <= on; }

// The newest edition after `edition` that is published by `on`.
const Edition* newer_edition(const Standard& standard, const Edition& edition, Date on) {
  const Edition* newest = nullptr;
  for (const auto& other : standard.editions) {
    const bool is_later = edition.published && other.published && *edition.published < *other.published;
    if ((is_later || other.id == edition.replaced_by) && is_published(other, on)) newest = &other;
  }
  return newest;
}

void judge_edition(const Case& facts, Reasons& reasons) {
  const auto& version = facts.version();
  const auto* standard = facts.reference.find(version.standard);
  const auto* edition = facts.reference.find(version.standard, version.edition);
  if (standard == nullptr || edition == nullptr) {
    reasons.add(
        Code::EditionUnknown,
        fmt::format("The certificate says \"{}\", from which no edition that we know follows.",
                    version.standard_printed.empty() ? version.standard.value : version.standard_printed));
    return;
  }
  const auto name = edition_name(facts, edition->id);
  const auto last = last_day_of(*edition);
  if (last && *last < facts.question.on) {
    reasons.add(Code::EditionWithdrawn,
                fmt::format("Certificates to {} stopped counting after {}, whatever expiry they print.", name,
                            last->to_string()),
                last);
    return;
  }
  reasons.add(Code::EditionCurrent, fmt::format("The certificate is to {}, which counts on {}.", name,
                                                facts.question.on.to_string()));
  const auto* newer = newer_edition(*standard, *edition, facts.question.on);
  if (newer != nullptr && last) {
    reasons.add(Code::EditionInTransition,
                fmt::format("{} has replaced it; certificates to {} count until {}.",
                            edition_name(facts, newer->id), name, last->to_string()),
                last);
  }
}

void judge_known_parent(const Case& facts, Reasons& reasons) {
  const auto& parent = facts.parent->version();
  const auto name = fmt::format("the {} certificate {} that it extends",
                                standard_name(facts.reference, parent.standard), parent.number);
  const auto end = effective_end(*facts.parent->record, parent, facts.reference);
  const auto ended_on = end ? end->to_string() : "an unknown day";
  switch (parent_life(facts)) {
    case ParentLife::InForce:
      break;
    case ParentLife::Ended:
      reasons.add(Code::ParentEnded, fmt::format("It ended with {}: {} was its last day.", name, ended_on),
                  end);
      return;
    case ParentLife::NextIssueUnknown:
      reasons.add(Code::ParentUnknown,
                  fmt::format("The issue that we hold of {} ends on {}; its next issue is not known.", name,
                              ended_on),
                  end);
      return;
  }
  if (facts.reference.find(parent.standard, parent.edition) == nullptr) {
    reasons.add(Code::EditionUnknown, fmt::format("The edition of {} is not known.", name));
  }
}

// An extension has no life of its own: ISO/IEC 27006-1:2024, 8.2.3.
void judge_extension(const Case& facts, Reasons& reasons) {
  if (facts.version().form == ExtensionForm::Words) {
    reasons.add(Code::ExtensionInWordsOnly,
                fmt::format("{} is claimed in words; no certificate that we hold names it.",
                            standard_name(facts.reference, facts.version().standard)));
  }
  if (facts.parent) {
    judge_known_parent(facts, reasons);
    return;
  }
  const auto* standard = facts.reference.find(facts.version().standard);
  reasons.add(Code::ParentUnknown, fmt::format("The {} certificate that it extends is not known.",
                                               standard_name(facts.reference, *standard->extends)));
}

}  // namespace

Answer assess_standard(const Case& facts) {
  Reasons reasons(Topic::Standard, facts.version());
  if (facts.version().declared_absent) {
    reasons.add(Code::DeclaredAbsent,
                fmt::format("{} says that it holds no certificate to {}.", facts.supplier.name,
                            standard_name(facts.reference, facts.version().standard)));
    return std::move(reasons).answer();
  }
  judge_edition(facts, reasons);
  if (facts.is_extension()) judge_extension(facts, reasons);
  return std::move(reasons).answer();
}

}  // namespace certreg
