#include "certreg/crypto/api_key.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <cstdint>

#include "certreg/crypto/digest.h"
#include "certreg/crypto/random.h"

namespace certreg::crypto {
namespace {

constexpr std::string_view kPrefix = "crk_";
constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kSecretCharacters = 43;
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// Of base64url.
bool is_of_alphabet(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::string base64url(std::string_view bytes) {
  std::string text;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char byte : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(byte);
    for (held += 8; held >= 6;) {
      held -= 6;
      text += kAlphabet[bits >> held & 63];
    }
  }
  if (held > 0) text += kAlphabet[bits << (6 - held) & 63];
  return text;
}

}  // namespace

std::string new_api_key() { return std::string(kPrefix) + base64url(random_bytes(kSecretBytes)); }

bool is_api_key(std::string_view text) {
  return text.size() == kPrefix.size() + kSecretCharacters && text.starts_with(kPrefix) &&
         std::all_of(text.begin() + kPrefix.size(), text.end(), is_of_alphabet);
}

std::string hash_api_key(std::string_view key) { return sha256(key).value; }

bool equal_in_constant_time(std::string_view left, std::string_view right) {
  return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace certreg::crypto
