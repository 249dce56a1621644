// All that is known of one certificate, in a single piece of memory that never changes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/shown.h"
#include "certreg/domain/certificate.h"
#include "certreg/domain/place_quotes.h"

namespace certreg::catalogue {

class SharedTexts;

class PackedCertificate {
 public:
  using Ptr = std::unique_ptr<const PackedCertificate>;

  static Ptr of(const CertificateRecord& record, SharedTexts& texts);
  static Ptr of(const StoredVersion& only_issue, SharedTexts& texts);
  static void operator delete(void* memory) { ::operator delete(memory); }  // it is longer than its type

  CertificateRecord unpack(const SharedTexts& texts) const;

  std::string_view key() const;  // its packed id
  // Of the latest issue.
  struct Latest {
    std::string_view supplier;  // packed
    std::string_view standard, number;
  };
  Latest latest(const SharedTexts& texts) const;
  std::optional<Date> expires() const;
  bool is_retired() const { return is_retired_; }

  const Shown<CertificateRecord>& shown() const { return shown_; }

 private:
  PackedCertificate(const CertificateVersion& latest, std::string_view bytes);
  static Ptr make(const CertificateVersion& latest, std::string_view bytes);
  const char* bytes() const { return reinterpret_cast<const char*>(this + 1); }

  static constexpr std::int32_t kNone = INT32_MIN;

  Shown<CertificateRecord> shown_;
  std::int32_t expires_;  // a day, or kNone
  bool is_retired_;
};

}  // namespace certreg::catalogue
