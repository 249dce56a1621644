// Sentences that say that somebody holds a certification.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace certreg::reading {

std::vector<std::string> sentences_of(std::string_view paragraph);

enum class Speaker {
  Named,   // the subject stands in the sentence
  Itself,  // "we", "our platform", "the company": whoever the page is about
};

struct Statement {
  Speaker speaker = Speaker::Named;
  std::string subject;  // as written, without article; empty for Itself
};

// What a sentence that names a standard says about certification. nullopt for one that explains, asks, plans,
// denies or speaks of organisations in general.
std::optional<Statement> statement_in(std::string_view sentence);

// A short line without a verb, "ISO/IEC 27001:2022 certified": a statement only on the holder's own page.
bool is_short_statement(std::string_view line);

// Words that make a statement none: "planned", "in progress", "not", "expired".
bool is_denied(std::string_view text);

}  // namespace certreg::reading
