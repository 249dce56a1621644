// One document's text, read as its source says; nothing is kept.
#pragma once

#include <optional>
#include <string>

#include "certreg/reading/draft.h"
#include "certreg/reading/text.h"
#include "certreg/service/page_result.h"
#include "certreg/service/services.h"
#include "certreg/service/source_trial.h"

namespace certreg::service {

struct TextReading {
  reading::Text text;
  reading::DocumentReading found;
  std::optional<PageResult> hindrance;  // why `found` says nothing: not the page that it is read for
  std::string detail;                   // of the hindrance, with the words that decided
  std::vector<TrialPart> parts;         // what the definition's selectors found
};

// A JSON document that the page's definition reads as a list of services; any other is a register.
bool is_list_in_json(documents::MediaKind kind, const PageDefinition& page);

// What the page says of standards and what is no claim, each with the words: compliant, planned, a
// provider's. What explains a standard is left out.
std::vector<std::string> remarks_in_words(const reading::DocumentReading& found, const Reference& reference);

// `source` may be null; `page` says how the document is read. Throws documents::Failure.
TextReading read_text(const Services& services, std::string_view bytes, documents::MediaKind kind,
                      std::string_view media_type, const SourceDefinition* source,
                      const PageDefinition& page);

}  // namespace certreg::service
