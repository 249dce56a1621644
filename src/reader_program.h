// The program that reads documents, reachable after root's rights are gone.
#pragma once

#include <filesystem>
#include <string>

namespace certreg {

class ReaderProgram {
 public:
  // Before the rights are given up: remembers the program's bytes when they may become unreachable. A program
  // that is missing is found out when the first document comes.
  explicit ReaderProgram(std::filesystem::path path);

  // After it: the path to start; a copy in `data_dir`/bin when the program's own folder is closed to us.
  std::filesystem::path reachable_path(const std::filesystem::path& data_dir);

 private:
  std::filesystem::path path_;
  std::string bytes_;
};

}  // namespace certreg
