// From findings to what a message says of them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/alert_ladder.h"
#include "certreg/report/alert_mail.h"
#include "certreg/service/services.h"
#include "certreg/store/findings.h"

namespace certreg::service {

// A finding of a relationship that somebody may have to be told of.
struct Tellable {
  const Relationship& relationship;
  const Tier* tier = nullptr;  // null: the policy has none
  const Finding& finding;
  Date open_since;
};

// First valid day of the certificate that the finding is about, as far as it is known.
std::optional<Date> valid_from(const Services& services, const Finding& finding);

// The tier's ladder, or that of a tier without its own when there is none.
LadderFacts ladder_of(const Services& services, const Tellable& tellable);

report::AlertItem item_of(const Services& services, const Tellable& tellable);

// Owner and deputies who can be written to, each once.
std::vector<Person> recipients_of(const Relationship& relationship);

}  // namespace certreg::service
