#include "mail/mail_server.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace certreg::test {
namespace {

std::filesystem::path new_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "certreg-mail-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a mail server");
  return name;
}

void make_certificate(const std::filesystem::path& folder) {
  const auto command =
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=mail "
      "-addext subjectAltName=IP:127.0.0.1 -keyout " +
      (folder / "key.pem").string() + " -out " + (folder / "certificate.pem").string() + " 2>/dev/null";
  if (std::system(command.c_str()) != 0) throw std::runtime_error("openssl made no certificate");
}

std::string line_of(std::FILE* lines) {
  char* line = nullptr;
  std::size_t size = 0;
  const auto length = ::getline(&line, &size, lines);
  std::string text = length > 0 ? std::string(line, static_cast<std::size_t>(length)) : std::string();
  std::free(line);
  if (text.empty()) throw std::runtime_error("the mail server ended");
  return text;
}

}  // namespace

MailServer::MailServer() : folder_(new_folder()) {
  make_certificate(folder_);
  int in[2], out[2];
  if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const auto script = std::string(CERTREG_SOURCE_DIR) + "/tests/mail/server.mjs";
  const auto key = (folder_ / "key.pem").string(), certificate = this->certificate();
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(in[0], STDIN_FILENO);
    ::dup2(out[1], STDOUT_FILENO);
    ::execlp("node", "node", script.c_str(), certificate.c_str(), key.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(in[0]);
  ::close(out[1]);
  stdin_ = in[1];
  lines_ = ::fdopen(out[0], "r");
  ports_ = nlohmann::json::parse(line_of(lines_));
}

MailServer::~MailServer() {
  ::close(stdin_);  // it leaves when nobody speaks to it any more
  ::waitpid(pid_, nullptr, 0);
  std::fclose(lines_);
  std::filesystem::remove_all(folder_);
}

std::uint16_t MailServer::port(const char* kind) const { return ports_.at(kind).get<std::uint16_t>(); }

nlohmann::json MailServer::next() { return nlohmann::json::parse(line_of(lines_)); }

}  // namespace certreg::test
