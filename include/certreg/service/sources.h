// Definitions of sources: where suppliers publish, whose the page is, and how to read it.
// importers/<source>/source.yaml.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/embedded.h"
#include "certreg/reading/table.h"

namespace certreg::service {

struct SourceDefinition {
  std::string name;  // slug, "arduino"
  std::string title;
  Holder holder;      // whom the documents are about; name empty when the documents say so
  Claimant claimant;  // whose the source is
  EvidenceLevel table_evidence =
      EvidenceLevel::Claimed;  // of a table's rows: registered only for a body's own register
  std::vector<std::string> addresses;
  std::vector<std::string> files;  // patterns for names in a folder: "*" within a name, "**/" for any folders
  std::optional<reading::ColumnMapping> columns;  // of a table
  bool sample = false;                            // made-up data, labelled so wherever it is shown
};

// Reads every ".../source.yaml" of `files`. Throws Error(Invalid) naming file and rule.
std::vector<SourceDefinition> parse_sources(std::span<const EmbeddedFile> files);

const SourceDefinition* find_source(std::span<const SourceDefinition> sources, std::string_view name);
// The one whose pattern matches a file's name, or nullptr.
const SourceDefinition* source_of_file(std::span<const SourceDefinition> sources, std::string_view name);
// The one that lists the address, or nullptr.
const SourceDefinition* source_of_address(std::span<const SourceDefinition> sources,
                                          std::string_view address);

}  // namespace certreg::service
