// SHA-256 (FIPS 180-4). The digest of a document's bytes is its id.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "certreg/domain/ids.h"

namespace certreg::crypto {

// 64 lower-case hexadecimal digits. Throws Error(Unavailable) when the library refuses the algorithm.
DocumentId sha256(std::string_view bytes);
std::string sha256_bytes(std::string_view bytes);  // the 32 bytes themselves

// The same for bytes that come in parts. One thread at a time.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(std::string_view bytes);
  DocumentId finish();  // of all the bytes so far; the object then starts anew

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace certreg::crypto
