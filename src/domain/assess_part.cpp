#include <algorithm>

#include "certreg/domain/lifecycle.h"
#include "domain/assessment.h"

namespace certreg {
namespace {

Outcome outcome_of(const std::array<Answer, kTopics>& answers) {
  const auto has = [&](AnswerValue value) {
    return std::any_of(answers.begin(), answers.end(),
                       [&](const auto& answer) { return answer.value == value; });
  };
  if (has(AnswerValue::No)) return Outcome::NotSatisfied;
  return has(AnswerValue::Unsure) ? Outcome::Undecided : Outcome::Satisfied;
}

// There is no certificate to have a holder, a scope or dates.
Answer nothing_about(Topic topic, const Case& facts) {
  Reasons reasons(topic, facts.version());
  reasons.add(Code::NothingFound, say("nothing_found.absent"));
  return std::move(reasons).answer();
}

std::array<Answer, kTopics> answers_about_absence(const Case& facts) {
  return {assess_standard(facts),
          nothing_about(Topic::Holder, facts),
          nothing_about(Topic::Scope, facts),
          nothing_about(Topic::Dates, facts),
          nothing_about(Topic::Issuer, facts),
          assess_evidence(facts)};
}

std::array<Answer, kTopics> answers_of(const Case& facts) {
  return {assess_standard(facts), assess_holder(facts), assess_scope(facts),
          assess_dates(facts),    assess_issuer(facts), assess_evidence(facts)};
}

}  // namespace

bool Case::is_extension() const {
  const auto* standard = reference.find(version().standard);
  return standard != nullptr && standard->extends.has_value();
}

std::string standard_name(const Reference& reference, const StandardId& id) {
  const auto* standard = reference.find(id);
  return standard == nullptr ? id.value : standard->name;
}

Part assess_part(const Case& facts) {
  Part part;
  part.services = facts.services;
  part.answers = facts.version().declared_absent ? answers_about_absence(facts) : answers_of(facts);
  part.outcome = outcome_of(part.answers);
  part.certificate = facts.certificate.shared();
  if (facts.parent) part.parent = facts.parent->shared();
  part.effective_end = effective_end_of(facts);
  if (const auto window = surveillance_window(facts.version(), facts.question.on))
    part.calendar.push_back(*window);
  return part;
}

}  // namespace certreg
