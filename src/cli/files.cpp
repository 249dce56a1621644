#include "cli/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

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

namespace {

constexpr std::uintmax_t kLong = 16 << 20;

}  // namespace

HeldBytes hold_file(const std::filesystem::path& path) {
  std::error_code unknown;
  const auto size = std::filesystem::file_size(path, unknown);
  if (unknown || size < kLong) return read_file(path);
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  void* start = file < 0 ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  if (file >= 0) ::close(file);
  if (start == MAP_FAILED) throw Error(ErrorKind::NotFound, path.string() + " cannot be read");
  ::madvise(start, size, MADV_SEQUENTIAL);
  std::shared_ptr<const void> keeper(
      start, [size](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); });
  return {std::move(keeper), {static_cast<const char*>(start), size}};
}

void write_file_whole(const std::string& path,
                      const std::function<void(const std::function<void(std::string_view)>& put)>& write) {
  const auto unfinished = path + ".part";
  const auto refuse = [&] { throw invalid("out", "\"" + path + "\" cannot be written"); };
  try {
    std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
    if (!file) refuse();
    write([&](std::string_view part) {
      if (!file.write(part.data(), static_cast<std::streamsize>(part.size()))) refuse();
    });
    if (!file.flush()) refuse();
    file.close();
    std::filesystem::rename(unfinished, path);
  } catch (const std::filesystem::filesystem_error&) {
    refuse();
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    throw;
  }
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (!file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())) || !file.flush())
    throw invalid("out", "\"" + path + "\" cannot be written");
}

}  // namespace certreg::cli
