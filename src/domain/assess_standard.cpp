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
    reasons.add(Code::EditionUnknown,
                say("edition_unknown",
                    version.standard_printed.empty() ? version.standard.value : version.standard_printed));
    return;
  }
  const auto name = edition_name(facts, edition->id);
  const auto last = last_day_of(*edition);
  if (last && *last < facts.question.on) {
    reasons.add(Code::EditionWithdrawn, say("edition_withdrawn", name, *last), last);
    return;
  }
  reasons.add(Code::EditionCurrent, say("edition_current", name, facts.question.on));
  const auto* newer = newer_edition(*standard, *edition, facts.question.on);
  if (newer != nullptr && last) {
    reasons.add(Code::EditionInTransition,
                say("edition_in_transition", edition_name(facts, newer->id), name, *last), last);
  }
}

void judge_known_parent(const Case& facts, Reasons& reasons) {
  const auto& parent = facts.parent->version();
  const auto standard = standard_name(facts.reference, parent.standard);
  const auto end = effective_end(*facts.parent->record, parent, facts.reference);
  const auto ended_on = end ? say("word.day", *end) : say("word.unknown_day");
  switch (parent_life(facts)) {
    case ParentLife::InForce:
      break;
    case ParentLife::Ended:
      reasons.add(Code::ParentEnded, say("parent_ended", standard, parent.number, ended_on), end);
      return;
    case ParentLife::NextIssueUnknown:
      reasons.add(Code::ParentUnknown, say("parent_unknown.next_issue", standard, parent.number, ended_on),
                  end);
      return;
  }
  if (facts.reference.find(parent.standard, parent.edition) == nullptr) {
    reasons.add(Code::EditionUnknown, say("edition_unknown.parent", standard, parent.number));
  }
}

// An extension has no life of its own: ISO/IEC 27006-1:2024, 8.2.3.
void judge_extension(const Case& facts, Reasons& reasons) {
  if (facts.version().form == ExtensionForm::Words) {
    reasons.add(Code::ExtensionInWordsOnly,
                say("extension_in_words_only", standard_name(facts.reference, facts.version().standard)));
  }
  if (facts.parent) {
    judge_known_parent(facts, reasons);
    return;
  }
  const auto* standard = facts.reference.find(facts.version().standard);
  reasons.add(Code::ParentUnknown, say("parent_unknown", standard_name(facts.reference, *standard->extends)));
}

}  // namespace

Answer assess_standard(const Case& facts) {
  Reasons reasons(Topic::Standard, facts.version());
  if (facts.version().declared_absent) {
    reasons.add(Code::DeclaredAbsent, say("declared_absent", facts.supplier.name,
                                          standard_name(facts.reference, facts.version().standard)));
    return std::move(reasons).answer();
  }
  judge_edition(facts, reasons);
  if (facts.is_extension()) judge_extension(facts, reasons);
  return std::move(reasons).answer();
}

}  // namespace certreg
