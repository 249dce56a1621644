// What is asked: may we rely on this supplier's certificate to this standard for what we buy, on this day?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"
#include "certreg/domain/source_search.h"
#include "certreg/domain/supplier.h"

namespace certreg {

struct Question {
  StandardId standard;
  std::string entity;  // the legal entity that operates the service; empty = the supplier itself
  std::vector<std::string> services;  // each must be covered; empty = none named
  std::string site;                   // site or region, or empty
  std::string role;            // "controller", "processor", "cloud_provider", "cloud_customer", or empty
  Date on;                     // the day the question is about
  Date today;                  // the day it is asked
  int stale_after_days = 365;  // evidence not seen again for longer is `stale`
  int expiring_within_days = 90;
  std::string soa_version;  // Statement of Applicability that the asker holds, or empty
  std::optional<Date> soa_date;
  std::vector<SourceSearch> searched;  // sources that speak for the supplier, for `nothing_found`

  bool operator==(const Question&) const = default;
};

}  // namespace certreg
