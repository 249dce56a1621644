#include "store/server_arguments.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

namespace certreg::store {
namespace {

// PostgreSQL takes a list of directories here; in quotes, with quotes doubled, it is one.
std::string quote_list_item(const std::string& item) {
  std::string quoted = "\"";
  for (const char c : item) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

// The keys of a million certificates and their suppliers come in no order: what does not fit is written and
// read again and again while they are imported. PostgreSQL 15, 20.4.1, has a quarter of the memory for a
// machine of its own; here the catalogue wants as much.
long shared_megabytes() {
  const long all = sysconf(_SC_PHYS_PAGES) / 1024 * (sysconf(_SC_PAGESIZE) / 1024);
  return std::clamp(all / 8, 128L, 1024L);
}

}  // namespace

std::vector<std::string> server_arguments(const PrivatePostgresOptions& options,
                                          const ClusterDirectory& directory) {
  const char* durable = options.durability == Durability::Full ? "on" : "off";
  std::vector<std::string> arguments = {directory.program("postgres").string(), "-D",
                                        directory.cluster().string()};
  for (const std::string& setting : {
           std::string("listen_addresses="),
           fmt::format("unix_socket_directories={}", quote_list_item(directory.run().string())),
           std::string("unix_socket_permissions=0700"),
           fmt::format("hba_file={}", directory.host_rules().string()),
           fmt::format("ident_file={}", directory.user_map().string()),
           fmt::format("fsync={}", durable),
           fmt::format("full_page_writes={}", durable),
           fmt::format("synchronous_commit={}", durable),
           fmt::format("max_connections={}", options.max_connections),
           fmt::format("shared_buffers={}MB", shared_megabytes()),
           // After each checkpoint the first change of a page writes the whole page to the log (20.5.2): a
           // register of a million rows makes 4 GB of it, and would have eight checkpoints instead of two or
           // three.
           std::string("max_wal_size=4GB"),
           std::string("jit=off"),  // compiling costs more than our short statements
           std::string("log_line_prefix=%m [%p] "),
           std::string("log_timezone=UTC"),
       }) {
    arguments.push_back("-c");
    arguments.push_back(setting);
  }
  return arguments;
}

}  // namespace certreg::store
