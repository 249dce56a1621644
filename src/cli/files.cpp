#include "cli/files.h"

#include <fstream>
#include <iterator>

#include "certreg/domain/error.h"

namespace certreg::cli {

std::string file_name_of(const std::string& path) { return std::filesystem::path(path).filename().string(); }

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path))
    throw Error(ErrorKind::NotFound, path.string() + " cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (!file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())) || !file.flush())
    throw invalid("out", "\"" + path + "\" cannot be written");
}

}  // namespace certreg::cli
