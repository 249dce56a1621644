// How the program test_postgres tells test programs where its cluster is.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

namespace certreg::test {

inline constexpr const char* kTemplate =
    "certreg_template";  // the migrated database that others are copied from

struct ClusterState {
  pid_t server = 0;                 // the process that owns the cluster
  std::filesystem::path directory;  // is removed when the cluster has stopped
  std::string conninfo;             // of the database `postgres`
};

// `owner` is the process for whose life the cluster is there: ctest, or a test program that was started by
// hand.
std::optional<ClusterState> read_state(pid_t owner);
void write_state(pid_t owner, const ClusterState& state);
void remove_state(pid_t owner);

// Runs one statement, outside a transaction.
void run_sql(const std::string& conninfo, const std::string& sql);

}  // namespace certreg::test
