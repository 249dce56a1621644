// A small world in a folder of its own, and its files as lines and bytes.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "bench/world/world.h"

namespace certreg::bench {

inline const Data& data() {
  static const Data kept(CERTREG_WORLD_DATA);
  return kept;
}

inline std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// Tests run side by side, each in a process of its own.
inline std::filesystem::path scratch_folder(const std::string& name) {
  return std::filesystem::path(testing::TempDir()) /
         ("certreg-world-" + std::to_string(getpid()) + "-" + name);
}

class WorldFiles {
 public:
  WorldFiles(const std::string& name, std::uint64_t certificates, std::uint64_t seed)
      : folder_(scratch_folder(name)) {
    std::filesystem::remove_all(folder_);
    written_ = write_world(data(), {.folder = folder_, .certificates = certificates, .seed = seed});
  }
  WorldFiles(const WorldFiles&) = delete;
  WorldFiles& operator=(const WorldFiles&) = delete;
  ~WorldFiles() { std::filesystem::remove_all(folder_); }

  const Written& written() const { return written_; }
  std::string bytes(const char* file) const { return file_bytes(folder_ / file); }
  std::vector<std::string> lines(const char* file) const {
    std::istringstream stream(bytes(file));
    std::vector<std::string> all;
    for (std::string line; std::getline(stream, line);) all.push_back(line);
    return all;
  }

 private:
  std::filesystem::path folder_;
  Written written_;
};

}  // namespace certreg::bench
