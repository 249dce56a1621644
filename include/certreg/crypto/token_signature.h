// Signatures of JSON Web Tokens (RFC 7518, 3.3 and 3.4): RS256 and ES256, no others.
#pragma once

#include <string>
#include <string_view>

namespace certreg::crypto {

// Numbers are big-endian bytes, as a JSON Web Key holds them (RFC 7518, 6).
struct RsaPublicKey {
  std::string modulus, exponent;  // of 2048 to 8192 bits
};
struct EcPublicKey {
  std::string x, y;  // a point of P-256, 32 bytes each
};

// False, too, for keys that are none or too weak. `signature` of ES256 is r and s, 32 bytes each. Throws
// Error(Unavailable) when the library has no memory or algorithm.
bool is_signed_by(const RsaPublicKey& key, std::string_view text, std::string_view signature);
bool is_signed_by(const EcPublicKey& key, std::string_view text, std::string_view signature);

}  // namespace certreg::crypto
