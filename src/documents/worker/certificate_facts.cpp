// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/certificate_facts.h"

#include <openssl/bn.h>
#include <openssl/objects.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "documents/worker/der.h"
#include "documents/worker/signature_algorithms.h"

namespace certreg::worker {
namespace {

constexpr std::array<std::string_view, 5> kForDocuments{
    "1.3.6.1.5.5.7.3.36",      // id-kp-documentSigning
    "1.3.6.1.5.5.7.3.4",       // emailProtection, which authorities gave to people who sign
    "2.5.29.37.0",             // any
    "1.2.840.113583.1.1.5",    // Adobe: authentic documents
    "1.3.6.1.4.1.311.10.3.12"  // Microsoft: document signing
};

using UsagesPtr = Owned<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>;

std::string printed_oid(const ASN1_OBJECT* object) {
  std::array<char, 128> text{};
  OBJ_obj2txt(text.data(), text.size(), object, 1);
  return text.data();
}

bool is_for_documents(X509* certificate) {
  if (X509_get_ext_by_NID(certificate, NID_ext_key_usage, -1) < 0) return true;
  UsagesPtr usages(
      static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
  for (int i = 0; usages && i < sk_ASN1_OBJECT_num(usages.get()); ++i)
    if (std::ranges::find(kForDocuments, printed_oid(sk_ASN1_OBJECT_value(usages.get(), i))) !=
        kForDocuments.end())
      return true;
  return false;
}

bool may_sign(X509* certificate) {
  return (X509_get_key_usage(certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

std::string part_of_name(const X509_NAME* name, int nid) {
  const int at = X509_NAME_get_index_by_NID(name, nid, -1);
  if (at < 0) return {};
  unsigned char* text = nullptr;
  const int length = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
  std::string part;
  if (length > 0) part.assign(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
  OPENSSL_free(text);
  return part;
}

std::string whole_name(const X509_NAME* name) {
  BioPtr to(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(to.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
  char* data = nullptr;
  const long length = BIO_get_mem_data(to.get(), &data);
  return length > 0 ? std::string(data, static_cast<std::size_t>(length)) : std::string();
}

std::string serial_of(X509* certificate) { return hex_of(bytes_of(X509_get0_serialNumber(certificate))); }

}  // namespace

documents::SignerCertificate facts_of(X509* certificate) {
  const X509_NAME* subject = X509_get_subject_name(certificate);
  documents::SignerCertificate facts;
  facts.common_name = part_of_name(subject, NID_commonName);
  facts.organization = part_of_name(subject, NID_organizationName);
  facts.organization_identifier = part_of_name(subject, NID_organizationIdentifier);
  facts.issuer = whole_name(X509_get_issuer_name(certificate));
  facts.serial = serial_of(certificate);
  facts.sha256 = hex_of(digest_of(written_der(certificate, i2d_X509), NID_sha256));
  facts.not_before = instant_of(X509_get0_notBefore(certificate)).value_or(Instant{});
  facts.not_after = instant_of(X509_get0_notAfter(certificate)).value_or(Instant{});
  return facts;
}

std::string name_for_people(X509* certificate) {
  const X509_NAME* subject = X509_get_subject_name(certificate);
  for (const int nid : {NID_commonName, NID_organizationName})
    if (auto part = part_of_name(subject, nid); !part.empty()) return part;
  return whole_name(subject);
}

bool all_sign_documents(const std::vector<CertificatePtr>& chain) {
  if (chain.empty() || !may_sign(chain.front().get())) return false;
  const auto last = chain.size() > 1 ? chain.end() - 1 : chain.end();
  return std::all_of(chain.begin(), last,
                     [](const auto& certificate) { return is_for_documents(certificate.get()); });
}

}  // namespace certreg::worker
