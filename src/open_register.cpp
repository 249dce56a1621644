#include "open_register.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <memory>

#include "certreg/cli/service_file.h"
#include "certreg/domain/error.h"
#include "serve.h"

namespace certreg {
namespace {

constexpr char kReady = '+';

void tell(int pipe, std::string_view text) {
  while (!text.empty()) {
    const auto count = ::write(pipe, text.data(), text.size());
    if (count <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

[[noreturn]] void run_child(const Config& config, int pipe, pid_t parent) {
  int code = EXIT_FAILURE;
  try {
    ServeHooks hooks;
    // A change of user clears what the kernel was told about the parent's death, so it is told afterwards.
    hooks.privileges_dropped = [parent] {
      ::prctl(PR_SET_PDEATHSIG, SIGTERM);
      if (::getppid() != parent) std::_Exit(EXIT_FAILURE);
    };
    hooks.ready = [pipe](const std::string&) { tell(pipe, {&kReady, 1}); };
    code = serve(config, Log(LogLevel::Error), hooks);
  } catch (const Error& error) {
    Log(LogLevel::Error).error("start", {{"detail", error.what()}, {"internal", error.internal}});
    tell(pipe, error.what());
  } catch (const std::exception& error) {
    tell(pipe, error.what());
  }
  std::_Exit(code);
}

// The one byte, or the reason why not.
std::string read_answer(int pipe) {
  std::string answer;
  char buffer[512];
  while (answer.empty() || answer.front() != kReady) {
    const auto count = ::read(pipe, buffer, sizeof(buffer));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    answer.append(buffer, static_cast<std::size_t>(count));
  }
  return answer;
}

void end_child(pid_t child) {
  ::kill(child, SIGTERM);
  while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace

cli::Transport open_register(Config config) {
  config.address = "127.0.0.1";
  config.port = 0;
  config.follows_schedules = false;
  int pipe[2];
  if (::pipe2(pipe, O_CLOEXEC) != 0) throw Error(ErrorKind::Unavailable, "no pipe for the register");
  const auto parent = ::getpid();
  const auto child = ::fork();
  if (child < 0) throw Error(ErrorKind::Unavailable, "no process for the register");
  if (child == 0) {
    ::close(pipe[0]);
    run_child(config, pipe[1], parent);
  }
  ::close(pipe[1]);
  const std::shared_ptr<void> keeper(nullptr, [child](void*) { end_child(child); });
  const auto answer = read_answer(pipe[0]);
  ::close(pipe[0]);
  const auto file = cli::read_service_file(config.data_dir);
  if (answer != std::string(1, kReady) || !file)
    throw Error(ErrorKind::Unavailable, answer.empty() ? "the register does not open" : answer);
  const auto transport = cli::http_transport(file->address, file->key);
  return {[keeper, transport](const http::Request& request) { return transport(request); },
          [keeper, transport](const http::Request& request, const cli::Sink& sink) {
            return transport.stream(request, sink);
          }};
}

}  // namespace certreg
