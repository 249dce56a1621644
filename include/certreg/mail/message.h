// One e-mail to one recipient (RFC 5322), as text and as HTML. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"

namespace certreg::mail {

struct Mailbox {
  std::string name;     // may be empty
  std::string address;  // "ada@example.com"
};

struct MessageHeader {
  std::string name, value;  // ASCII
};

struct Message {
  Mailbox from, to;
  std::string subject;
  std::string text;  // UTF-8, lines ended by "\n"
  std::string html;  // may be empty
  std::string id;    // without its brackets: "01a2...@certreg"
  Instant date{};
  std::vector<MessageHeader> headers;  // "List-Unsubscribe", "Auto-Submitted" ...
};

// Throws Error(Invalid) for what would let a value break out of its header: line breaks and control
// characters, addresses that are none, names of headers that the message has already.
void check(const Message& message);

// The headers in their order, each encoded: "Subject: =?UTF-8?Q?...?=". For checked messages.
std::vector<std::string> header_lines(const Message& message);

// RFC 2047: ASCII as it stands, else encoded words, folded, never cut within a character.
std::string encoded_words(std::string_view text);

}  // namespace certreg::mail
