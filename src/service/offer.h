// A draft on its way into the register: what was read, where, and on whose word.
#pragma once

#include <string>

#include "certreg/reading/draft.h"
#include "certreg/service/sources.h"

namespace certreg::service {

struct Offer {
  reading::Draft draft;
  DocumentId document;
  std::string address;  // where the document stands; "file:NAME" for an upload
  const SourceDefinition* source = nullptr;
  std::string name;     // for the report: file name, "row 17"
  bool accept = false;  // the caller accepts what is quoted and unambiguous
  bool from_table = false;
};

}  // namespace certreg::service
