// A mail server on 127.0.0.1, a process of its own (server.mjs), that does what a test tells it.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "certreg/mail/smtp_mailer.h"

namespace certreg::mail {

class SmtpServer {
 public:
  explicit SmtpServer(const nlohmann::json& settings = nlohmann::json::object());
  ~SmtpServer();
  SmtpServer(const SmtpServer&) = delete;
  SmtpServer& operator=(const SmtpServer&) = delete;

  SmtpOptions options() const;  // without TLS
  nlohmann::json next_event();  // waits for it
  nlohmann::json mail();        // the next event that is one

  // What the server of a script was told until it went away, which this makes it do; or the first words of
  // that.
  std::vector<std::string> lines();
  std::vector<std::string> commands();

 private:
  bool read_more();
  void hang_up();

  pid_t process_ = -1;
  int to_server_ = -1, from_server_ = -1;
  std::string buffer_;
  std::uint16_t port_ = 0;
};

}  // namespace certreg::mail
