#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace certreg::drawn {

// Rows of pixels without padding; one channel is grey, three are red, green, blue.
struct Pixels {
  std::size_t width = 0;
  std::size_t height = 0;
  std::size_t channels = 1;
  std::vector<std::uint8_t> bytes;
};

std::vector<std::uint8_t> jpeg_of(Pixels& pixels, int quality);

}  // namespace certreg::drawn
