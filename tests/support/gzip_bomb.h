// A small answer that opens to a large one.
#pragma once

#include <string>

namespace certreg::fetch {

// Deflate with fixed codes (RFC 1951, 3.2.6): bits come lowest first, codes highest bit first.
class BitWriter {
 public:
  void bits(unsigned value, int count) {
    for (int i = 0; i < count; ++i) bit(value >> i & 1);
  }
  void code(unsigned value, int count) {
    for (int i = count - 1; i >= 0; --i) bit(value >> i & 1);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void bit(unsigned value) {
    if (used_ == 0) bytes_ += '\0';
    bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) | value << used_);
    used_ = (used_ + 1) % 8;
  }
  std::string bytes_;
  unsigned used_ = 0;
};

// A gzip stream that opens to `repeats` times 258 zero bytes, 13 bits for each.
inline std::string gzip_bomb(int repeats) {
  BitWriter writer;
  writer.bits(1, 1);     // last block
  writer.bits(1, 2);     // fixed codes
  writer.code(0x30, 8);  // the byte 0
  for (int i = 0; i < repeats; ++i) {
    writer.code(0xc5, 8);  // length 258
    writer.code(0, 5);     // distance 1
  }
  writer.code(0, 7);  // end of block
  return std::string("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) + writer.bytes();
}

}  // namespace certreg::fetch
