// Tests of the private server need a process that is not root and may be killed.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>

namespace certreg::test {

// A directory that goes with the object.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Runs `body` in a forked process, as root's stand-in when this is root, with `directory` given to it. Failed
// expectations in there fail the test here.
void in_service_process(const std::filesystem::path& directory, const std::function<void()>& body);

// A forked process that runs `work` and then waits to be killed. Comes back when `work` is done.
class Victim {
 public:
  explicit Victim(const std::function<pid_t()>& work);
  ~Victim();  // kills
  Victim(const Victim&) = delete;
  Victim& operator=(const Victim&) = delete;
  void kill_and_wait();
  pid_t pid() const { return pid_; }
  pid_t answer() const { return answer_; }  // what `work` returned

 private:
  pid_t pid_ = 0;
  pid_t answer_ = 0;
};

}  // namespace certreg::test
