// An outcome as a word and as a shape, for "answer_shape.mustache".
#pragma once

#include "certreg/domain/verdict.h"
#include "web/messages.h"
#include "web/template.h"

namespace certreg::web {

// "outcome", "outcome_word", "is_yes", "is_unsure", "is_no".
void set_outcome(Data& view, Outcome outcome, Language language);

std::optional<Outcome> outcome_named(std::string_view name);  // "not_satisfied"

}  // namespace certreg::web
