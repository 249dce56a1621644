// Told without a tree of JSON, for the rows of long tables.
#pragma once

#include "certreg/domain/certificate.h"
#include "certreg/domain/supplier.h"

namespace certreg::codec {

// True only for what stored_certificate takes back. False leaves it open: the limits here are those of the
// reader or narrower, and lists of services in scope are not looked at.
bool is_surely_storable(const CertificateVersion& version);

// The same for stored_supplier; links to groups are not looked at.
bool is_surely_storable(const Supplier& supplier);

}  // namespace certreg::codec
