#include "certreg/crypto/random.h"

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>

#include "certreg/domain/error.h"
#include "crypto/uuid_text.h"

namespace certreg::crypto {
namespace {

using Milliseconds = std::chrono::sys_time<std::chrono::milliseconds>;

constexpr auto kHeldStepBack = std::chrono::seconds(10);
constexpr std::uint16_t kCounterEnd = 0x1000;

void fill(unsigned char* out, std::size_t count) {
  constexpr std::size_t kMost = 1 << 20;  // RAND_bytes counts in int
  for (std::size_t done = 0; done < count;) {
    const std::size_t part = std::min(kMost, count - done);
    if (RAND_bytes(out + done, static_cast<int>(part)) != 1)
      throw Error(ErrorKind::Unavailable, "no randomness available");
    done += part;
  }
}

using Numbers = std::array<std::uint64_t, 2>;

// OpenSSL takes as long for many numbers as for two.
Numbers random_numbers() {
  constexpr std::size_t kAtOnce = 64;
  thread_local std::array<Numbers, kAtOnce> numbers{};
  thread_local std::size_t left = 0;
  if (left == 0) {
    fill(reinterpret_cast<unsigned char*>(numbers.data()), sizeof numbers);
    left = kAtOnce;
  }
  return numbers[--left];
}

// The last time and counter given out: ids of a process must not repeat or go back.
class Sequence {
 public:
  struct Place {
    Milliseconds time;
    std::uint16_t counter;
  };

  Place next(Milliseconds now, std::uint16_t first_counter) {
    const std::lock_guard lock(mutex_);
    const bool held = now <= last_.time && last_.time - now < kHeldStepBack;
    if (!held) {
      last_ = {now, first_counter};
    } else if (++last_.counter == kCounterEnd) {
      last_ = {last_.time + std::chrono::milliseconds(1), first_counter};
    }
    return last_;
  }

 private:
  std::mutex mutex_;
  Place last_{Milliseconds::min() + kHeldStepBack, 0};
};

}  // namespace

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  fill(reinterpret_cast<unsigned char*>(bytes.data()), count);
  return bytes;
}

std::string new_uuid_v7(Milliseconds now) {
  static Sequence sequence;
  const auto numbers = random_numbers();
  // The counter starts in its lower half, so that there is room to count (RFC 9562, 6.2).
  const auto first_counter = static_cast<std::uint16_t>(numbers[0] & 0x7ff);
  const auto [time, counter] = sequence.next(now, first_counter);
  return uuid_v7_text(time, counter, numbers[1]);
}

}  // namespace certreg::crypto
