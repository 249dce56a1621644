#include "documents/signing_keys.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <stdexcept>

namespace certreg::sample {
namespace {

long next_serial() {
  static long serial = 1000;
  return ++serial;
}

std::time_t seconds(const std::string& time) {
  return std::chrono::floor<std::chrono::seconds>(instant(time)).time_since_epoch().count();
}

using TimePtr = std::unique_ptr<ASN1_TIME, decltype(&ASN1_STRING_free)>;
TimePtr generalized(const std::string& time) {
  return {ASN1_GENERALIZEDTIME_set(nullptr, seconds(time)), &ASN1_STRING_free};
}

SharedKey new_key(const std::string& kind) {
  EVP_PKEY* key = kind == "P-256"      ? EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")
                  : kind == "RSA 1024" ? EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{1024})
                                       : EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{2048});
  if (key == nullptr) throw std::runtime_error("no key was made");
  return {key, EVP_PKEY_free};
}

void add_extension(X509* certificate, X509V3_CTX& context, int nid, const std::string& value) {
  if (value.empty()) return;
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
  if (extension == nullptr) throw std::runtime_error("the extension is not understood: " + value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

void name_subject(X509* certificate, const std::string& name) {
  X509_NAME* subject = X509_get_subject_name(certificate);
  const auto add = [&](const char* field, const std::string& value) {
    X509_NAME_add_entry_by_txt(subject, field, MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(value.c_str()), -1, -1, 0);
  };
  add("O", name + " Organisation");
  add("organizationIdentifier", "VATXX-123");
  add("CN", name);
}

}  // namespace

Instant instant(const std::string& text) { return parse_instant(text).value(); }

Identity issue(const Wanted& wanted, const Identity* issuer) {
  Identity made{new_key(wanted.key), {X509_new(), X509_free}};
  X509* certificate = made.certificate.get();
  X509* parent = issuer == nullptr ? certificate : issuer->certificate.get();
  X509_set_version(certificate, X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), next_serial());
  ASN1_TIME_set(X509_getm_notBefore(certificate), seconds(wanted.from));
  ASN1_TIME_set(X509_getm_notAfter(certificate), seconds(wanted.until));
  name_subject(certificate, wanted.name);
  X509_set_issuer_name(certificate, X509_get_subject_name(parent));
  X509_set_pubkey(certificate, made.key.get());
  X509V3_CTX context;
  X509V3_set_ctx(&context, parent, certificate, nullptr, nullptr, 0);
  add_extension(certificate, context, NID_basic_constraints, wanted.is_authority ? "critical,CA:TRUE" : "");
  add_extension(certificate, context, NID_key_usage,
                wanted.is_authority ? "critical,keyCertSign,cRLSign" : wanted.key_usage);
  add_extension(certificate, context, NID_ext_key_usage, wanted.extended_usage);
  add_extension(certificate, context, NID_subject_alt_name, wanted.other_names);
  add_extension(certificate, context, NID_subject_key_identifier, "hash");
  X509_sign(certificate, issuer == nullptr ? made.key.get() : issuer->key.get(),
            EVP_get_digestbyname(wanted.digest.c_str()));
  return made;
}

Identity authority(const std::string& name, const Identity* issuer) {
  return issue(
      {.name = name, .from = "2024-01-01T00:00:00Z", .until = "2034-01-01T00:00:00Z", .is_authority = true},
      issuer);
}

Identity signer(const std::string& name, const Identity& issuer) { return issue({.name = name}, &issuer); }

Identity timestamp_authority(const std::string& name, const Identity& issuer) {
  return issue(
      {.name = name, .key_usage = "critical,digitalSignature", .extended_usage = "critical,timeStamping"},
      &issuer);
}

std::string der_of(const X509* certificate) {
  unsigned char* bytes = nullptr;
  const int length = i2d_X509(certificate, &bytes);
  std::string der(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(length));
  OPENSSL_free(bytes);
  return der;
}

std::string pem_of(const Identity& identity) {
  std::unique_ptr<BIO, decltype(&BIO_free_all)> to(BIO_new(BIO_s_mem()), &BIO_free_all);
  PEM_write_bio_X509(to.get(), identity.certificate.get());
  char* text = nullptr;
  const long length = BIO_get_mem_data(to.get(), &text);
  return {text, static_cast<std::size_t>(length)};
}

std::shared_ptr<X509_CRL> revocation_list(const Identity& issuer, const std::string& from,
                                          const std::string& until, const std::vector<Revoked>& revoked) {
  std::shared_ptr<X509_CRL> list(X509_CRL_new(), X509_CRL_free);
  X509_CRL_set_version(list.get(), X509_CRL_VERSION_2);
  X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.certificate.get()));
  X509_CRL_set1_lastUpdate(list.get(), generalized(from).get());
  X509_CRL_set1_nextUpdate(list.get(), generalized(until).get());
  for (const auto& [identity, at] : revoked) {
    X509_REVOKED* entry = X509_REVOKED_new();
    X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(identity->certificate.get()));
    X509_REVOKED_set_revocationDate(entry, generalized(at).get());
    X509_CRL_add0_revoked(list.get(), entry);
  }
  X509_CRL_sort(list.get());
  X509_CRL_sign(list.get(), issuer.key.get(), EVP_sha256());
  return list;
}

std::string revocation_answer(const Identity& issuer, const Identity& about, const std::string& from,
                              const std::string& until, const std::string& revoked_at) {
  std::unique_ptr<OCSP_BASICRESP, decltype(&OCSP_BASICRESP_free)> basic(OCSP_BASICRESP_new(),
                                                                        &OCSP_BASICRESP_free);
  std::unique_ptr<OCSP_CERTID, decltype(&OCSP_CERTID_free)> id(
      OCSP_cert_to_id(EVP_sha1(), about.certificate.get(), issuer.certificate.get()), &OCSP_CERTID_free);
  const auto revoked = revoked_at.empty() ? nullptr : generalized(revoked_at).release();
  OCSP_basic_add1_status(
      basic.get(), id.get(), revoked == nullptr ? V_OCSP_CERTSTATUS_GOOD : V_OCSP_CERTSTATUS_REVOKED,
      OCSP_REVOKED_STATUS_NOSTATUS, revoked, generalized(from).get(), generalized(until).get());
  ASN1_STRING_free(revoked);
  OCSP_basic_sign(basic.get(), issuer.certificate.get(), issuer.key.get(), EVP_sha256(), nullptr,
                  OCSP_NOCERTS);
  std::unique_ptr<OCSP_RESPONSE, decltype(&OCSP_RESPONSE_free)> response(
      OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic.get()), &OCSP_RESPONSE_free);
  unsigned char* bytes = nullptr;
  const int length = i2d_OCSP_RESPONSE(response.get(), &bytes);
  std::string der(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(length));
  OPENSSL_free(bytes);
  return der;
}

}  // namespace certreg::sample
