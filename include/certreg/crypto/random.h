// Unpredictable bytes and the ids of own records. Every function may be called from any thread; each throws
// Error(Unavailable) when the system gives no randomness.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace certreg::crypto {

std::string random_bytes(std::size_t count);

// RFC 9562, 5.7: 36 characters, lower case, `now` first. Later calls of one process give greater ids as long
// as `now` does not step back by ten seconds or more: 12 bits count within a millisecond (6.2, method 1), and
// when they are used up, or `now` steps back by less, the id carries a time slightly ahead of `now`.
std::string new_uuid_v7(std::chrono::sys_time<std::chrono::milliseconds> now);

}  // namespace certreg::crypto
