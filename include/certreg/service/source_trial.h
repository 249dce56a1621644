// What a definition would read, without keeping any of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/reading/draft.h"
#include "certreg/service/page_result.h"
#include "certreg/service/services.h"
#include "certreg/service/text_reading.h"

namespace certreg::service {

// Stands in for what would be fetched from its address, or is read as a file of the source when it has none.
struct TrialDocument {
  std::string address, name, media_type, bytes;
};

struct TrialPage {
  std::string address;        // or the file's name
  std::string found_on;       // the page that links to it, or empty
  std::string final_address;  // after redirects, or empty
  std::optional<documents::MediaKind> kind;
  PageResult result = PageResult::New;
  std::string detail;
  std::vector<TrialPart> parts;
  std::vector<std::string> leads_to;  // addresses of links that the definition follows
  std::vector<reading::Draft> drafts;
  std::string nothing_found_why;
  std::vector<std::string> warnings;
  std::size_t rows = 0;                // of a table
  std::vector<FieldProblem> bad_rows;  // of a table, the first of them
};

struct Trial {
  std::string source;
  std::vector<TrialPage> pages;
  std::size_t left_out = 0;  // addresses beyond the number of pages of a run, or of a trial
};

inline constexpr std::size_t kMostTrialPages = 50;  // somebody waits for the answer

// Fetches the pages that no document stands in for; with `documents` that have no address nothing is fetched.
Trial try_source(Services& services, const SourceDefinition& source,
                 const std::vector<TrialDocument>& documents);

}  // namespace certreg::service
