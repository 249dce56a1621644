#include "certreg/crypto/api_key.h"

#include <openssl/crypto.h>

#include <algorithm>

#include "certreg/crypto/base64url.h"
#include "certreg/crypto/digest.h"
#include "certreg/crypto/random.h"

namespace certreg::crypto {
namespace {

constexpr std::string_view kPrefix = "crk_";
constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kSecretCharacters = 43;

// Of base64url.
bool is_of_alphabet(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

}  // namespace

std::string new_api_key() { return std::string(kPrefix) + encode_base64url(random_bytes(kSecretBytes)); }

bool is_api_key(std::string_view text) {
  return text.size() == kPrefix.size() + kSecretCharacters && text.starts_with(kPrefix) &&
         std::all_of(text.begin() + kPrefix.size(), text.end(), is_of_alphabet);
}

std::string hash_api_key(std::string_view key) { return sha256(key).value; }

bool equal_in_constant_time(std::string_view left, std::string_view right) {
  return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace certreg::crypto
