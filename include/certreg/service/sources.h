// Definitions of sources: where suppliers publish, whose the pages are, what to read in them and how often.
// importers/<source>/source.yaml; importers/README.md has the form, importers/source.schema.json its JSON
// Schema.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/documents/media.h"
#include "certreg/documents/selection.h"
#include "certreg/domain/certificate.h"
#include "certreg/domain/embedded.h"
#include "certreg/reading/service_list.h"
#include "certreg/reading/table.h"
#include "certreg/service/reference_files.h"

namespace certreg::service {

// Which links of a page lead on to documents of the same source. Patterns: "*" stands for any characters.
struct LinkRule {
  std::string address;  // of the whole address without its scheme: "files.example/certificates/*.pdf"
  std::string text;     // of the link's words, case aside; empty = any
  std::optional<documents::MediaKind> kind;  // what it must turn out to be
};

struct PageDefinition {
  std::string address;             // empty: read only when a file of it is imported
  std::vector<std::string> files;  // names in a folder that stand for it, as SourceDefinition::files
  std::optional<documents::MediaKind> kind;  // what it must turn out to be
  documents::Selections select;              // parts of an HTML page; "claims" is where claims stand
  std::vector<LinkRule> follow;
  std::vector<reading::ListSpec> lists;  // of services in scope
};

struct Schedule {
  std::chrono::seconds every{0};  // 0: only when somebody asks
};

struct Politeness {
  std::chrono::milliseconds min_delay{0};  // between two requests to a host; 0: the fetcher's own
  std::size_t max_pages = 50;              // of one run, links included
  std::size_t depth = 1;                   // how many links away from a page
};

struct SourceDefinition {
  std::string name;  // slug, "arduino"
  std::string title;
  Holder holder;                      // whom the documents are about; name empty when the documents say so
  std::vector<std::string> products;  // of the holder: a statement about one is a statement of its holder
  Claimant claimant;                  // whose the source is
  EvidenceLevel table_evidence =
      EvidenceLevel::Claimed;  // of a table's rows: registered only for a body's own register
  std::vector<PageDefinition> pages;
  std::vector<std::string> hosts;  // besides those of the pages: where linked documents may stand
  std::vector<std::string> files;  // patterns for names in a folder: "*" within a name, "**/" for any folders
  std::optional<reading::ColumnMapping> columns;  // of a table
  Schedule schedule;
  Politeness politeness;
  bool sample = false;    // made-up data, labelled so wherever it is shown
  bool built_in = false;  // comes with the program: fetched on its schedule only once somebody asked for it
};

// All problems of one definition, by line; empty when it is good. `reference`: which standards there are.
std::vector<ReferenceProblem> check_source(const NamedText& file, const Reference& reference);

// Reads every ".../source.yaml" of `files`. Two with one name are refused. Throws Error(Invalid) with
// "file:line" and rule.
std::vector<SourceDefinition> parse_sources(std::span<const EmbeddedFile> files);

// One definition by itself. Throws Error(Invalid) as above.
SourceDefinition parse_source(const NamedText& file);

const SourceDefinition* find_source(std::span<const SourceDefinition> sources, std::string_view name);
// The one whose pattern matches a file's name, or nullptr.
const SourceDefinition* source_of_file(std::span<const SourceDefinition> sources, std::string_view name);
// The one that lists the address, or nullptr.
const SourceDefinition* source_of_address(std::span<const SourceDefinition> sources,
                                          std::string_view address);

std::vector<std::string> addresses_of(const SourceDefinition& source);  // of its pages

// How a document of the source is read: the page with that address or whose files match the name; a page
// without more when there is none.
const PageDefinition& page_of(const SourceDefinition& source, std::string_view address,
                              std::string_view name);

}  // namespace certreg::service
