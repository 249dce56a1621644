// A mail server with a memory, that can be away.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "certreg/mail/mailer.h"

namespace certreg::simulation {

class MailWorld final : public mail::Mailer {
 public:
  mail::Delivery send(const mail::Message& message) override {
    const std::lock_guard lock(mutex_);
    if (away_) return {mail::DeliveryOutcome::Deferred, 0, {}, "nobody answers"};
    accepted_.push_back(message);
    return {mail::DeliveryOutcome::Accepted, 250, "kept", {}};
  }
  void set_away(bool away) {
    const std::lock_guard lock(mutex_);
    away_ = away;
  }
  std::vector<mail::Message> accepted() const {
    const std::lock_guard lock(mutex_);
    return accepted_;
  }

 private:
  mutable std::mutex mutex_;
  bool away_ = false;
  std::vector<mail::Message> accepted_;
};

}  // namespace certreg::simulation
