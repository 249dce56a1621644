#include "crypto/uuid_text.h"

#include <fmt/format.h>

namespace certreg::crypto {

std::string uuid_v7_text(std::chrono::sys_time<std::chrono::milliseconds> time, std::uint16_t rand_a,
                         std::uint64_t rand_b) {
  const auto milliseconds = static_cast<std::uint64_t>(time.time_since_epoch().count()) & 0xffff'ffff'ffff;
  const unsigned version_and_rand_a = 0x7000U | (rand_a & 0x0fffU);
  const std::uint64_t variant_and_rand_b = 0x8000'0000'0000'0000 | (rand_b & 0x3fff'ffff'ffff'ffff);
  return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", milliseconds >> 16, milliseconds & 0xffff,
                     version_and_rand_a, variant_and_rand_b >> 48, variant_and_rand_b & 0xffff'ffff'ffff);
}

}  // namespace certreg::crypto
