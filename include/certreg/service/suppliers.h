// Suppliers: create, correct, retire. Every change is a new version and an audit event.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/supplier.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"

namespace certreg::service {

// Throws Conflict when another supplier has one of its identifiers (LEI, VAT, registration number and
// country).
Supplier create_supplier(Services& services, Supplier supplier, const Actor& actor);

// `expected_version`: the version that the caller saw; Conflict when it is not the latest any more.
Supplier correct_supplier(Services& services, const SupplierId& id, int expected_version, Supplier supplier,
                          const Actor& actor);
Supplier retire_supplier(Services& services, const SupplierId& id, int expected_version,
                         const std::string& reason, const Actor& actor);

std::vector<Supplier> supplier_history(Services& services, const SupplierId& id);  // oldest first; NotFound

}  // namespace certreg::service
