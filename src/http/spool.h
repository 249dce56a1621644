// A body that is too long for memory, in a file that has no name and goes with its last reader, whatever
// becomes of the process.
#pragma once

#include <filesystem>
#include <string_view>

#include "certreg/domain/held_bytes.h"

namespace certreg::http {

class Spool {
 public:
  // Throws Error(Unavailable) when no file can be made, as do the others when the disk is full.
  explicit Spool(const std::filesystem::path& folder);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  void append(std::string_view bytes);
  std::size_t size() const { return size_; }

  // What was appended. Once, and nothing is appended after it.
  HeldBytes take();

 private:
  int file_ = -1;
  std::size_t size_ = 0;
};

}  // namespace certreg::http
