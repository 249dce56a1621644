// SPDX-License-Identifier: GPL-2.0-or-later
// DER to OpenSSL's objects and back, and what else is read from ASN.1.
#pragma once

#include <openssl/asn1.h>
#include <openssl/crypto.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"

namespace certreg::worker {

// Null when the bytes do not begin with such an object. `rest`: how many bytes follow it.
template <typename Object>
Object* read_der(std::string_view der, Object* (*read)(Object**, const unsigned char**, long),
                 std::size_t* rest = nullptr) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  Object* object = read(nullptr, &at, static_cast<long>(der.size()));
  if (rest != nullptr)
    *rest = der.size() - static_cast<std::size_t>(at - reinterpret_cast<const unsigned char*>(der.data()));
  return object;
}

template <typename Object>
std::string written_der(const Object* object, int (*write)(const Object*, unsigned char**)) {
  unsigned char* bytes = nullptr;
  const int length = write(object, &bytes);
  std::string der;
  if (length > 0) der.assign(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
  OPENSSL_free(bytes);
  return der;
}

inline std::string_view bytes_of(const ASN1_STRING* text) {
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
          static_cast<std::size_t>(ASN1_STRING_length(text))};
}

// One element of a definite length: its tag, its content, and itself whole.
struct DerElement {
  int tag = 0;
  int tag_class = 0;
  std::string_view content, whole;
};

std::optional<DerElement> first_element(std::string_view der);
// The elements that stand one after the other; empty when they do not end where the bytes end.
std::vector<DerElement> elements_of(std::string_view der);

std::optional<Instant> instant_of(const ASN1_TIME* time);
std::string hex_of(std::string_view bytes);

}  // namespace certreg::worker
