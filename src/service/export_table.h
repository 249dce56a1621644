// Records as rows of CSV (RFC 4180).
#pragma once

#include <string>

#include "certreg/domain/certificate.h"
#include "certreg/domain/supplier.h"

namespace certreg::service {

std::string supplier_columns();  // the header's line, behind a byte order mark
std::string certificate_columns();

void append_row(std::string& out, const Supplier& supplier);
// Statuses as the last of them, since a table has one column for it.
void append_row(std::string& out, const CertificateVersion& version);

}  // namespace certreg::service
