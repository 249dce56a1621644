// What of the findings is asked for, as it stands in the address.
#pragma once

#include <optional>
#include <string>

#include "certreg/service/findings.h"
#include "web/address.h"
#include "web/visit.h"

namespace certreg::web {

struct FindingListFilter {  // empty: any
  std::optional<Severity> at_least;
  std::string topic;            // of finding_topics()
  std::string state;            // of finding_state_names(), or "any"; empty: not cured
  std::string supplier, owner;  // words that stand in it
  FindingId finding;            // this one alone, whatever the rest
  std::optional<store::FindingPlace> after;
};

// Throws Error(Invalid) for what is none.
FindingListFilter finding_filter_in(const http::Request& request);

// Without the place in the list.
Address address_of(std::string_view path, const FindingListFilter& filter);
Address next_address(const FindingListFilter& filter, const store::StoredFinding& last);

bool is_filtered(const FindingListFilter& filter);

// The filter's findings after its place, at most `limit`; NotFound when it is for one that there is not.
std::vector<store::StoredFinding> findings_for(const Visit& visit, const FindingListFilter& filter,
                                               int limit);

}  // namespace certreg::web
