// The parts of reading claims.
#pragma once

#include <string>
#include <vector>

#include "certreg/reading/read_claims.h"
#include "reading/standards.h"

namespace certreg::reading {

struct Claims {
  const Text& text;
  const PageContext& context;
  const Labels& labels;
  const Reference& reference;
  std::vector<Draft> drafts;

  // Adds a claim unless the same holder's for the same standard and edition is there. One without an edition
  // gives way to one with.
  void add(Draft draft);

  Draft draft_of(const FoundStandard& standard, const std::string& holder, const std::string& quote,
                 ReadingMethod method, double confidence) const;
};

// A claim without an edition takes the one that all titles of the page agree on.
void add_edition_of_titles(const Text& text, const Reference& reference, Draft& draft);

void read_sentences(Claims& claims);
void read_tables(Claims& claims);
void read_objects(Claims& claims);  // linked data

}  // namespace certreg::reading
