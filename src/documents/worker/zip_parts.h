// SPDX-License-Identifier: GPL-2.0-or-later
// The members of an archive, unpacked as a stream and within limits.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace certreg::worker {

inline constexpr std::size_t kMaxPartBytes = 256U << 20;  // of one member, unpacked
inline constexpr std::size_t kMaxPartsBytes = 768U
                                              << 20;  // of all that is unpacked, twice if it is read twice

class ZipParts {
 public:
  // `bytes` must outlive it. Throws Failure(Damaged).
  explicit ZipParts(const std::string& bytes);

  bool has(const std::string& name) const;

  // Calls `take` with one piece after the other; it returns false to stop. Throws Failure: Damaged (no such
  // member, a wrong checksum), Encrypted, TooLarge.
  void read(const std::string& name, const std::function<bool(std::string_view)>& take);

 private:
  std::unique_ptr<zip, void (*)(zip*)> archive_;
  std::size_t unpacked_ = 0;
};

}  // namespace certreg::worker
