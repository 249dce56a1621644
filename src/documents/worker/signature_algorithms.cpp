// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/signature_algorithms.h"

#include <fmt/format.h>
#include <openssl/objects.h>

#include <array>

namespace certreg::worker {
namespace {

struct Digest {
  int nid;
  const char* name;
  bool is_weak;
};

constexpr std::array kDigests{Digest{NID_md5, "MD5", true},
                              Digest{NID_sha1, "SHA-1", true},
                              Digest{NID_ripemd160, "RIPEMD-160", true},
                              Digest{NID_sha224, "SHA-224", false},
                              Digest{NID_sha256, "SHA-256", false},
                              Digest{NID_sha384, "SHA-384", false},
                              Digest{NID_sha512, "SHA-512", false},
                              Digest{NID_sha3_256, "SHA3-256", false},
                              Digest{NID_sha3_384, "SHA3-384", false},
                              Digest{NID_sha3_512, "SHA3-512", false}};

constexpr int kLeastBits = 112;

const Digest* known_digest(int nid) {
  for (const auto& digest : kDigests)
    if (digest.nid == nid) return &digest;
  return nullptr;
}

std::string curve_of(EVP_PKEY* key) {
  std::array<char, 80> name{};
  std::size_t length = 0;
  if (EVP_PKEY_get_group_name(key, name.data(), name.size(), &length) != 1) return {};
  const char* nist = EC_curve_nid2nist(OBJ_txt2nid(name.data()));
  return nist != nullptr ? nist : name.data();
}

}  // namespace

std::string digest_name(int nid) {
  if (const auto* digest = known_digest(nid)) return digest->name;
  const char* name = nid == NID_undef ? nullptr : OBJ_nid2sn(nid);
  return name != nullptr ? name : "unknown";
}

bool is_weak_digest(int nid) {
  const auto* digest = known_digest(nid);
  return digest == nullptr || digest->is_weak;
}

std::string key_name(EVP_PKEY* key) {
  if (key == nullptr) return "unknown";
  switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
    case EVP_PKEY_RSA_PSS:
      return fmt::format("RSA {}", EVP_PKEY_get_bits(key));
    case EVP_PKEY_DSA:
      return fmt::format("DSA {}", EVP_PKEY_get_bits(key));
    case EVP_PKEY_EC:
      return "EC " + curve_of(key);
    default:
      return OBJ_nid2sn(EVP_PKEY_get_base_id(key));
  }
}

bool is_weak_key(EVP_PKEY* key) {
  return key == nullptr || EVP_PKEY_get_base_id(key) == EVP_PKEY_DSA ||
         EVP_PKEY_get_security_bits(key) < kLeastBits;
}

int nid_of(const X509_ALGOR* algorithm) {
  const ASN1_OBJECT* object = nullptr;
  X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
  return OBJ_obj2nid(object);
}

std::string digest_of(std::string_view bytes, int nid) {
  const EVP_MD* method = known_digest(nid) != nullptr ? EVP_get_digestbynid(nid) : nullptr;
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (method == nullptr ||
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, method, nullptr) != 1)
    return {};
  return {reinterpret_cast<const char*>(digest.data()), length};
}

}  // namespace certreg::worker
