// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "certreg/documents/signatures.h"

namespace certreg::worker {

void warm_up_signatures();  // loads what OpenSSL needs, before the sandbox closes

// Throws documents::Failure: as open_strictly(), and NotThatKind for roots that are no PEM.
documents::SignaturesReport check_signatures(std::string_view file, std::string_view roots_pem,
                                             Instant asked);

}  // namespace certreg::worker
