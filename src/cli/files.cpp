#include "cli/files.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "certreg/domain/error.h"

namespace certreg::cli {

std::string file_name_of(const std::string& path) { return std::filesystem::path(path).filename().string(); }

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  if (!file || std::filesystem::is_directory(path) || !(bytes << file.rdbuf()))
    throw invalid("file", "\"" + path + "\" cannot be read, or is empty");
  return std::move(bytes).str();
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (!file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())) || !file.flush())
    throw invalid("out", "\"" + path + "\" cannot be written");
}

}  // namespace certreg::cli
