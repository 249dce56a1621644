// Reference data as YAML files: standards, arrangements, accreditation bodies, certification bodies,
// registers for people, legal forms, cloud providers and their regions, words of scopes. A file holds any of
// these lists; a list may be spread over files. Every row names its `source` and the day it was `seen`.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/reference.h"

namespace certreg::service {

struct NamedText {
  std::string_view name;
  std::string_view bytes;
};

struct Register {  // where a person looks certificates up
  std::string id, name, operated_by;
  std::string address;
  std::string certificates;           // which ones it lists, in words
  std::string accreditation_body;     // id: it lists what that body accredited; empty = not by accreditor
  bool of_any_body = false;           // it lists certificates of all certification bodies
  std::vector<std::string> look_ups;  // what it can be asked by
  std::string deep_link;              // "{number}" stands for the certificate's number; empty = none
  Source source;
};

struct ListCount {
  std::string list;  // as it is called in the files: "standards"
  std::size_t rows = 0;
  std::size_t overlaid = 0;  // of them from the overlay, new or in place of a built-in row
};

struct ReferenceData {
  Reference reference;
  std::vector<Register> registers;
  std::vector<ListCount> counts;
};

struct ReferenceProblem {
  std::string file;
  int line = 0;      // from 1; 0 = the file as a whole
  std::string rule;  // a sentence that names the broken rule
};

// Files of an overlay are read over the others: a row with the id of one of theirs replaces it whole, one
// with a new id is added, and what is judged is the whole that comes of it.

// All problems, in the order of files and lines; empty when the files are good. Refused are also what YAML
// allows and reference data does not need: anchors and aliases, tags, several documents in a file, files over
// 1 MiB, hidden characters.
std::vector<ReferenceProblem> check_reference(std::span<const NamedText> files,
                                              std::span<const NamedText> overlay = {});

// The version is the SHA-256 over names and bytes of the files in the order of their names. Throws
// Error(Invalid) with one field for each problem.
ReferenceData load_reference(std::span<const NamedText> files, std::span<const NamedText> overlay = {});

// The files of schema/reference that are built into the program.
std::vector<NamedText> built_in_reference_files();

}  // namespace certreg::service
