// How the private server is started.
#pragma once

#include <string>
#include <vector>

#include "certreg/store/private_postgres.h"
#include "store/cluster_directory.h"

namespace certreg::store {

std::vector<std::string> server_arguments(const PrivatePostgresOptions& options,
                                          const ClusterDirectory& directory);

}  // namespace certreg::store
