// Hands mails to one server over SMTP (RFC 5321).
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include "certreg/mail/mailer.h"

namespace certreg::mail {

enum class SmtpTls {
  StartTlsRequired,     // RFC 3207; a server that does not offer it gets nothing
  Tls,                  // from the first byte (RFC 8314, 3.3)
  PlainToLoopbackOnly,  // any other address is not connected to, whatever the host's name means
};

struct SmtpOptions {
  std::string host;  // a name, or an address as in a URL: "192.0.2.1", "[2001:db8::1]"
  std::uint16_t port = 587;
  SmtpTls tls = SmtpTls::StartTlsRequired;
  std::string user, password;  // both empty: the server is not told who we are
  std::string ca_file;         // PEM, trusted instead of the system's authorities; empty: those
  std::string helo_name;       // empty: the machine's name
  std::chrono::milliseconds connect_time{15'000};  // until the server knows the user
  std::chrono::milliseconds total_time{120'000};   // of one message, however slowly the server speaks
};

// "smtp://user:password@host:587?tls=required&ca_file=/path&helo=name" or "smtps://...". User, password and
// options are percent-encoded. Without `tls`, smtp:// means STARTTLS, or no TLS where the host is written as
// loopback ("localhost", "127.0.0.1", "[::1]"); tls=none never sends anything further than to loopback.
// Ports, unless written: 465 for smtps, 25 without TLS, else 587. Throws Error(Invalid) for smtp_url; its
// text repeats nothing of the URL.
SmtpOptions parse_smtp_url(const std::string& url);

// One connection, one transaction, one recipient: a server has one answer for all recipients of a message,
// which could not be told apart. Certificates and their names are verified, TLS 1.2 or later; the password is
// sent over TLS or to loopback, nowhere else. No proxy and nothing else of the environment. Any number of
// threads may call `send` at once.
class SmtpMailer final : public Mailer {
 public:
  explicit SmtpMailer(SmtpOptions options);  // throws Error(Invalid) for options that break a rule
  Delivery send(const Message& message) override;

  // From any thread: what is under way or comes later ends as Deferred, within about a second.
  void stop() { stopping_ = true; }

 private:
  SmtpOptions options_;
  std::atomic<bool> stopping_{false};
};

}  // namespace certreg::mail
