// Passwords that people chose, kept as argon2id hashes (RFC 9106): 64 MiB, three passes, some tenths of a
// second.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>

namespace certreg::crypto {

// At most kAtOnce hashes are computed at a time and kWaiting callers wait for their turn; further ones get
// Error(Busy). Thread-safe.
class PasswordHasher {
 public:
  static constexpr int kAtOnce = 2;
  static constexpr int kWaiting = 4;

  std::string hash(std::string_view password);

  // False for every password when `hash` is empty (nobody's), which takes as long as a wrong one.
  bool is_password_of(const std::string& hash, std::string_view password);

 private:
  class Turn;

  std::mutex mutex_;
  std::condition_variable freed_;
  int working_ = 0, waiting_ = 0;
};

// Five groups of four letters and digits, 100 random bits. Throws Error(Unavailable).
std::string new_one_time_password();

}  // namespace certreg::crypto
