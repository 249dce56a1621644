// What one client may cost. Counts are bytes unless their name says otherwise.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace certreg::http {

struct Limits {
  std::uint32_t head =
      16 * 1024;  // request line and fields; also a chunk's header with its extensions, and trailers
  std::size_t fields = 100;
  std::size_t ahead = 256ULL * 1024;   // pipelined input kept while an answer is being made
  std::size_t unsent = 256ULL * 1024;  // above it no further request is begun and no further chunk pulled

  std::chrono::milliseconds idle_time{60'000};   // between requests
  std::chrono::milliseconds head_time{10'000};   // from its first byte to the end of the head
  std::chrono::milliseconds body_time{30'000};   // for the body, and more for each byte that came:
  std::uint64_t body_rate = 16ULL * 1024;        // bytes a second that a body must at least arrive at
  std::chrono::milliseconds stall_time{20'000};  // unsent bytes, and the client takes none
  std::chrono::milliseconds linger_time{2'000};  // after the last answer, for the client to read it and close

  std::size_t connections = 20'000;  // above it new ones get 503; lowered to what the process may open
};

}  // namespace certreg::http
