#include "reader_program.h"

#include <unistd.h>

#include <fstream>
#include <iterator>

#include "certreg/domain/error.h"

namespace certreg {

namespace fs = std::filesystem;

ReaderProgram::ReaderProgram(fs::path path) : path_(std::move(path)) {
  if (::geteuid() != 0) return;
  std::ifstream in(path_, std::ios::binary);
  bytes_.assign(std::istreambuf_iterator<char>(in), {});
}

fs::path ReaderProgram::reachable_path(const fs::path& data_dir) {
  if (bytes_.empty() || ::access(path_.c_str(), X_OK) == 0) return path_;
  const auto folder = data_dir / "bin";
  const auto copy = folder / path_.filename();
  const auto fresh = folder / (path_.filename().string() + ".new");
  std::error_code error;
  fs::create_directories(folder, error);
  std::ofstream(fresh, std::ios::binary | std::ios::trunc) << bytes_;
  fs::permissions(fresh, fs::perms::owner_all, error);
  if (!error) fs::rename(fresh, copy, error);
  if (error) throw Error(ErrorKind::Unavailable, copy.string() + " cannot be written: " + error.message());
  bytes_ = {};
  return copy;
}

}  // namespace certreg
