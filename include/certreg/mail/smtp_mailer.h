// SMTP (RFC 5321) by libcurl, one transaction a message.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "certreg/mail/mailer.h"

namespace certreg::mail {

enum class SmtpSecurity {
  StartTls,       // required before anything is sent
  Tls,            // from the first byte
  PlainLoopback,  // none, and only to an address of this machine
};

struct SmtpOptions {
  std::string host;
  std::uint16_t port = 587;
  SmtpSecurity security = SmtpSecurity::StartTls;
  std::string user, password;  // empty user: no AUTH
  std::string ca_file;         // PEM; empty: the system's
  std::chrono::seconds connect_limit{15};
  std::chrono::seconds limit{60};  // for a whole transaction
};

// "smtp://mail.example:587" (STARTTLS), "smtps://user:secret@mail.example", "smtp://127.0.0.1:25?tls=none".
// User and password percent-encoded. Throws Error(Invalid), field "smtp", and never repeats the password.
SmtpOptions parse_smtp_url(std::string_view url);

class SmtpMailer final : public Mailer {
 public:
  explicit SmtpMailer(SmtpOptions options);
  Delivery send(const Message& message) override;

 private:
  SmtpOptions options_;
};

}  // namespace certreg::mail
