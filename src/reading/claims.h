// The parts of reading claims.
#pragma once

#include <string>
#include <vector>

#include "certreg/reading/read_claims.h"
#include "reading/claim_sentences.h"
#include "reading/dates.h"
#include "reading/standards.h"

namespace certreg::reading {

struct Claims {
  const Text& text;
  const PageContext& context;
  const Labels& labels;
  const ClaimWords& words;
  const Reference& reference;
  std::vector<Draft> drafts;
  std::vector<Remark> remarks;

  // Adds a claim unless the same holder's for the same standard and edition is there. One without an edition
  // gives way to one with.
  void add(Draft draft);

  Draft draft_of(const FoundStandard& standard, const std::string& holder, const std::string& quote,
                 ReadingMethod method, double confidence) const;

  // What is said of a standard without a claim, each thing once.
  void remark(Relation relation, const FoundStandard& standard, std::string_view sentence);
};

// A claim without an edition takes the one that all titles of the page agree on.
void add_edition_of_titles(const Text& text, const Reference& reference, Draft& draft);

// The number beside a label for numbers of certificates; empty when there is none.
std::string number_beside_label(const Claims& claims, const std::string& sentence);

// Number, certification body and dates that a claim's own sentence gives.
void add_details(const Claims& claims, const std::string& sentence, const Statement& statement, Draft& draft);

// The certificate that the page links to from the claim's words, or the only one for its standard.
void add_document(const Claims& claims, Draft& draft);

// Why a page without a claim makes none, by what it says instead.
std::string why_no_claim(const Claims& claims);

void read_sentences(Claims& claims);
void read_tables(Claims& claims);
void read_objects(Claims& claims);  // linked data

}  // namespace certreg::reading
