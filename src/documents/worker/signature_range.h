// SPDX-License-Identifier: GPL-2.0-or-later
// The strict reading of what a signature covers (ISO 32000-2, 12.8.1). Whatever a mending reader would let
// pass is a problem here: forged signatures live on that.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>

namespace certreg::worker {

struct RangeReading {
  std::optional<std::array<std::int64_t, 4>> range;  // as printed, in order or not
  std::string
      problem;  // a sentence; empty: the gap is the signature's own Contents, and nothing else is left out
  std::string contents;  // the signature itself, with its padding
  std::size_t end = 0;   // of what is covered
};

RangeReading read_range(std::string_view file, QPDFObjectHandle signature);

// The two covered parts as one.
std::string covered_bytes(std::string_view file, const RangeReading& reading);

}  // namespace certreg::worker
