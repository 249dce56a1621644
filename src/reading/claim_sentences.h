// Sentences that say that somebody holds a certification, and those that say something else of a standard.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/reading/claim_words.h"
#include "certreg/reading/draft.h"

namespace certreg::reading {

std::vector<std::string> sentences_of(std::string_view paragraph);

enum class Speaker {
  Named,   // the subject stands in the sentence
  Itself,  // "we", "our platform", "the company": whoever the page is about
};

struct Statement {
  Relation relation = Relation::NoStatement;
  Speaker speaker = Speaker::Named;
  std::string subject;             // of Certified by Named: as written, without article
  bool obtained = false;           // of Certified: said of a day
  std::size_t denied_from = npos;  // of Certified: standards from here on are taken back
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

// What a sentence that names a standard says. Certified only where no language's words make it a plan, a
// denial, somebody else's certificate, or a word about organisations in general.
Statement statement_in(std::string_view sentence, const ClaimWords& words);

// A short line without a verb, "ISO/IEC 27001:2022 certified": a statement only on the holder's own page.
bool is_short_statement(std::string_view line, const ClaimWords& words);

// Words that make a row or a short line none: "planned", "in progress", "not", "expired".
bool is_denied(std::string_view text, const ClaimWords& words);

// It is of somebody else: "hosted in ISO 27001 certified data centres".
bool is_of_another(std::string_view line, const ClaimWords& words);

}  // namespace certreg::reading
