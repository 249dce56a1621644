// Which command a server's reply answers, and what follows from it. Pure; fed by what libcurl shows of the
// wire.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/mail/mailer.h"

namespace certreg::mail {

enum class Step { Connection, Greeting, Encryption, User, Sender, Recipient, Content };

class Conversation {
 public:
  // `secret`: never part of a reply that is told on.
  explicit Conversation(std::string secret) { secrets_.push_back(std::move(secret)); }

  void said(std::string_view line);   // a command of ours
  void heard(std::string_view line);  // a line of a reply

  Step step() const { return step_; }
  bool is_over() const { return is_over_; }  // QUIT was said: what decided stands

  // What the last reply decides; nullopt when nothing was decided by a reply. `detail` is set unless
  // Accepted.
  std::optional<Delivery> judge() const;

 private:
  bool is_accepted() const;

  Step step_ = Step::Connection;
  bool is_over_ = false;
  int code_ = 0;
  bool content_is_wanted_ = false;  // 354 was heard
  bool reply_goes_on_ = false;
  std::string words_;
  std::vector<std::string> secrets_;
};

}  // namespace certreg::mail
