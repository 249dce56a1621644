// One mail to one recipient.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/date.h"

namespace certreg::mail {

struct Mailbox {
  std::string name;  // as a person reads it, any script; may be empty
  std::string address;
};

struct Header {
  std::string name;   // Message-ID, Auto-Submitted, In-Reply-To, References, List-..., X-...
  std::string value;  // printable ASCII
};

struct Attachment {
  std::string file_name;   // any script, without folders
  std::string media_type;  // "text/calendar"
  std::string content;     // bytes
};

// All text is UTF-8 without control characters; `text` and `html` may have tabs and line breaks of any kind.
// A message that is tried again keeps its Message-ID, so that whoever gets it twice can tell.
struct Message {
  Mailbox from, to;
  std::optional<Mailbox> reply_to;
  std::string subject;
  std::string text;
  std::string html;  // empty: the text alone
  std::vector<Header> headers;
  Instant date;
  std::vector<Attachment> attachments;
};

// Throws Error(Invalid) that names each field that breaks a rule ("to.address", "headers[2].value"); after
// that nothing in the message can add a header, a recipient or a part of its own.
void check(const Message& message);

}  // namespace certreg::mail
