#include "mail/smtp_server.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

extern char** environ;

namespace certreg::mail {
namespace {

constexpr int kPatience = 60'000;  // milliseconds

std::array<int, 2> new_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  return ends;
}

pid_t start(const std::string& settings, int input, int output) {
  std::string program = CERTREG_NODE, script = CERTREG_SOURCE_DIR "/tests/mail/server.mjs", json = settings;
  std::array<char*, 4> arguments = {program.data(), script.data(), json.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  pid_t process = -1;
  const int failure = posix_spawn(&process, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) throw std::runtime_error("node does not start");
  return process;
}

}  // namespace

SmtpServer::SmtpServer(const nlohmann::json& settings) {
  const auto input = new_pipe(), output = new_pipe();
  process_ = start(settings.dump(), input[0], output[1]);
  close(input[0]);
  close(output[1]);
  to_server_ = input[1];
  from_server_ = output[0];
  port_ = next_event().at("port").get<std::uint16_t>();
}

SmtpServer::~SmtpServer() {
  hang_up();
  close(from_server_);
  waitpid(process_, nullptr, 0);
}

void SmtpServer::hang_up() {
  if (to_server_ >= 0) close(std::exchange(to_server_, -1));
}

SmtpOptions SmtpServer::options() const {
  return {.host = "127.0.0.1", .port = port_, .tls = SmtpTls::PlainToLoopbackOnly};
}

bool SmtpServer::read_more() {
  pollfd ready{from_server_, POLLIN, 0};
  if (poll(&ready, 1, kPatience) != 1) throw std::runtime_error("the mail server says nothing");
  std::array<char, 65536> bytes{};
  const auto count = read(from_server_, bytes.data(), bytes.size());
  if (count > 0) buffer_.append(bytes.data(), static_cast<std::size_t>(count));
  return count > 0;
}

nlohmann::json SmtpServer::next_event() {
  auto end = buffer_.find('\n');
  for (; end == std::string::npos; end = buffer_.find('\n'))
    if (!read_more()) return nullptr;
  const auto event = nlohmann::json::parse(buffer_.substr(0, end));
  buffer_.erase(0, end + 1);
  return event;
}

nlohmann::json SmtpServer::mail() {
  auto event = next_event();
  while (!event.is_null() && !event.contains("raw")) event = next_event();
  return event;
}

std::vector<std::string> SmtpServer::lines() {
  hang_up();
  std::vector<std::string> said;
  for (auto event = next_event(); !event.is_null(); event = next_event()) said.push_back(event.at("said"));
  return said;
}

std::vector<std::string> SmtpServer::commands() {
  auto words = lines();
  for (auto& line : words) line.resize(std::min(line.size(), line.find_first_of(" :")));
  return words;
}

}  // namespace certreg::mail
