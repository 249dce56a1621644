// Reads documents without a register, as the service reads what is uploaded.
#pragma once

#include "certreg/cli/cli.h"
#include "config.h"

namespace certreg {

// Throws Error(Invalid) for files of the data directory that are not taken.
cli::DocumentReader open_reader(const Config& config);

}  // namespace certreg
