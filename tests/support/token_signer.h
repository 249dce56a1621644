// A key pair of an issuer, and tokens signed with it as issuers sign them.
#pragma once

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "certreg/crypto/base64url.h"

namespace certreg::test {

class TokenSigner {
 public:
  static TokenSigner rsa(std::string id, unsigned bits = 2048) {
    return {std::move(id), "RS256", EVP_RSA_gen(bits)};
  }
  static TokenSigner ec(std::string id) { return {std::move(id), "ES256", EVP_EC_gen("P-256")}; }

  nlohmann::json public_key() const {
    nlohmann::json key{{"kid", id_}, {"use", "sig"}, {"alg", algorithm_}};
    if (algorithm_ == "RS256") {
      key.update(
          {{"kty", "RSA"}, {"n", number(OSSL_PKEY_PARAM_RSA_N)}, {"e", number(OSSL_PKEY_PARAM_RSA_E)}});
    } else {
      key.update({{"kty", "EC"}, {"crv", "P-256"}});
      key.update({{"x", number(OSSL_PKEY_PARAM_EC_PUB_X, 32)}, {"y", number(OSSL_PKEY_PARAM_EC_PUB_Y, 32)}});
    }
    return key;
  }

  nlohmann::json header() const { return {{"alg", algorithm_}, {"kid", id_}, {"typ", "JWT"}}; }
  std::string token(const nlohmann::json& claims) const { return token(header(), claims); }
  // Signed with this key, whatever the header says.
  std::string token(const nlohmann::json& header, const nlohmann::json& claims) const {
    const auto text = crypto::encode_base64url(header.dump()) + "." + crypto::encode_base64url(claims.dump());
    return text + "." + crypto::encode_base64url(signature(text));
  }

 private:
  TokenSigner(std::string id, std::string algorithm, EVP_PKEY* key)
      : id_(std::move(id)), algorithm_(std::move(algorithm)), key_(key, EVP_PKEY_free) {}

  std::string number(const char* name, int width = 0) const {
    BIGNUM* value = nullptr;
    EVP_PKEY_get_bn_param(key_.get(), name, &value);
    std::string bytes(static_cast<std::size_t>(width > 0 ? width : BN_num_bytes(value)), '\0');
    BN_bn2binpad(value, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    BN_free(value);
    return crypto::encode_base64url(bytes);
  }

  std::string signature(const std::string& text) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get());
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    std::size_t size = 0;
    EVP_DigestSign(context.get(), nullptr, &size, bytes, text.size());
    std::string made(size, '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(made.data()), &size, bytes, text.size());
    made.resize(size);
    return algorithm_ == "RS256" ? made : both_numbers(made);
  }

  static std::string both_numbers(const std::string& der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())), ECDSA_SIG_free);
    std::string bytes(64, '\0');
    auto* out = reinterpret_cast<unsigned char*>(bytes.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), out, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), out + 32, 32);
    return bytes;
  }

  std::string id_, algorithm_;
  std::shared_ptr<EVP_PKEY> key_;
};

}  // namespace certreg::test
