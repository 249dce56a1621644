// Hands messages to a mail server.
#pragma once

#include <string>

#include "certreg/mail/message.h"

namespace certreg::mail {

enum class DeliveryOutcome {
  Accepted,  // the server took it over
  Deferred,  // not now: the server says so (4xx), or could not be spoken to. Try again later
  Refused,   // the server will never take it (5xx)
};

struct Delivery {
  DeliveryOutcome outcome = DeliveryOutcome::Deferred;
  int code = 0;       // the server's last reply; 0: there was none
  std::string reply;  // its words, one line, or what went wrong
};

class Mailer {
 public:
  virtual ~Mailer() = default;
  // Thread-safe. Throws Error(Invalid) for a message that check() refuses, nothing else.
  virtual Delivery send(const Message& message) = 0;
};

}  // namespace certreg::mail
