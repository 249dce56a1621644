// What a list of services in scope says of a service that is asked for.
#pragma once

#include <string>
#include <vector>

#include "certreg/domain/certificate.h"
#include "domain/scope_places.h"
#include "domain/service_name.h"

namespace certreg {

// Ambiguous: entries of several services share the short name, and nothing else of it matches. Family: only
// the name of a family of services, which is never all that stands in it. Common: an entry of that name,
// which is a word that names nobody's service.
enum class Listed { No, InScope, InPart, Out, Ambiguous, Family, Common };

struct Listing {
  Listed as = Listed::No;
  std::vector<std::size_t> items;  // that match, in the list's order
};

// Case, punctuation and trade marks aside, an entry matches by its name, with its family or its short name
// beside it or without; by a short name; and by a short name after the first word of the name ("Amazon S3"
// for "Amazon Simple Storage Service (S3)"). Where none does, an entry matches that keys_of() tells no apart.
Listing look_up(const std::vector<ScopeItem>& items, const std::string& service, const Naming& naming);

// `services` and all that the list calls them otherwise, whether in scope or not.
std::vector<std::string> with_listed_names(const std::vector<ScopeItem>& items,
                                           const std::vector<std::string>& services, const Naming& naming);

// The families of the entries that match.
std::vector<std::string> families_of(const std::vector<ScopeItem>& items,
                                     const std::vector<std::string>& services, const Naming& naming);

// Too close to a name, short name or family of the list to call it absent.
bool resembles_item(const std::vector<ScopeItem>& items, const std::string& service);

// The entry that says that the whole family is in scope ("All Acme 365 services"); empty when none does.
std::string whole_family_entry(const std::vector<ScopeItem>& items, const std::string& family,
                               const Naming& naming);

enum class RegionListed { NotSaid, Yes, No };

// Whether every one of the entries that match is in scope at the site or region.
RegionListed region_listed(const std::vector<ScopeItem>& items, const Listing& listing,
                           const std::string& site, const PlaceNames& places);

}  // namespace certreg
