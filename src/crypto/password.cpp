#include "certreg/crypto/password.h"

#include <sodium.h>

#include <array>
#include <new>

#include "certreg/crypto/random.h"
#include "certreg/domain/error.h"

namespace certreg::crypto {
namespace {

constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemoryBytes = 64U << 20;
// Of a random text that was thrown away; of the same cost as those that hash() makes.
constexpr const char* kNobodys =
    "$argon2id$v=19$m=65536,t=3,p=1$WftO2WCymfAy1qYKDm9OcQ$AwtID7JoNDiUTcCyGIxj/Lf41AZEuyB0ydEwgLhULy8";
constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";  // none that look alike
constexpr std::size_t kGroups = 5, kGroupLetters = 4;

void start_library() {
  static const bool started = ::sodium_init() >= 0;
  if (!started) throw Error(ErrorKind::Unavailable, "Passwords cannot be checked", "sodium_init failed");
}

}  // namespace

class PasswordHasher::Turn {
 public:
  explicit Turn(PasswordHasher& hasher) : hasher_(hasher) {
    std::unique_lock lock(hasher_.mutex_);
    if (hasher_.waiting_ >= kWaiting) throw Error(ErrorKind::Busy, "Too many sign in at once; try again");
    ++hasher_.waiting_;
    hasher_.freed_.wait(lock, [&] { return hasher_.working_ < kAtOnce; });
    --hasher_.waiting_;
    ++hasher_.working_;
  }
  ~Turn() {
    const std::lock_guard lock(hasher_.mutex_);
    --hasher_.working_;
    hasher_.freed_.notify_one();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  PasswordHasher& hasher_;
};

std::string PasswordHasher::hash(std::string_view password) {
  start_library();
  const Turn turn(*this);
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (::crypto_pwhash_str_alg(text.data(), password.data(), password.size(), kPasses, kMemoryBytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw Error(ErrorKind::Unavailable, "There is no memory to hash the password");
  return text.data();
}

bool PasswordHasher::is_password_of(const std::string& hash, std::string_view password) {
  start_library();
  const Turn turn(*this);
  const char* compared = hash.empty() ? kNobodys : hash.c_str();
  const bool same = ::crypto_pwhash_str_verify(compared, password.data(), password.size()) == 0;
  return same && !hash.empty();
}

std::string new_one_time_password() {
  static_assert(kLetters.size() == 32, "each letter is five bits of a random byte");
  std::string text;
  for (const char byte : random_bytes(kGroups * kGroupLetters)) {
    if (text.size() % (kGroupLetters + 1) == kGroupLetters) text += '-';
    text += kLetters[static_cast<unsigned char>(byte) % kLetters.size()];
  }
  return text;
}

}  // namespace certreg::crypto
