// The header of a message, line by line (RFC 5322). Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/mail/message.h"

namespace certreg::mail {

constexpr std::size_t kLongestLine = 998;  // RFC 5322, 2.1.1, without its end

std::string date_line(Instant instant);  // "Thu, 26 Nov 2026 18:28:08 +0000"

std::string mailbox_line(const Mailbox& mailbox);  // "Kim" <kim@example.org>

// Broken before blanks so that no line is longer than 78 bytes where that can be; `line` is printable ASCII.
std::string folded(std::string_view line);

// "Subject: ..." and the like, folded, without the last line's end; MIME's own headers are not among them.
// The message has passed check().
std::vector<std::string> header_lines(const Message& message);

}  // namespace certreg::mail
