#include "certreg/store/privileges.h"

#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "certreg/domain/error.h"

namespace certreg::store {
namespace {

const passwd& service_user() {
  for (const char* name : {"certreg", "postgres"})
    if (const passwd* entry = getpwnam(name)) return *entry;
  throw Error(ErrorKind::Unavailable,
              "started as root, but the system has neither a user certreg nor a user postgres to run as");
}

void make_data_dir(const std::filesystem::path& data_dir, const passwd& user) {
  std::error_code error;
  std::filesystem::create_directories(data_dir.parent_path(), error);
  if ((mkdir(data_dir.c_str(), 0700) != 0 && errno != EEXIST) ||
      chown(data_dir.c_str(), user.pw_uid, user.pw_gid) != 0)
    throw Error(ErrorKind::Forbidden, fmt::format("cannot make {} for {}: {}", data_dir.string(),
                                                  user.pw_name, std::strerror(errno)));
}

void become(const passwd& user) {
  // Groups first: without root's rights they could no longer be given up.
  if (setgroups(0, nullptr) != 0 || setgid(user.pw_gid) != 0 || setuid(user.pw_uid) != 0)
    throw Error(ErrorKind::Forbidden,
                fmt::format("cannot become {}: {}", user.pw_name, std::strerror(errno)));
  if (setuid(0) == 0) throw std::logic_error("root's rights are still there");
}

}  // namespace

std::string drop_privileges(const std::filesystem::path& data_dir) {
  if (geteuid() != 0) return {};
  const passwd& user = service_user();
  const std::string name = user.pw_name;
  make_data_dir(data_dir, user);
  become(user);
  if (access(data_dir.c_str(), R_OK | W_OK | X_OK) != 0)
    throw Error(ErrorKind::Forbidden,
                fmt::format("the user {} cannot reach the data directory {}", name, data_dir.string()));
  return name;
}

}  // namespace certreg::store
