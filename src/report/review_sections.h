// The parts of a supplier's review. For review_document.cpp.
#pragma once

#include <string>
#include <vector>

#include "certreg/report/review.h"

namespace certreg::report {

std::vector<Section> sections_of(const SupplierReview& review, bool is_signed);

std::string date_or(const std::optional<Date>& date, const std::string& otherwise);
std::string joined(const std::vector<std::string>& texts);
Tone tone_of(Outcome outcome);
Tone tone_of(AnswerValue value);
std::string_view words_of(Outcome outcome);  // "satisfied", "undecided", "not satisfied"

}  // namespace certreg::report
