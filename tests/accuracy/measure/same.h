// When two prints are the same thing to a person. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "accuracy/measure/compare.h"

namespace certreg::accuracy {

// Names of holders: without case, punctuation and kinds of blanks and dashes, legal forms in one spelling.
bool same_name(std::string_view stated, std::string_view read, Strictness strictness);

// One is the first words of the other: "Acme" of "Acme Hosting Ltd".
bool is_short_for(std::string_view one, std::string_view other);

// Right: the same body by the reference data, or the same name. Brand: one is the brand of the other.
Outcome compare_issuer(std::string_view stated, std::string_view printed,
                       const std::optional<CertificationBodyId>& read, const Reference& reference);

bool same_accreditor(std::string_view stated, const PrintedAccreditation& read, const Reference& reference);

// Exact to white space. A text stated in two languages, joined by " / ", may be joined by anything else.
bool same_scope(std::string_view stated, std::string_view read);
// Letters and digits only, without case.
bool same_when_folded(std::string_view stated, std::string_view read);

// "V2" and "2", "version 1.4 of 2025-07-31" and "1.4": the version read is a word of what is stated.
bool names_version(std::string_view stated, std::string_view read);

}  // namespace certreg::accuracy
