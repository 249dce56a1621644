// What a mail server said.
#pragma once

#include <string>
#include <string_view>

#include "certreg/mail/mailer.h"

namespace certreg::mail {

// One line without control characters, of bounded length, valid UTF-8.
std::string cleaned(std::string_view text);

// Gathers reply lines (RFC 5321, 4.2) as they come.
class Replies {
 public:
  void take(std::string_view line);
  void note_command(std::string_view line);  // what was said to the server before its next reply

  int code() const { return code_; }  // of the last reply; 0: none
  std::string words() const { return cleaned(words_); }

  // The outcome of a transaction that failed. Refused only when the server refused this sender, recipient or
  // content for good; what it says to a greeting or a log-in it says to every message, and 530 asks for a
  // log-in (RFC 4954, 6). `otherwise`: what went wrong when no reply says so.
  Delivery judged(const std::string& otherwise) const;

 private:
  int code_ = 0;
  std::string words_;  // of the last reply, its lines joined
  bool goes_on_ = false;
  bool is_over_ = false;
  bool is_about_message_ = false;  // MAIL, RCPT, DATA or the message itself was said last
};

}  // namespace certreg::mail
