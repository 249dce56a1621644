#include "support/cluster_state.h"

#include <fstream>
#include <vector>

#include "certreg/store/database.h"

namespace certreg::test {
namespace {

namespace fs = std::filesystem;

fs::path file_of(pid_t owner) {
  return fs::path(CERTREG_BUILD_DIR) / ("test-postgres-" + std::to_string(owner) + ".state");
}

}  // namespace

std::optional<ClusterState> read_state(pid_t owner) {
  std::ifstream in(file_of(owner));
  ClusterState state;
  std::string directory;
  if (!(in >> state.server >> directory >> std::ws) || !std::getline(in, state.conninfo)) return std::nullopt;
  state.directory = directory;
  return state;
}

void write_state(pid_t owner, const ClusterState& state) {
  const fs::path file = file_of(owner);
  const fs::path unfinished = file.string() + ".new";
  std::ofstream(unfinished) << state.server << '\n'
                            << state.directory.string() << '\n'
                            << state.conninfo << '\n';
  fs::rename(unfinished, file);
}

void remove_state(pid_t owner) { fs::remove(file_of(owner)); }

void run_sql(const std::string& conninfo, const std::string& sql) {
  const std::vector<EmbeddedFile> files = {{"queries/test/test_statement.sql", sql}};
  store::Database({.conninfo = conninfo, .files = files, .pool_size = 1}).run("test_statement");
}

}  // namespace certreg::test
