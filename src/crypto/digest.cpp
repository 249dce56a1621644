#include "certreg/crypto/digest.h"

#include <openssl/evp.h>

#include <array>
#include <utility>

#include "certreg/domain/error.h"

namespace certreg::crypto {
namespace {

void require(int result) {
  if (result != 1) throw Error(ErrorKind::Unavailable, "SHA-256 is not available");
}

std::string to_hex(const unsigned char* bytes, std::size_t count) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * count);
  for (std::size_t i = 0; i < count; ++i) {
    text += kDigits[bytes[i] >> 4];
    text += kDigits[bytes[i] & 15];
  }
  return text;
}

}  // namespace

struct Sha256::Context {
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> evp{EVP_MD_CTX_new()};

  void start() { require(evp && EVP_DigestInit_ex2(evp.get(), algorithm(), nullptr) == 1 ? 1 : 0); }

  // Looked up once: OpenSSL 3 would take a lock for it at each start otherwise.
  static const EVP_MD* algorithm() {
    static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
  }
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { context_->start(); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
  require(EVP_DigestUpdate(context_->evp.get(), bytes.data(), bytes.size()));
}

DocumentId Sha256::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned size = 0;
  require(EVP_DigestFinal_ex(context_->evp.get(), digest.data(), &size));
  context_->start();
  return {to_hex(digest.data(), size)};
}

DocumentId sha256(std::string_view bytes) {
  thread_local Sha256 digest;
  try {
    digest.update(bytes);
    return digest.finish();
  } catch (...) {
    digest = Sha256();
    throw;
  }
}

std::string sha256_bytes(std::string_view bytes) {
  std::string digest(32, '\0');
  unsigned size = 0;
  require(EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), &size,
                     EVP_sha256(), nullptr));
  return digest;
}

}  // namespace certreg::crypto
