// How the text of a scope names a service.
#pragma once

#include <string>
#include <string_view>

#include "domain/scope_text.h"
#include "domain/service_name.h"

namespace certreg {

enum class Named {
  No,
  Near,      // only within another name, or by words that name nobody's service
  Whole,     // as a name of its own, and nothing throws doubt on it
  Excluded,  // among what words of exclusion leave out
  Unclear,   // where words may leave it out or limit the scope
  Host,      // as whose data centres host another service
  Internal,  // for internal use
  Served,    // what is in scope supports its delivery
};

// The views are of the text.
struct NamedInText {
  Named as = Named::No;
  std::string_view quote;  // the words that decide, with their sentence when it is short
  std::string_view words;  // Near: the other name; else the phrase that leaves it open
  std::string_view host;   // Whole: the words that say who hosts it: "hosted by Acme Hosting"; empty = nobody
};

// The text's best naming of the service; an exclusion outweighs all others.
NamedInText named_in_text(const ScopeText& text, const std::string& service, const Naming& naming);

// The whole text is words like "all services of the company", with the holder's name behind them or
// without.
bool says_all_services(const ScopeText& text, const Naming& naming);

// The words by which the text covers the whole family: "all Acme 365 services"; empty = none do.
std::string_view whole_family_in(const ScopeText& text, const std::string& family, const Naming& naming);

// Names a service and no kind of service: "cloud services" names none.
bool is_proper_name(const std::string& service);

}  // namespace certreg
