// From root to the service's own user. PostgreSQL refuses to run as root, and so should we.
#pragma once

#include <filesystem>
#include <string>

namespace certreg::store {

// As root: makes `data_dir` (0700), gives it to the system user `certreg` (`postgres` when there is none) and
// turns the whole process into that user for good. Otherwise does nothing. Open what only root may open
// before, and start threads after it. Returns the name of the new user, empty when nothing was done. Throws
// Error Unavailable when neither user exists, Forbidden when that user cannot reach `data_dir`.
std::string drop_privileges(const std::filesystem::path& data_dir);

}  // namespace certreg::store
