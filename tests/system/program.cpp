#include "system/program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "certreg/cli/service_file.h"

namespace certreg::system_test {
namespace {

namespace fs = std::filesystem;

const char* const kProgram = CERTREG_BUILD_DIR "/certreg";

pid_t start(const std::vector<std::string>& arguments, int out, const fs::path& err) {
  std::vector<char*> argv = {const_cast<char*>(kProgram)};
  for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const auto child = ::fork();
  if (child != 0) return child;
  ::dup2(out, STDOUT_FILENO);
  ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600), STDERR_FILENO);
  ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
  for (const char* name : {"CERTREG_URL", "CERTREG_KEY", "CERTREG_DATA", "CERTREG_DATABASE"})
    ::unsetenv(name);
  ::execv(kProgram, argv.data());
  ::_exit(127);
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string read_until(int descriptor, std::string_view mark) {
  std::string text;
  char buffer[4096];
  while (mark.empty() || text.find(mark) == std::string::npos) {
    const auto count = ::read(descriptor, buffer, sizeof(buffer));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    text.append(buffer, static_cast<std::size_t>(count));
  }
  return text;
}

struct Pipe {
  int ends[2];
  Pipe() {
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  }
};

}  // namespace

DataFolder::DataFolder() {
  std::string name = "/tmp/certreg-system-XXXXXX";
  path_ = ::mkdtemp(name.data());
  fs::permissions(path_, fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
}

DataFolder::~DataFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Finished run_program(const std::vector<std::string>& arguments) {
  const DataFolder scratch;
  const auto err = scratch.path() / "err";
  const Pipe pipe;
  const auto child = start(arguments, pipe.ends[1], err);
  ::close(pipe.ends[1]);
  Finished finished;
  finished.out = read_until(pipe.ends[0], "");
  ::close(pipe.ends[0]);
  finished.code = wait_for(child);
  finished.err = read_file(err);
  return finished;
}

Service::Service(const fs::path& data, std::vector<std::string> further)
    : data_(data), log_(data.parent_path() / (data.filename().string() + ".log")) {
  std::vector<std::string> arguments = {"serve", "--data", data.string(), "--listen", "127.0.0.1:0"};
  arguments.insert(arguments.end(), further.begin(), further.end());
  const Pipe pipe;
  pid_ = start(arguments, pipe.ends[1], log_);
  ::close(pipe.ends[1]);
  const auto said = read_until(pipe.ends[0], "\n");
  ::close(pipe.ends[0]);
  const auto file = cli::read_service_file(data_);
  if (said.empty() || !file) throw std::runtime_error("the service did not start: " + log());
  address_ = file->address;
  transport_ = cli::http_transport(file->address, file->key);
}

Service::~Service() {
  if (pid_ > 0) {
    send(SIGKILL);
    wait();
  }
  std::error_code ignored;
  fs::remove(log_, ignored);
}

std::string Service::log() const { return read_file(log_); }

http::Response Service::ask(const std::string& method, const std::string& target, const std::string& body,
                            const std::string& media_type) {
  http::Request request;
  request.method_text = method;
  request.target = target;
  if (!body.empty()) request.headers.push_back({"Content-Type", media_type});
  request.body = body;
  return transport_(request);
}

void Service::send(int signal) const { ::kill(pid_, signal); }

int Service::wait() {
  const int code = wait_for(pid_);
  pid_ = 0;
  return code;
}

}  // namespace certreg::system_test
