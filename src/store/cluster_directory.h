// The files of the private cluster, without the running server.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

#include "certreg/store/private_postgres.h"

namespace certreg::store {

// Owns the data directory by a lock that ends with the process. The errors are those of PrivatePostgres.
class ClusterDirectory {
 public:
  explicit ClusterDirectory(const PrivatePostgresOptions& options);
  ~ClusterDirectory();
  ClusterDirectory(const ClusterDirectory&) = delete;
  ClusterDirectory& operator=(const ClusterDirectory&) = delete;

  // Makes the cluster when there is none. From the thread that will start the server.
  void initialise();

  // Writes who may log in. Before each start.
  void write_access_rules() const;

  // Keeps the log of the server from growing for ever. Before each start.
  void rotate_log() const;

  std::filesystem::path cluster() const { return root_ / "postgres"; }
  std::filesystem::path run() const { return root_ / "run"; }
  std::filesystem::path log() const { return root_ / "postgres.log"; }
  std::filesystem::path host_rules() const { return run() / "pg_hba.conf"; }
  std::filesystem::path user_map() const { return run() / "pg_ident.conf"; }
  std::filesystem::path program(const char* name) const { return bin_dir_ / name; }

 private:
  void check_path() const;
  void check_owner() const;
  void check_programs() const;
  void lock();
  void check_version() const;
  void run_initdb(const std::filesystem::path& target) const;
  const std::filesystem::path root_;
  const std::filesystem::path bin_dir_;
  const Durability durability_;
  int lock_ = -1;
};

}  // namespace certreg::store
