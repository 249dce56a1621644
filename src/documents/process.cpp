#include "documents/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace certreg::documents {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kMaxErrorBytes = 64U << 10;

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }
  int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }

 private:
  int number_;
};

struct Pair {
  Descriptor ours, theirs;
};

// Sockets, not pipes: a write to a child that has gone then gives EPIPE and no signal.
bool make_pair_of_sockets(Pair& pair) {
  std::array<int, 2> both{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, both.data()) != 0) return false;
  pair.ours = Descriptor(both[0]);
  pair.theirs = Descriptor(both[1]);
  return fcntl(both[0], F_SETFL, O_NONBLOCK) == 0;
}

bool make_pipe(Pair& pair) {
  std::array<int, 2> both{};
  if (pipe2(both.data(), O_CLOEXEC) != 0) return false;
  pair.ours = Descriptor(both[0]);
  pair.theirs = Descriptor(both[1]);
  return fcntl(both[0], F_SETFL, O_NONBLOCK) == 0;
}

class SpawnPlan {
 public:
  SpawnPlan(const Pair& input, const Pair& output, const Pair& errors) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, input.theirs.number(), 0);
    posix_spawn_file_actions_adddup2(&actions_, output.theirs.number(), 1);
    posix_spawn_file_actions_adddup2(&actions_, errors.theirs.number(), 2);
    // Libraries may hold descriptors that are not closed on execution.
    posix_spawn_file_actions_addclosefrom_np(&actions_, 3);
    posix_spawnattr_init(&attributes_);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  int spawn(pid_t& pid, const std::filesystem::path& program,
            const std::vector<std::string>& arguments) const {
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    // The child must not see the service's environment, which may hold a password.
    // OpenMP would start threads, which the sandbox refuses; pages are recognised in processes side by side.
    std::array<char*, 3> environment{const_cast<char*>("LC_ALL=C.UTF-8"),
                                     const_cast<char*>("OMP_THREAD_LIMIT=1"), nullptr};
    return posix_spawn(&pid, program.c_str(), &actions_, &attributes_, argv.data(), environment.data());
  }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

int milliseconds_until(Clock::time_point deadline) {
  auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return left < 0 ? 0 : static_cast<int>(left);
}

// Feeds and drains until the child has closed both of its outputs, or a limit is reached.
class Exchange {
 public:
  Exchange(Pair input, Pair output, Pair errors, std::string_view bytes, std::size_t limit)
      : input_(std::move(input.ours)),
        output_(std::move(output.ours)),
        errors_(std::move(errors.ours)),
        bytes_(bytes),
        limit_(limit) {
    if (bytes_.empty()) input_.close();
  }

  Ending run(Clock::time_point deadline, ProcessResult& result) {
    while (output_.number() >= 0 || errors_.number() >= 0) {
      std::array<pollfd, 3> polled{pollfd{input_.number(), POLLOUT, 0}, pollfd{output_.number(), POLLIN, 0},
                                   pollfd{errors_.number(), POLLIN, 0}};
      int ready = poll(polled.data(), polled.size(), milliseconds_until(deadline));
      if (ready == 0) return Ending::TimedOut;
      if (ready < 0) continue;
      if (polled[0].revents != 0) feed();
      if (polled[1].revents != 0) drain(output_, result.output, limit_ + 1);
      if (polled[2].revents != 0) drain(errors_, result.errors, kMaxErrorBytes);
      if (result.output.size() > limit_) return Ending::TooMuchOutput;
      if (Clock::now() >= deadline) return Ending::TimedOut;
    }
    return Ending::Exited;
  }

 private:
  void feed() {
    ssize_t sent = send(input_.number(), bytes_.data(), bytes_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (sent > 0) bytes_.remove_prefix(static_cast<std::size_t>(sent));
    if (sent < 0 || bytes_.empty()) input_.close();
  }

  static void drain(Descriptor& from, std::string& into, std::size_t limit) {
    std::array<char, 65536> buffer;
    ssize_t count = read(from.number(), buffer.data(), buffer.size());
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (count <= 0) return from.close();
    into.append(buffer.data(),
                std::min(static_cast<std::size_t>(count), limit - std::min(limit, into.size())));
  }

  Descriptor input_, output_, errors_;
  std::string_view bytes_;
  std::size_t limit_;
};

// A child may close its outputs and stay; it has until the deadline to go.
bool has_ended_by(pid_t pid, Clock::time_point deadline) {
  Descriptor handle(static_cast<int>(syscall(SYS_pidfd_open, pid, 0)));
  if (handle.number() < 0) return false;
  pollfd polled{handle.number(), POLLIN, 0};
  int ready = 0;
  do ready = poll(&polled, 1, milliseconds_until(deadline));
  while (ready < 0 && errno == EINTR);
  return ready > 0;
}

int reap(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

void note_status(int status, ProcessResult& result) {
  if (result.ending != Ending::Exited) return;
  if (WIFSIGNALED(status)) result.ending = Ending::Signalled;
  result.code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

ProcessResult run_process(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                          std::string_view input, const ProcessLimits& limits) {
  ProcessResult result;
  Clock::time_point deadline = Clock::now() + limits.wall_time;
  Pair to_child, from_child, child_errors;
  pid_t pid = 0;
  if (make_pair_of_sockets(to_child) && make_pipe(from_child) && make_pipe(child_errors))
    result.code = SpawnPlan(to_child, from_child, child_errors).spawn(pid, program, arguments);
  else
    result.code = errno;
  if (result.code != 0) return result;
  to_child.theirs.close();
  from_child.theirs.close();
  child_errors.theirs.close();

  Exchange exchange(std::move(to_child), std::move(from_child), std::move(child_errors), input,
                    limits.output_bytes);
  result.ending = exchange.run(deadline, result);
  if (result.ending == Ending::Exited && !has_ended_by(pid, deadline)) result.ending = Ending::TimedOut;
  if (result.ending != Ending::Exited) kill(-pid, SIGKILL);
  note_status(reap(pid), result);
  return result;
}

}  // namespace certreg::documents
