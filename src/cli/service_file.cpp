#include "certreg/cli/service_file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <system_error>

#include "certreg/codec/json.h"
#include "certreg/domain/error.h"

namespace certreg::cli {
namespace {

namespace fs = std::filesystem;

fs::path path_in(const fs::path& data_dir) { return data_dir / "service.json"; }

Error failed(const fs::path& path, const char* what) {
  return Error(ErrorKind::Unavailable,
               path.string() + " cannot be " + what + ": " + std::generic_category().message(errno));
}

void write_all(int descriptor, std::string_view text, const fs::path& path) {
  while (!text.empty()) {
    const auto count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw failed(path, "written");
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

bool is_alive(pid_t pid) { return pid > 0 && (::kill(pid, 0) == 0 || errno == EPERM); }

ServiceFile parse_file(const std::string& text) {
  const auto json = codec::parse(text);
  codec::Problems problems;
  codec::ObjectReader reader(json, "", problems);
  ServiceFile file;
  file.address = reader.required_text("address");
  file.pid = static_cast<pid_t>(reader.integer("pid", 1, 1L << 30).value_or(0));
  file.key = reader.required_text("key");
  if (!problems.empty()) throw invalid(problems);
  return file;
}

}  // namespace

void write_service_file(const fs::path& data_dir, const ServiceFile& file) {
  const auto path = path_in(data_dir);
  const auto fresh = data_dir / "service.json.new";
  ::unlink(fresh.c_str());
  const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) throw failed(fresh, "made");
  const codec::Json json = {{"address", file.address}, {"pid", file.pid}, {"key", file.key}};
  try {
    write_all(descriptor, codec::dump(json) + "\n", fresh);
  } catch (...) {
    ::close(descriptor);
    throw;
  }
  ::close(descriptor);
  if (::rename(fresh.c_str(), path.c_str()) != 0) throw failed(path, "written");
}

std::optional<ServiceFile> read_service_file(const fs::path& data_dir) {
  const auto path = path_in(data_dir);
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw Error(ErrorKind::Forbidden,
                path.string() + " may not be read: say --url and --key, or run as the service's user");
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  try {
    auto file = parse_file(text);
    if (!is_alive(file.pid)) return std::nullopt;
    return file;
  } catch (const Error& error) {
    throw Error(ErrorKind::Invalid, path.string() + " is damaged: " + error.what());
  }
}

void remove_service_file(const fs::path& data_dir) noexcept {
  std::error_code ignored;
  fs::remove(path_in(data_dir), ignored);
}

}  // namespace certreg::cli
