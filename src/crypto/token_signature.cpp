#include "certreg/crypto/token_signature.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <memory>

#include "certreg/domain/error.h"

namespace certreg::crypto {
namespace {

constexpr std::size_t kCoordinateBytes = 32;
constexpr int kFewestRsaBits = 2048, kMostRsaBits = 8192;
constexpr std::size_t kMostExponentBytes = 8;

template <auto free_it>
struct Free {
  template <class Thing>
  void operator()(Thing* thing) const {
    free_it(thing);
  }
};
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Free<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Free<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG_free>>;

template <class Thing>
Thing there(Thing thing) {
  if (!thing) throw Error(ErrorKind::Unavailable, "Signatures cannot be checked", "OpenSSL gave nothing");
  return thing;
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Number number_of(std::string_view bytes) {
  return there(Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr)));
}

// Null for parameters that make no key.
Key key_of(const char* type, const Builder& builder) {
  const auto parameters = there(Parameters(OSSL_PARAM_BLD_to_param(builder.get())));
  const auto context = there(KeyContext(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr)));
  EVP_PKEY* key = nullptr;
  if (EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
    return nullptr;
  return Key(key);
}

bool verifies(EVP_PKEY* key, std::string_view text, std::string_view signature) {
  const auto context = there(DigestContext(EVP_MD_CTX_new()));
  return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
         EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(text),
                          text.size()) == 1;
}

// From r and s to the form that OpenSSL reads; empty when they are none.
std::string der_of(std::string_view signature) {
  const auto pair = there(EcSignature(ECDSA_SIG_new()));
  auto r = number_of(signature.substr(0, kCoordinateBytes)),
       s = number_of(signature.substr(kCoordinateBytes));
  if (ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return {};
  static_cast<void>(r.release());  // they are the pair's now
  static_cast<void>(s.release());
  unsigned char* der = nullptr;
  const int length = i2d_ECDSA_SIG(pair.get(), &der);
  if (length <= 0) return {};
  std::string text(reinterpret_cast<const char*>(der), static_cast<std::size_t>(length));
  OPENSSL_free(der);
  return text;
}

}  // namespace

bool is_signed_by(const RsaPublicKey& key, std::string_view text, std::string_view signature) {
  if (key.exponent.empty() || key.exponent.size() > kMostExponentBytes || key.modulus.size() > 2048)
    return false;
  const auto modulus = number_of(key.modulus), exponent = number_of(key.exponent);
  if (BN_num_bits(modulus.get()) < kFewestRsaBits || BN_num_bits(modulus.get()) > kMostRsaBits) return false;
  const auto builder = there(Builder(OSSL_PARAM_BLD_new()));
  if (OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1)
    return false;
  const auto made = key_of("RSA", builder);
  return made && verifies(made.get(), text, signature);
}

bool is_signed_by(const EcPublicKey& key, std::string_view text, std::string_view signature) {
  if (key.x.size() != kCoordinateBytes || key.y.size() != kCoordinateBytes ||
      signature.size() != 2 * kCoordinateBytes)
    return false;
  const auto point = "\x04" + key.x + key.y;  // uncompressed (SEC 1, 2.3.3)
  const auto builder = there(Builder(OSSL_PARAM_BLD_new()));
  if (OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1 ||
      OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) !=
          1)
    return false;
  const auto made = key_of("EC", builder);
  const auto der = der_of(signature);
  return made && !der.empty() && verifies(made.get(), text, der);
}

}  // namespace certreg::crypto
