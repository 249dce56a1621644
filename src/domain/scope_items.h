// What a list of services in scope says of a service that is asked for.
#pragma once

#include <string>
#include <vector>

#include "certreg/domain/certificate.h"

namespace certreg {

// Ambiguous: entries of several services share the short name, and nothing else of it matches. Family: only
// the name of a family of services, which is never all that stands in it.
enum class Listed { No, InScope, InPart, Out, Ambiguous, Family };

struct Listing {
  Listed as = Listed::No;
  std::vector<std::size_t> items;  // that match, in the list's order
};

// Case, punctuation and trade marks aside, an entry matches by its name, with its family or its short name
// beside it or without; by a short name; and by a short name after the first word of the name ("Amazon S3"
// for "Amazon Simple Storage Service (S3)").
Listing look_up(const std::vector<ScopeItem>& items, const std::string& service);

// `services` and all that the list calls them otherwise, whether in scope or not.
std::vector<std::string> with_listed_names(const std::vector<ScopeItem>& items,
                                           const std::vector<std::string>& services);

// Too close to a name, short name or family of the list to call it absent.
bool resembles_item(const std::vector<ScopeItem>& items, const std::string& service);

// "Europe (Frankfurt)" is Frankfurt, and no more than that Europe; "eu-central-1 (Frankfurt)" is either.
bool is_same_place(const std::string& one, const std::string& other);

enum class RegionListed { NotSaid, Yes, No };

// Whether every one of the entries that match is in scope at the site or region.
RegionListed region_listed(const std::vector<ScopeItem>& items, const Listing& listing,
                           const std::string& site);

}  // namespace certreg
