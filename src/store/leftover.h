// What a killed owner leaves behind: a server that still shuts down, or sessions without a server.
#pragma once

#include <sys/types.h>

#include <filesystem>

namespace certreg::store {

// The server that runs in `cluster`, 0 when there is none. A postmaster.pid that names some other program
// (numbers are used again after a restart of the machine or container) is removed: PostgreSQL would refuse to
// start for it. Call it only as the owner of the directory.
pid_t find_running_server(const std::filesystem::path& cluster);

// Ends sessions that outlived their server, as the server itself does when one of them crashes. They hold the
// shared memory, and no new server starts before they are gone.
void end_orphans(const std::filesystem::path& cluster);

}  // namespace certreg::store
