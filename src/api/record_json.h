// Records whose JSON several handlers share.
#pragma once

#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "certreg/store/documents.h"

namespace certreg::api {

codec::Json to_json(const store::DocumentFacts& document);

// {"name", "value"} for each member of a JSON object; a value that is no text is written as JSON.
codec::Json facts_of(const std::string& object);

codec::Json instant_or_null(const std::optional<Instant>& instant);

// A record that the catalogue may not have.
template <class Pointer>
const auto& found(const Pointer& record, const char* noun) {
  if (!record) throw not_found(std::string(noun) + " of that id");
  return *record;
}

}  // namespace certreg::api
