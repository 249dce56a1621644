#include "web/outcome_view.h"

namespace certreg::web {

void set_outcome(Data& view, Outcome outcome, Language language) {
  const auto name = std::string(to_string(outcome));
  view.set("outcome", name);
  view.set("outcome_word", message(language, "relationship." + name));
  view.set("is_yes", outcome == Outcome::Satisfied);
  view.set("is_unsure", outcome == Outcome::Undecided);
  view.set("is_no", outcome == Outcome::NotSatisfied);
}

std::optional<Outcome> outcome_named(std::string_view name) {
  for (const auto outcome : {Outcome::Satisfied, Outcome::Undecided, Outcome::NotSatisfied})
    if (to_string(outcome) == name) return outcome;
  return std::nullopt;
}

}  // namespace certreg::web
