// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/signature_range.h"

#include "documents/worker/revision_ends.h"

namespace certreg::worker {
namespace {

using Range = std::array<std::int64_t, 4>;

std::optional<Range> integers_of(QPDFObjectHandle value) {
  if (value.isIndirect() || !value.isArray() || value.getArrayNItems() != 4) return std::nullopt;
  Range range{};
  for (int i = 0; i < 4; ++i) {
    QPDFObjectHandle item = value.getArrayItem(i);
    if (item.isIndirect() || !item.isInteger()) return std::nullopt;
    range[static_cast<std::size_t>(i)] = item.getIntValue();
  }
  return range;
}

bool is_in_order(const Range& range, std::size_t file_size) {
  const auto size = static_cast<std::int64_t>(file_size);
  return range[0] == 0 && range[1] > 0 && range[2] > range[1] && range[2] <= size && range[3] > 0 &&
         range[3] <= size - range[2];
}

int nibble(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

// The bytes of "<...>" that holds pairs of digits alone.
std::optional<std::string> bytes_in_gap(std::string_view gap) {
  if (gap.size() < 4 || gap.size() % 2 != 0 || gap.front() != '<' || gap.back() != '>') return std::nullopt;
  std::string bytes;
  bytes.reserve(gap.size() / 2);
  for (std::size_t at = 1; at + 1 < gap.size(); at += 2) {
    const int high = nibble(gap[at]), low = nibble(gap[at + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high << 4 | low);
  }
  return bytes;
}

std::string problem_of_contents(QPDFObjectHandle value) {
  if (value.isNull()) return "the signature has no Contents";
  if (value.isIndirect() || !value.isString()) return "the signature's Contents is no string of its own";
  if (value.getStringValue().find_first_not_of('\0') == std::string::npos)
    return "the signature's Contents is empty";
  return {};
}

}  // namespace

RangeReading read_range(std::string_view file, QPDFObjectHandle signature) {
  RangeReading reading;
  QPDFObjectHandle contents = signature.getKey("/Contents");
  reading.range = integers_of(signature.getKey("/ByteRange"));
  reading.problem = problem_of_contents(contents);
  if (!reading.problem.empty()) return reading;
  if (!reading.range) {
    reading.problem = "the signature has no ByteRange of four whole numbers";
    return reading;
  }
  const Range& range = *reading.range;
  if (!is_in_order(range, file.size())) {
    reading.problem = "the ByteRange does not go from the beginning over one gap to a place in the file";
    return reading;
  }
  const auto from = static_cast<std::size_t>(range[1]), to = static_cast<std::size_t>(range[2]);
  const auto gap = bytes_in_gap(file.substr(from, to - from));
  reading.end = to + static_cast<std::size_t>(range[3]);
  if (!gap)
    reading.problem = "what the ByteRange leaves out is more than one string of hexadecimal digits";
  else if (contents.getParsedOffset() != range[1] || contents.getStringValue() != *gap)
    reading.problem = "what the ByteRange leaves out is not the Contents of this signature";
  else if (!ends_a_revision(file.substr(0, reading.end)))
    reading.problem = "the ByteRange does not end where a state of the file ends";
  else
    reading.contents = *gap;
  return reading;
}

std::string covered_bytes(std::string_view file, const RangeReading& reading) {
  const Range& range = *reading.range;
  std::string bytes(file.substr(0, static_cast<std::size_t>(range[1])));
  bytes += file.substr(static_cast<std::size_t>(range[2]), static_cast<std::size_t>(range[3]));
  return bytes;
}

}  // namespace certreg::worker
