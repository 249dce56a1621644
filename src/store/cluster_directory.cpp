#include "store/cluster_directory.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <pwd.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <thread>
#include <vector>

#include "certreg/domain/error.h"
#include "store/child_process.h"

namespace certreg::store {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::string_view kMajorVersion = "15";
constexpr std::uintmax_t kLargestLog = 16 << 20;

[[noreturn]] void refuse(ErrorKind kind, const std::string& detail) { throw Error(kind, detail); }

std::string first_line(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

void write_file(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::trunc);
  out << text << std::flush;
  if (!out) refuse(ErrorKind::Unavailable, fmt::format("cannot write {}", file.string()));
}

std::string user_name() {
  const passwd* entry = getpwuid(geteuid());
  if (!entry) refuse(ErrorKind::Unavailable, fmt::format("the system has no user with number {}", geteuid()));
  return entry->pw_name;
}

// What initdb has made is on the disk already; its new name has to follow.
void sync_directory(const fs::path& directory) {
  const int descriptor = open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

// An initdb that was killed may have left a child that still writes for a moment.
void remove_leftover(const fs::path& directory) {
  std::error_code error;
  for (int attempt = 0; attempt < 50; ++attempt, std::this_thread::sleep_for(100ms)) {
    fs::remove_all(directory, error);
    if (!error) return;
  }
  refuse(ErrorKind::Unavailable, fmt::format("cannot remove {}: {}", directory.string(), error.message()));
}

void make_directory(const fs::path& directory) {
  std::error_code error;
  fs::create_directories(directory.parent_path(), error);
  if (mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST)
    refuse(ErrorKind::Forbidden, fmt::format("cannot make {}: {}", directory.string(), std::strerror(errno)));
}

}  // namespace

ClusterDirectory::ClusterDirectory(const PrivatePostgresOptions& options)
    : root_(fs::absolute(options.data_dir).lexically_normal()),
      bin_dir_(options.bin_dir),
      durability_(options.durability) {
  check_path();
  check_owner();
  check_programs();
  lock();
}

ClusterDirectory::~ClusterDirectory() { close(lock_); }

void ClusterDirectory::check_path() const {
  const std::string socket = (run() / ".s.PGSQL.5432").string();
  constexpr std::size_t kLimit = sizeof(sockaddr_un::sun_path) - 1;
  if (socket.size() > kLimit)
    refuse(ErrorKind::Invalid,
           fmt::format("the path of the database's socket, {}, has {} bytes where the system "
                       "takes {}: choose a shorter data directory",
                       socket, socket.size(), kLimit));
  // libpq takes it for a list of hosts.
  if (socket.find(',') != std::string::npos)
    refuse(ErrorKind::Invalid, fmt::format("the data directory {} has a comma in its name", root_.string()));
}

void ClusterDirectory::check_owner() const {
  if (geteuid() == 0)
    refuse(ErrorKind::Forbidden, "PostgreSQL does not run as root: drop the privileges first");
  make_directory(root_);
  struct stat status {};
  if (stat(root_.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
    refuse(ErrorKind::Forbidden, fmt::format("{} is not a directory", root_.string()));
  if (status.st_uid != geteuid())
    refuse(ErrorKind::Forbidden, fmt::format("the data directory {} belongs to user number {}, not to {}",
                                             root_.string(), status.st_uid, user_name()));
  if (status.st_mode & 0022)
    refuse(ErrorKind::Forbidden,
           fmt::format("others may write to the data directory {}: chmod go-w it", root_.string()));
  if (access(root_.c_str(), R_OK | W_OK | X_OK) != 0)
    refuse(ErrorKind::Forbidden, fmt::format("the data directory {} cannot be written", root_.string()));
}

void ClusterDirectory::check_programs() const {
  for (const char* name : {"initdb", "postgres"})
    if (access(program(name).c_str(), X_OK) != 0)
      refuse(ErrorKind::Unavailable,
             fmt::format("there is no {}: install Debian's postgresql-{} or give the address of a database",
                         program(name).string(), kMajorVersion));
}

void ClusterDirectory::lock() {
  const fs::path file = root_ / "lock";
  lock_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock_ < 0) refuse(ErrorKind::Forbidden, fmt::format("cannot open {}", file.string()));
  // A process that was killed holds the lock until the kernel has taken it apart, or a child of it has become
  // another program.
  for (int attempt = 0; flock(lock_, LOCK_EX | LOCK_NB) != 0; std::this_thread::sleep_for(50ms))
    if (++attempt > 20) {
      close(lock_);
      refuse(ErrorKind::Conflict,
             fmt::format("the data directory {} is in use by pid {}", root_.string(), first_line(file)));
    }
  const std::string pid = fmt::format("{}\n", getpid());
  if (ftruncate(lock_, 0) != 0 || pwrite(lock_, pid.data(), pid.size(), 0) < 0) {
    close(lock_);
    refuse(ErrorKind::Unavailable, fmt::format("cannot write {}", file.string()));
  }
}

void ClusterDirectory::initialise() {
  make_directory(run());
  const fs::path unfinished = root_ / "postgres.new";
  remove_leftover(unfinished);
  if (fs::exists(cluster())) return check_version();
  run_initdb(unfinished);
  fs::rename(unfinished, cluster());
  sync_directory(root_);
}

void ClusterDirectory::check_version() const {
  const std::string version = first_line(cluster() / "PG_VERSION");
  if (version.empty())
    refuse(ErrorKind::Conflict, fmt::format("{} is not a PostgreSQL data directory", cluster().string()));
  if (version != kMajorVersion)
    refuse(ErrorKind::Conflict,
           fmt::format(
               "{} was made by PostgreSQL {}; this program runs PostgreSQL {}: upgrade it with pg_upgrade",
               cluster().string(), version, kMajorVersion));
}

void ClusterDirectory::run_initdb(const fs::path& target) const {
  // The password file, trust and the like never come in: on the socket the kernel says who is there.
  std::vector<std::string> arguments = {program("initdb").string(),
                                        "-D",
                                        target.string(),
                                        "-U",
                                        "certreg",
                                        "--encoding=UTF8",
                                        "--locale=C.UTF-8",
                                        "--data-checksums",
                                        "--auth-local=peer",
                                        "--auth-host=reject",
                                        "--no-instructions"};
  if (durability_ == Durability::None) arguments.push_back("--no-sync");
  const pid_t child = spawn(arguments, log(), SIGTERM);
  if (const int status = reap(child); status != 0)
    throw Error(ErrorKind::Unavailable, fmt::format("cannot make the database: see {}", log().string()),
                fmt::format("initdb ended with status {}", status));
}

void ClusterDirectory::write_access_rules() const {
  write_file(host_rules(), "local all certreg peer map=certreg\n");
  // Root may become any user anyway; saying so spares the administrator the detour.
  write_file(user_map(), fmt::format("certreg \"{}\" certreg\ncertreg root certreg\n", user_name()));
}

void ClusterDirectory::rotate_log() const {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(log(), error);
  if (!error && size > kLargestLog) fs::rename(log(), root_ / "postgres.log.1", error);
}

}  // namespace certreg::store
