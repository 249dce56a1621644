// A text and the numbers of those that have it, in a single piece of memory that never changes.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace certreg::catalogue {

class Posting {
 public:
  using Ptr = std::unique_ptr<const Posting>;
  using Numbers = std::span<const std::uint32_t>;

  static Ptr of(std::string_view text, Numbers numbers);
  static void operator delete(void* memory) { ::operator delete(memory); }  // it is longer than its type

  Numbers numbers() const { return {reinterpret_cast<const std::uint32_t*>(this + 1), count_}; }
  std::string_view text() const {
    return {reinterpret_cast<const char*>(this + 1) + numbers().size_bytes(), size_};
  }
  std::string_view key() const { return text(); }

  bool has(std::uint32_t number) const;
  Ptr with(std::uint32_t number) const;
  Ptr without(std::uint32_t number) const;

 private:
  Posting(std::string_view text, Numbers numbers);
  std::uint32_t count_, size_;
};

}  // namespace certreg::catalogue
