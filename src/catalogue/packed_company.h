// A supplier and the numbers of its unretired certificates, in a single piece of memory that never changes.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "catalogue/shown.h"
#include "certreg/domain/supplier.h"

namespace certreg::catalogue {

class SharedTexts;

class PackedCompany {
 public:
  using Ptr = std::unique_ptr<const PackedCompany>;
  using Numbers = std::span<const std::uint32_t>;

  static Ptr of(const Supplier& supplier, Numbers certificates, SharedTexts& texts);
  static Ptr unknown(std::string_view key);  // a certificate came before its supplier
  Ptr with(Numbers certificates) const;
  static void operator delete(void* memory) { ::operator delete(memory); }  // it is longer than its type

  std::string_view key() const;  // its packed id
  Numbers certificates() const;
  bool is_known() const { return is_known_; }

  // Of one that is known.
  Supplier unpack(const SharedTexts& texts) const;
  struct Head {
    int version = 0;
    bool is_retired = false;
    std::string_view country;
  };
  Head head(const SharedTexts& texts) const;
  // The legal name and the aliases. They last as long as this.
  std::vector<std::string_view> names(const SharedTexts& texts) const;

  const Shown<Supplier>& shown() const { return shown_; }

 private:
  PackedCompany(Numbers certificates, std::string_view bytes, bool is_known);
  static Ptr make(Numbers certificates, std::string_view bytes, bool is_known);
  const char* bytes() const;

  Shown<Supplier> shown_;
  std::uint32_t count_;      // of certificates
  std::uint32_t size_ : 31;  // of what is packed
  std::uint32_t is_known_ : 1;
};

}  // namespace certreg::catalogue
