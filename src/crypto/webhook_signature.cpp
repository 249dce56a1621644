#include "certreg/crypto/webhook_signature.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "certreg/crypto/base64.h"
#include "certreg/crypto/random.h"
#include "certreg/domain/error.h"

namespace certreg::crypto {
namespace {

constexpr std::string_view kPrefix = "whsec_";
constexpr std::size_t kKeyBytes = 32, kFewestBytes = 24, kMostBytes = 64;

std::string key_of(std::string_view secret) {
  const auto key = secret.starts_with(kPrefix) ? decode_base64(secret.substr(kPrefix.size())) : std::nullopt;
  if (!key || key->size() < kFewestBytes || key->size() > kMostBytes)
    throw std::logic_error("a webhook's secret is none");
  return *key;
}

std::string hmac_sha256(const std::string& key, const std::string& content) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned size = 0;
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
           reinterpret_cast<const unsigned char*>(content.data()), content.size(), digest.data(),
           &size) == nullptr)
    throw Error(ErrorKind::Unavailable, "HMAC-SHA256 is not available");
  return {reinterpret_cast<const char*>(digest.data()), size};
}

}  // namespace

std::string new_webhook_secret() { return std::string(kPrefix) + encode_base64(random_bytes(kKeyBytes)); }

std::string sign_webhook(std::string_view secret, std::string_view id, std::chrono::sys_seconds at,
                         std::string_view payload) {
  std::string content(id);
  content += '.' + std::to_string(at.time_since_epoch().count()) + '.';
  content += payload;
  return "v1," + encode_base64(hmac_sha256(key_of(secret), content));
}

}  // namespace certreg::crypto
