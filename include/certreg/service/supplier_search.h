// Suppliers by what people remember of their names, or by a number or domain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/lifecycle.h"
#include "certreg/service/services.h"

namespace certreg::service {

struct SupplierSearch {
  std::string text;
  std::size_t limit = 0;
  std::string country;   // ISO 3166-1 alpha-2; empty: any
  std::string standard;  // any usual spelling; empty: whether there is a certificate or not
  std::optional<CertificateStanding> standing;  // today, of a certificate of that standard or of any
};

// The best first. Claims count as certificates do. Throws Invalid for a country or standard that is none.
std::vector<catalogue::SupplierMatch> search_suppliers(const Services& services,
                                                       const SupplierSearch& search);

}  // namespace certreg::service
