#include "documents/signing.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/ts.h>

#include <array>
#include <stdexcept>

namespace certreg::sample {
namespace {

using BioPtr = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
using CmsPtr = std::unique_ptr<CMS_ContentInfo, decltype(&CMS_ContentInfo_free)>;

BioPtr reading(std::string_view bytes) {
  return {BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())), &BIO_free_all};
}

template <typename Object>
std::string der(const Object* object, int (*write)(const Object*, unsigned char**)) {
  unsigned char* bytes = nullptr;
  const int length = write(object, &bytes);
  if (length <= 0) throw std::runtime_error("nothing was written");
  std::string text(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(length));
  OPENSSL_free(bytes);
  return text;
}

std::string digest(std::string_view bytes, const EVP_MD* method) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned length = 0;
  EVP_Digest(bytes.data(), bytes.size(), out.data(), &length, method, nullptr);
  return {reinterpret_cast<char*>(out.data()), length};
}

std::time_t seconds(const std::string& time) {
  return std::chrono::floor<std::chrono::seconds>(instant(time)).time_since_epoch().count();
}

std::string request_for(std::string_view bytes, const EVP_MD* method) {
  const auto hash = digest(bytes, method);
  std::unique_ptr<TS_REQ, decltype(&TS_REQ_free)> request(TS_REQ_new(), &TS_REQ_free);
  std::unique_ptr<TS_MSG_IMPRINT, decltype(&TS_MSG_IMPRINT_free)> imprint(TS_MSG_IMPRINT_new(),
                                                                          &TS_MSG_IMPRINT_free);
  std::unique_ptr<X509_ALGOR, decltype(&X509_ALGOR_free)> algorithm(X509_ALGOR_new(), &X509_ALGOR_free);
  X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(EVP_MD_get_type(method)), V_ASN1_NULL, nullptr);
  TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
  TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char*>(const_cast<char*>(hash.data())),
                         static_cast<int>(hash.size()));
  TS_REQ_set_version(request.get(), 1);
  TS_REQ_set_msg_imprint(request.get(), imprint.get());
  TS_REQ_set_cert_req(request.get(), 1);
  return der(request.get(), i2d_TS_REQ);
}

ASN1_INTEGER* token_serial(TS_RESP_CTX* /*context*/, void* /*data*/) {
  static long serial = 0;
  ASN1_INTEGER* number = ASN1_INTEGER_new();
  ASN1_INTEGER_set(number, ++serial);
  return number;
}

int token_time(TS_RESP_CTX* /*context*/, void* at, long* sec, long* usec) {
  *sec = *static_cast<long*>(at);
  *usec = 0;
  return 1;
}

std::string token(const Identity& authority, std::string_view bytes, const std::string& at,
                  const EVP_MD* method) {
  long time = seconds(at);
  std::unique_ptr<TS_RESP_CTX, decltype(&TS_RESP_CTX_free)> context(TS_RESP_CTX_new(), &TS_RESP_CTX_free);
  TS_RESP_CTX_set_signer_cert(context.get(), authority.certificate.get());
  TS_RESP_CTX_set_signer_key(context.get(), authority.key.get());
  TS_RESP_CTX_set_signer_digest(context.get(), EVP_sha256());
  TS_RESP_CTX_set_ess_cert_id_digest(context.get(), EVP_sha256());
  TS_RESP_CTX_add_md(context.get(), method);
  ASN1_OBJECT* policy = OBJ_txt2obj("1.2.3.4.1", 1);
  TS_RESP_CTX_set_def_policy(context.get(), policy);
  ASN1_OBJECT_free(policy);
  TS_RESP_CTX_set_serial_cb(context.get(), token_serial, nullptr);
  TS_RESP_CTX_set_time_cb(context.get(), token_time, &time);
  const auto request = request_for(bytes, method);
  const auto from = reading(request);
  std::unique_ptr<TS_RESP, decltype(&TS_RESP_free)> response(
      TS_RESP_create_response(context.get(), from.get()), &TS_RESP_free);
  PKCS7* made = response ? TS_RESP_get_token(response.get()) : nullptr;
  if (made == nullptr) throw std::runtime_error("no timestamp was made");
  return der(made, i2d_PKCS7);
}

