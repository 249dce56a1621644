// The user's own reference data and importers in the data directory.
#pragma once

#include <filesystem>
#include <vector>

#include "certreg/service/world.h"

namespace certreg {

// reference/*.yaml and importers/**/*.yaml, by name; empty without those folders. Throws Error(Invalid) with
// a field for each file that is not taken: larger than 1 MiB, no regular file, a link that leads out of the
// data directory, not readable, called .yml; and when there are more than 2,000 entries or folders are nested
// deeper than eight.
std::vector<service::OverlayFile> read_overlay(const std::filesystem::path& data_dir);

}  // namespace certreg
