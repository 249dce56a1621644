// A file of lines that goes on in a next one when it is full: "register.csv", "register-2.csv" ...
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace certreg::bench {

inline constexpr std::uint64_t kImportBytes = 240U << 20;  // an import takes 256 MiB

class PartFile {
 public:
  // Each part begins with `header` and is full with `part_bytes`. Throws std::system_error when it cannot be
  // written, as do the others.
  PartFile(std::filesystem::path folder, std::string stem, std::string extension,
           std::string_view header = {}, std::uint64_t part_bytes = kImportBytes);

  // To add whole lines to, before `flush_some`.
  std::string& lines() { return lines_; }
  void flush_some();
  void finish();

  std::uint64_t bytes() const { return all_bytes_; }
  int parts() const { return part_; }

 private:
  void open_next();
  void flush();

  std::filesystem::path folder_;
  std::string stem_, extension_, header_, lines_;
  std::ofstream file_;
  std::uint64_t most_bytes_, part_bytes_ = 0, all_bytes_ = 0;
  int part_ = 0;
};

}  // namespace certreg::bench
