// `service.json` in the data directory: where the running service listens, and a key of this run for the
// command line.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>

namespace certreg::cli {

struct ServiceFile {
  std::string address;  // "http://127.0.0.1:8080"
  pid_t pid = 0;
  std::string key;  // of an admin; the service forgets it when it ends
};

// Readable by its owner only, and never seen half-written. Throws Error(Unavailable).
void write_service_file(const std::filesystem::path& data_dir, const ServiceFile& file);

// nullopt when there is none, or one that a process left behind which lives no more. Throws Error: Forbidden
// when it may not be read, Invalid when it is damaged.
std::optional<ServiceFile> read_service_file(const std::filesystem::path& data_dir);

void remove_service_file(const std::filesystem::path& data_dir) noexcept;

}  // namespace certreg::cli
