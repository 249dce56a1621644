// A certificate's issue and a supplier as rows of files. A row is added to `out` with its line's end.
#pragma once

#include <string>
#include <string_view>

#include "bench/world/holding.h"

namespace certreg::bench {

// Columns named like the fields of certreg/reading/table.h, so that no mapping is needed.
std::string_view csv_header();
void add_csv(std::string& out, const Company& company, const IssuedCertificate& certificate,
             const Issue& issue);

// An object of the list in `certreg-certificates-1`; it says more than the table can.
void add_json(std::string& out, const Company& company, const IssuedCertificate& certificate,
              const Issue& issue);

// In the form of the API.
void add_supplier(std::string& out, const Company& company);

}  // namespace certreg::bench