void set_claimed_time(CMS_SignerInfo* info, const std::string& claimed) {
  std::unique_ptr<ASN1_TIME, decltype(&ASN1_STRING_free)> time(ASN1_TIME_set(nullptr, seconds(claimed)),
                                                               &ASN1_STRING_free);
  CMS_signed_add1_attr_by_NID(info, NID_pkcs9_signingTime, time->type, time.get(), -1);
}

// CMS_CADES would name the signer's own certificate.
void name_certificate(CMS_SignerInfo* info, const Identity& named) {
  ESS_SIGNING_CERT_V2* id =
      OSSL_ESS_signing_cert_v2_new_init(EVP_sha256(), named.certificate.get(), nullptr, 0);
  const auto value = der(id, i2d_ESS_SIGNING_CERT_V2);
  ESS_SIGNING_CERT_V2_free(id);
  CMS_signed_add1_attr_by_NID(info, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE, value.data(),
                              static_cast<int>(value.size()));
}

void stamp(CMS_SignerInfo* info, const Style& style) {
  const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(info);
  const std::string own(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                        static_cast<std::size_t>(ASN1_STRING_length(value)));
  const auto made = token(*style.stamped_by, style.stamped_bytes.empty() ? own : style.stamped_bytes,
                          style.stamped_at, EVP_sha256());
  CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, made.data(),
                                static_cast<int>(made.size()));
}

std::string signed_data(const Identity& signer, const Style& style, std::string_view content, unsigned form) {
  const unsigned flags = CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | form;
  CmsPtr made(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags), &CMS_ContentInfo_free);
  const bool own = style.names_its_certificate && style.names == nullptr;
  CMS_SignerInfo* info = CMS_add1_signer(
      made.get(), signer.certificate.get(), signer.key.get(), EVP_get_digestbyname(style.digest.c_str()),
      flags | (own ? CMS_CADES : 0U) |
          (style.carries_its_certificate ? 0U : static_cast<unsigned>(CMS_NOCERTS)));
  if (info == nullptr) throw std::runtime_error("no signer was added");
  set_claimed_time(info, style.claimed);
  if (style.names != nullptr) name_certificate(info, *style.names);
  for (const auto& other : style.others) CMS_add1_cert(made.get(), other.certificate.get());
  if (style.revocation_list) CMS_add1_crl(made.get(), style.revocation_list.get());
  const auto from = reading(content);
  if (CMS_final(made.get(), from.get(), nullptr, flags) != 1) throw std::runtime_error("nothing was signed");
  if (style.stamped_by != nullptr) stamp(info, style);
  return der(made.get(), i2d_CMS_ContentInfo);
}

}  // namespace

Sign cms(const Identity& signer, const Style& style) {
  return [=](std::string_view covered) { return signed_data(signer, style, covered, CMS_DETACHED); };
}

Sign cms_over_digest(const Identity& signer, const Style& style) {
  return [=](std::string_view covered) { return signed_data(signer, style, digest(covered, EVP_sha1()), 0); };
}

Sign bare(const Identity& signer) {
  return [=](std::string_view covered) {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha1(), nullptr, signer.key.get());
    std::string value(1024, '\0');
    std::size_t length = value.size();
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &length,
                   reinterpret_cast<const unsigned char*>(covered.data()), covered.size());
    std::unique_ptr<ASN1_OCTET_STRING, decltype(&ASN1_OCTET_STRING_free)> text(ASN1_OCTET_STRING_new(),
                                                                               &ASN1_OCTET_STRING_free);
    ASN1_OCTET_STRING_set(text.get(), reinterpret_cast<const unsigned char*>(value.data()),
                          static_cast<int>(length));
    return der(text.get(), i2d_ASN1_OCTET_STRING);
  };
}

Sign timestamp(const Identity& authority, const std::string& at, const std::string& method) {
  return [=](std::string_view covered) {
    return token(authority, covered, at, EVP_get_digestbyname(method.c_str()));
  };
}

}  // namespace certreg::sample
