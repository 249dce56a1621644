#include "overlay_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include "certreg/domain/error.h"

namespace certreg {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostEntries = 2'000;
constexpr std::size_t kMostBytes = 1 << 20;
constexpr int kDeepest = 8;

class Descriptor {
 public:
  // Without following a link in the last place, and without waiting for the other end of a pipe.
  explicit Descriptor(const fs::path& path)
      : number_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

class Overlay {
 public:
  explicit Overlay(const fs::path& data_dir) : data_dir_(data_dir), root_(fs::weakly_canonical(data_dir)) {}

  void read(const char* folder, int depth) { read_folder(data_dir_ / folder, depth); }

  std::vector<service::OverlayFile> finish() && {
    if (!problems_.empty()) throw invalid(std::move(problems_));
    std::sort(files_.begin(), files_.end(),
              [](const auto& left, const auto& right) { return left.name < right.name; });
    return std::move(files_);
  }

 private:
  void read_folder(const fs::path& folder, int depth) {
    std::error_code error;
    if (!fs::exists(fs::symlink_status(folder, error))) return;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      if (++count_ > kMostEntries) {
        if (count_ == kMostEntries + 1) refuse(folder, "there are more than 2,000 files");
        return;
      }
      if (!entries->path().filename().string().starts_with('.')) read_entry(*entries, depth);
    }
    if (error) refuse(folder, "cannot be read: " + error.message());
  }

  void read_entry(const fs::directory_entry& entry, int depth) {
    const auto& path = entry.path();
    std::error_code error;
    if (entry.is_directory(error)) {
      if (depth == 0) return;
      if (entry.is_symlink(error))
        refuse(path, "a link to a folder is not followed");
      else if (depth == 1)
        refuse(path, "folders are nested too deeply");
      else
        read_folder(path, depth - 1);
    } else if (path.extension() == ".yaml") {
      read_file(path);
    } else if (path.extension() == ".yml") {
      refuse(path, "is passed over unless its name ends in .yaml");
    }
  }

  void read_file(const fs::path& path) {
    std::error_code error;
    const auto target = fs::canonical(path, error);
    if (error) return refuse(path, "cannot be read: " + error.message());
    if (!is_below_root(target)) return refuse(path, "is a link that leads out of the data directory");
    const Descriptor file(target);
    struct stat facts {};
    if (file.number() < 0 || ::fstat(file.number(), &facts) != 0)
      return refuse(path, std::string("cannot be read: ") + std::strerror(errno));
    if (!S_ISREG(facts.st_mode)) return refuse(path, "is no regular file");
    read_bytes(file, path);
  }

  void read_bytes(const Descriptor& file, const fs::path& path) {
    std::string bytes(kMostBytes + 1, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
      const auto count = ::read(file.number(), bytes.data() + size, bytes.size() - size);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return refuse(path, std::string("cannot be read: ") + std::strerror(errno));
      if (count == 0) break;
      size += static_cast<std::size_t>(count);
    }
    if (size > kMostBytes) return refuse(path, "is larger than 1 MiB");
    bytes.resize(size);
    files_.push_back({name_of(path), std::move(bytes)});
  }

  bool is_below_root(const fs::path& target) const {
    return std::mismatch(root_.begin(), root_.end(), target.begin(), target.end()).first == root_.end();
  }
  std::string name_of(const fs::path& path) const {
    return path.lexically_relative(data_dir_).generic_string();
  }
  void refuse(const fs::path& path, std::string rule) {
    problems_.push_back({name_of(path), std::move(rule)});
  }

  fs::path data_dir_, root_;
  std::size_t count_ = 0;
  std::vector<service::OverlayFile> files_;
  std::vector<FieldProblem> problems_;
};

}  // namespace

std::vector<service::OverlayFile> read_overlay(const fs::path& data_dir) {
  Overlay overlay(data_dir);
  overlay.read("reference", 0);
  overlay.read("importers", kDeepest);
  return std::move(overlay).finish();
}

}  // namespace certreg
