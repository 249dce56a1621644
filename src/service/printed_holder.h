// Whose a certificate is by what is printed on it.
#pragma once

#include <span>
#include <string>

#include "certreg/domain/certificate.h"

namespace certreg::service {

// One of its printed holders has one of `names`, the legal form aside: as a candidate, since two entities may
// share a name but for that (the holder's question tells them apart).
bool is_printed_for(const CertificateVersion& version, std::span<const std::string> names);

}  // namespace certreg::service
