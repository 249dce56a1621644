// The order of issues in a certificate's record. Pure.
#pragma once

#include <vector>

#include "certreg/domain/certificate.h"

namespace certreg {

// By start (issued, else valid_from, else recorded_at), then by when they were recorded.
void put_in_order(std::vector<CertificateVersion>& issues);

}  // namespace certreg
