#include "certreg/domain/retry.h"

#include <algorithm>
#include <array>

namespace certreg {

std::optional<Instant> next_attempt(int attempts, Instant first, Instant last,
                                    std::chrono::hours give_up_after) {
  using std::chrono::minutes;
  constexpr std::array kPauses = {minutes(1),   minutes(5),   minutes(30),
                                  minutes(120), minutes(300), minutes(720)};
  const auto place =
      std::clamp<std::size_t>(static_cast<std::size_t>(std::max(attempts, 1)) - 1, 0, kPauses.size() - 1);
  const Instant next = last + kPauses[place];
  if (next > first + give_up_after) return std::nullopt;
  return next;
}

}  // namespace certreg
