// What a password that a person chooses must be (NIST SP 800-63B-4, 3.1.1.2): long, and not among the first
// that are guessed. No rule says which characters it must have. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/service/users.h"

namespace certreg::service {

// `own`: what the person is called, name and address. `password` is in NFKC.
std::optional<PasswordFault> fault_of(std::string_view password, const std::vector<std::string>& own);

}  // namespace certreg::service
