// One document's text, read as its source says; nothing is kept, and no register is needed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/documents/worker.h"
#include "certreg/reading/draft.h"
#include "certreg/reading/text.h"
#include "certreg/service/current_world.h"
#include "certreg/service/page_result.h"

namespace certreg::service {

// What a document is read with; refers to it.
struct ReadingTools {
  const documents::Worker& worker;
  const WorldData& world;
  std::string_view signature_roots;  // certificates in PEM form; empty: nobody answers for signatures
  Instant now{};                     // the time that signatures are judged at
};

struct TrialPart {  // what a selector of the page's definition found
  std::string name;
  std::size_t matches = 0;
  std::string beginning;  // the first words of it
};

struct TextReading {
  reading::Text text;
  reading::DocumentReading found;
  std::optional<PageResult> hindrance;  // why `found` says nothing: not the page that it is read for
  std::string detail;                   // of the hindrance, with the words that decided
  std::vector<TrialPart> parts;
};

// A JSON document that the page's definition reads as a list of services; any other is a register.
bool is_list_in_json(documents::MediaKind kind, const PageDefinition& page);

// What the page says of standards and what is no claim, each with the words: compliant, planned, a
// provider's. What explains a standard is left out.
std::vector<std::string> remarks_in_words(const reading::DocumentReading& found, const Reference& reference);

// A PDF or a picture is read as a certificate, a page as claims, plain text as either. `source` may be null;
// `page` says how the document is read. Throws documents::Failure.
TextReading read_text(const ReadingTools& tools, std::string_view bytes, documents::MediaKind kind,
                      std::string_view media_type, const SourceDefinition* source,
                      const PageDefinition& page);

}  // namespace certreg::service
