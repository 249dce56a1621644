// A generated body being sent. Used by one thread at a time: a pool thread while it is pulled, the
// connection's thread between.
#pragma once

#include <cstddef>
#include <string>

#include "certreg/http/response.h"

namespace certreg::http {

struct Piece {
  enum class End { No, Yes, Failed };
  std::string bytes;
  End end = End::No;
};

// Calls the generator until `enough` bytes are there or it ends. What it throws passes through.
Piece pull(const Chunks& chunks, std::size_t enough);

}  // namespace certreg::http
