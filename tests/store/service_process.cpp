#include "store/service_process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>

#include "certreg/store/privileges.h"

namespace certreg::test {

namespace fs = std::filesystem;

TemporaryDirectory::TemporaryDirectory() {
  std::string name = (fs::temp_directory_path() / "certreg-test-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::runtime_error("cannot make a directory");
  path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void in_service_process(const fs::path& directory, const std::function<void()>& body) {
  std::fflush(nullptr);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    try {
      store::drop_privileges(directory);
      body();
    } catch (const std::exception& error) {
      ADD_FAILURE() << error.what();
    }
    std::fflush(nullptr);
    _exit(testing::Test::HasFailure() ? 1 : 0);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

Victim::Victim(const std::function<pid_t()>& work) {
  int answer[2];
  if (pipe2(answer, 0) != 0) throw std::runtime_error("cannot make a pipe");
  pid_ = fork();
  if (pid_ == 0) {
    close(answer[0]);
    const pid_t result = work();
    if (write(answer[1], &result, sizeof result) < 0) _exit(1);
    for (;;) pause();
  }
  close(answer[1]);
  const ssize_t size = read(answer[0], &answer_, sizeof answer_);
  close(answer[0]);
  if (size != static_cast<ssize_t>(sizeof answer_)) throw std::runtime_error("the victim failed");
}

Victim::~Victim() { kill_and_wait(); }

void Victim::kill_and_wait() {
  if (pid_ == 0) return;
  kill(pid_, SIGKILL);
  waitpid(pid_, nullptr, 0);
  pid_ = 0;
}

}  // namespace certreg::test
