// A list of services in scope beside the one that was known before.
#pragma once

#include <string>
#include <vector>

#include "certreg/domain/certificate.h"

namespace certreg::service {

using ScopeItems = std::vector<ScopeItem>;

// Entries of one list that the other has not; one that changed is in both. Order, case and punctuation are no
// difference.
struct ListChange {
  ScopeItems gone, added;
};
ListChange change_of(const ScopeItems& known, const ScopeItems& read);

// What `known` has in scope, whole or in part, and `read` no longer names or lists as out: for people, as
// "A, B and 3 more"; empty: nothing.
std::string lost_services(const ScopeItems& known, const ScopeItems& read);

// What `known` leaves out, whole or in part, and `read` has in scope without those words; in the same form.
std::string lifted_exclusions(const ScopeItems& known, const ScopeItems& read);

}  // namespace certreg::service
