// What a made-up certificate covers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bench/world/company.h"
#include "certreg/domain/certificate.h"

namespace certreg::bench {

struct ScopeText {
  std::string text, language;  // 60 to 600 characters
  std::vector<std::string> services;
  std::string statement_version;  // of the Statement of Applicability, or empty
  std::optional<Date> statement_date;
};

ScopeText scope_of(const Data& data, const Company& company, Date issued, Draw& draw);

std::vector<Site> sites_of(const Data& data, const Company& company, Draw& draw);  // names differ

}  // namespace certreg::bench
