// The roles that the text of a scope states: "acting as PII processor".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/scope_text.h"
#include "domain/service_name.h"

namespace certreg {

struct StatedRole {
  std::string role;
  std::string_view quote;  // verbatim, of the text
};

// Only words for a role behind words that state one count, and none in a text that may leave something out.
std::vector<StatedRole> stated_roles(const ScopeText& text, const ScopeVocabulary& words);

}  // namespace certreg
