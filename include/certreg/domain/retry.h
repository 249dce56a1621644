// When something that could not be delivered is tried again. Pure.
#pragma once

#include <chrono>
#include <optional>

#include "certreg/domain/date.h"

namespace certreg {

// The next attempt after `attempts` that failed, the last at `last`: after one minute, five, thirty, two
// hours, five, then each twelve. None when it would come later than `give_up_after` from `first`.
std::optional<Instant> next_attempt(int attempts, Instant first, Instant last,
                                    std::chrono::hours give_up_after);

}  // namespace certreg
