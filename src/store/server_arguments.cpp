#include "store/server_arguments.h"

#include <fmt/format.h>

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
           std::string("shared_buffers=128MB"),
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
