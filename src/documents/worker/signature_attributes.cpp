// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/signature_attributes.h"

#include <openssl/objects.h>

#include "documents/worker/der.h"
#include "documents/worker/signature_algorithms.h"

namespace certreg::worker {
namespace {

constexpr const char* kRevocationArchive = "1.2.840.113583.1.1.8";

using ObjectPtr = Owned<ASN1_OBJECT, ASN1_OBJECT_free>;

// The only value of an attribute, as DER; empty when there are none or several.
std::string_view value_of(X509_ATTRIBUTE* attribute) {
  if (attribute == nullptr || X509_ATTRIBUTE_count(attribute) != 1) return {};
  const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(attribute, 0);
  if (value == nullptr || value->type != V_ASN1_SEQUENCE) return {};
  return bytes_of(value->value.sequence);
}

std::string_view signed_value(CMS_SignerInfo* signer, int nid) {
  const int at = CMS_signed_get_attr_by_NID(signer, nid, -1);
  return at < 0 ? std::string_view() : value_of(CMS_signed_get_attr(signer, at));
}

std::vector<DerElement> inside(std::string_view der) {
  const auto element = first_element(der);
  return element ? elements_of(element->content) : std::vector<DerElement>();
}

// SigningCertificate(V2) ::= SEQUENCE { certs SEQUENCE OF ESSCertID(v2), ... }: the first one's members.
std::vector<DerElement> first_certificate_id(std::string_view der) {
  const auto members = inside(der);
  const auto ids = members.empty() ? std::vector<DerElement>() : elements_of(members.front().content);
  return ids.empty() ? std::vector<DerElement>() : elements_of(ids.front().content);
}

int digest_of_id(const std::vector<DerElement>& id, int without_one) {
  if (id.empty() || id.front().tag != V_ASN1_SEQUENCE) return without_one;
  Owned<X509_ALGOR, X509_ALGOR_free> algorithm(read_der(id.front().whole, d2i_X509_ALGOR));
  return algorithm ? nid_of(algorithm.get()) : NID_undef;
}

bool is_id_of(const std::vector<DerElement>& id, int digest, const std::string& certificate) {
  for (const auto& member : id)
    if (member.tag == V_ASN1_OCTET_STRING)
      return !member.content.empty() && member.content == digest_of(certificate, digest);
  return false;
}

}  // namespace

std::optional<Instant> signing_time(CMS_SignerInfo* signer) {
  const int at = CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
  X509_ATTRIBUTE* attribute = at < 0 ? nullptr : CMS_signed_get_attr(signer, at);
  const ASN1_TYPE* value = attribute == nullptr ? nullptr : X509_ATTRIBUTE_get0_type(attribute, 0);
  if (value == nullptr || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME))
    return std::nullopt;
  return instant_of(value->value.asn1_string);
}

SignedCertificate named_certificate(CMS_SignerInfo* signer, X509* certificate) {
  const auto der = written_der(certificate, i2d_X509);
  const auto second = signed_value(signer, NID_id_smime_aa_signingCertificateV2);
  const auto first = signed_value(signer, NID_id_smime_aa_signingCertificate);
  if (second.empty() && first.empty()) return SignedCertificate::Absent;
  const auto id = first_certificate_id(second.empty() ? first : second);
  const int digest = second.empty() ? NID_sha1 : digest_of_id(id, NID_sha256);
  return is_id_of(id, digest, der) ? SignedCertificate::Named : SignedCertificate::AnotherOne;
}

std::string signature_timestamp(CMS_SignerInfo* signer) {
  const int at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
  return at < 0 ? std::string() : std::string(value_of(CMS_unsigned_get_attr(signer, at)));
}

void add_archived_revocation(CMS_SignerInfo* signer, Evidence& evidence) {
  ObjectPtr type(OBJ_txt2obj(kRevocationArchive, 1));
  const int at = CMS_signed_get_attr_by_OBJ(signer, type.get(), -1);
  if (at < 0) return;
  for (const auto& list : inside(value_of(CMS_signed_get_attr(signer, at)))) {
    for (const auto& item : inside(list.content)) {
      if (list.tag == 0) evidence.add_revocation_list(item.whole);
      if (list.tag == 1) evidence.add_revocation_answer(item.whole);
    }
  }
}

}  // namespace certreg::worker
