#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace certreg::crypto {

// The fields of RFC 9562, 5.7 as text; higher bits than a field has are dropped.
std::string uuid_v7_text(std::chrono::sys_time<std::chrono::milliseconds> time, std::uint16_t rand_a,
                         std::uint64_t rand_b);

}  // namespace certreg::crypto
