// The mail servers of server.mjs, for as long as this lives.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace certreg::test {

class MailServer {
 public:
  MailServer();
  ~MailServer();
  MailServer(const MailServer&) = delete;
  MailServer& operator=(const MailServer&) = delete;

  std::uint16_t port(const char* kind) const;  // "starttls", "plain", "tls"
  std::string certificate() const { return (folder_ / "certificate.pem").string(); }
  nlohmann::json next();  // the next message that was taken over; waits for it

 private:
  std::filesystem::path folder_;
  pid_t pid_ = -1;
  int stdin_ = -1;
  std::FILE* lines_ = nullptr;
  nlohmann::json ports_;
};

}  // namespace certreg::test
