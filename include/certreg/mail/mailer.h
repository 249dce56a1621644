// The one way by which mails leave. What a server took, what it will never take and what may be tried again
// are different answers.
#pragma once

#include <string>
#include <string_view>

#include "certreg/mail/message.h"

namespace certreg::mail {

enum class DeliveryOutcome {
  Accepted,  // the server answers for it from here on; that is not yet the recipient's mailbox
  Deferred,  // a temporary reply, connection, TLS, time, user or password: the same message may be sent again
  Refused,   // a permanent reply to this sender, recipient or message; trying again will not help
};

// "accepted", "deferred", "refused"
std::string_view to_string(DeliveryOutcome outcome);

struct Delivery {
  DeliveryOutcome outcome = DeliveryOutcome::Deferred;
  int reply_code = 0;  // of the reply that decided; 0 when none did
  std::string reply;   // its words: printable ASCII, one line, at most 500 bytes, without what was secret
  std::string detail;  // a plain sentence for a person; empty when Accepted
};

// An edge that tests replace. `send` blocks, may be called from any thread, and reports what happens on the
// way as an outcome; it throws Error(Invalid) for a message that check() refuses, and std::bad_alloc. When
// the connection ends between the message and the server's reply to it, it is Deferred although it may have
// been taken: nobody loses a mail, somebody may get one twice.
class Mailer {
 public:
  virtual ~Mailer() = default;
  virtual Delivery send(const Message& message) = 0;
};

}  // namespace certreg::mail
