// The register for one command when no service runs: a service of its own, for as long as the command lasts.
#pragma once

#include "certreg/cli/transport.h"
#include "config.h"

namespace certreg {

// Forks, so the process must have one thread. The child serves on a free loopback port, becomes the service's
// user when we are root (we stay root and can read the files to import), and ends with the last copy of the
// transport, or with us. Throws Error(Unavailable) with the child's reason when it does not come up.
cli::Transport open_register(Config config);

}  // namespace certreg
