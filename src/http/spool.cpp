#include "http/spool.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "certreg/domain/error.h"

namespace certreg::http {
namespace {

[[noreturn]] void fail(const char* what) {
  throw Error(ErrorKind::Unavailable, "the body of the request cannot be kept",
              std::string(what) + ": " + std::strerror(errno));
}

}  // namespace

Spool::Spool(const std::filesystem::path& folder)
    : file_(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)) {
  if (file_ < 0) fail("open");
}

Spool::~Spool() { ::close(file_); }

void Spool::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write");
    size_ += static_cast<std::size_t>(written);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

HeldBytes Spool::take() {
  if (size_ == 0) return {};
  void* start = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file_, 0);
  if (start == MAP_FAILED) fail("mmap");
  ::madvise(start, size_, MADV_SEQUENTIAL);
  std::shared_ptr<const void> keeper(
      start, [size = size_](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); });
  return {std::move(keeper), {static_cast<const char*>(start), size_}};
}

}  // namespace certreg::http
