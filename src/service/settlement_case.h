// What the parts of a settlement share.
#pragma once

#include "service/settlement.h"

namespace certreg::service {

struct Settlement::Case {
  Offer offer;
  std::string key;
  SupplierBook::Found supplier;
  const CertificateRecord* known = nullptr;
  bool is_anothers = false;  // printed for another company than the source's holder
};

// The issue of the record that the reading speaks of: one it differs from in nothing, else the latest.
const CertificateVersion& nearest_issue(const CertificateRecord& record, const CertificateVersion& read);

}  // namespace certreg::service
