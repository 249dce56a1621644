// What `serve` is told of accounts of elsewhere.
#pragma once

#include <optional>
#include <vector>

#include "certreg/cli/cli.h"
#include "certreg/domain/error.h"
#include "certreg/service/oidc.h"

namespace certreg {

// None without an issuer; what is wrong is added to `problems`. Reads the file with the secret.
std::optional<service::OidcOptions> oidc_options(const cli::ServeArguments& arguments,
                                                 std::vector<FieldProblem>& problems);

}  // namespace certreg
