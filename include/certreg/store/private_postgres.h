// The PostgreSQL cluster that certreg runs for itself when it is given no database address.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace certreg::store {

// `None` is for the throw-away clusters of tests only: a power cut may destroy the data.
enum class Durability { Full, None };

struct PrivatePostgresOptions {
  std::filesystem::path data_dir;                                // made (0700) when it is missing
  std::filesystem::path bin_dir = "/usr/lib/postgresql/15/bin";  // where Debian puts initdb and postgres
  Durability durability = Durability::Full;
  int max_connections = 64;
  std::chrono::milliseconds start_limit{120'000};  // crash recovery of a large log needs its time
  std::chrono::milliseconds takeover_limit{
      15'000};                                   // how long the processes of a killed owner may take to end
  std::chrono::milliseconds stop_limit{30'000};  // of a fast shutdown, before it becomes an immediate one
  // Gets a line for the log whenever the server starts, dies or cannot be started. Called from the supervisor
  // thread; must not throw.
  std::function<void(std::string_view)> report;
};

// Owns the cluster in `data_dir/postgres` and its server process, a direct child that dies with this process
// even when that is killed. What else lies in `data_dir`: `lock` (pid of the owner), `run/` (socket, pg_hba,
// pg_ident), `postgres.log`. A server that dies is started again by itself; connections break then and may be
// made anew.
//
// The superuser is always called `certreg`; on the socket the system user of this process and root may log in
// as `certreg`, nobody else and nothing over the network. The files that say so are written anew at each
// start, so a directory may change hands.
//
// Thread-safe but for construction and destruction.
class PrivatePostgres {
 public:
  // Returns when the server answers and the database `certreg` exists. Throws Error:
  //   Conflict     another process owns the directory (its pid is named), or another major version made it
  //   Forbidden    run as root, or the directory belongs to somebody else or is open to others
  //   Invalid      the path is too long for a socket or holds a comma
  //   Unavailable  no PostgreSQL binaries, or the server does not come up (the log file is named)
  explicit PrivatePostgres(PrivatePostgresOptions options);
  ~PrivatePostgres();  // stop()
  PrivatePostgres(const PrivatePostgres&) = delete;
  PrivatePostgres& operator=(const PrivatePostgres&) = delete;

  // For libpq and for the command-line tools of PostgreSQL. Stays the same over restarts.
  std::string conninfo(std::string_view database = "certreg") const;

  // Process id of the server, 0 while there is none.
  pid_t server_pid() const;

  // How often the server was started again after it died by itself.
  int restarts() const;

  // Fast shutdown; returns when the server is gone. May be called more than once.
  void stop();

 private:
  class Supervisor;
  std::unique_ptr<Supervisor> supervisor_;
};

}  // namespace certreg::store
