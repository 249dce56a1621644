// Records from the very text that the store keeps, several times quicker than by way of a tree: what is read
// is what the `stored_` functions of certreg/codec/records.h make of the same text, and so is what is
// refused.
#pragma once

#include <string_view>

#include "certreg/domain/certificate.h"
#include "certreg/domain/supplier.h"

namespace certreg::codec {

// Throw Error(Unavailable) for a text that cannot be read.
CertificateVersion read_stored_certificate(std::string_view text);
Supplier read_stored_supplier(std::string_view text);

}  // namespace certreg::codec
