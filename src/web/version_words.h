// What became different from one version of a certificate to the next, in plain words. Pure.
#pragma once

#include <string>
#include <vector>

#include "certreg/domain/certificate.h"
#include "web/messages.h"

namespace certreg::web {

// A sentence for each member that differs; empty when none that people look at does.
std::vector<std::string> differences(const CertificateVersion& before, const CertificateVersion& after,
                                     Language language);

}  // namespace certreg::web
