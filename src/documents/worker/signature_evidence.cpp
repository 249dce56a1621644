// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/signature_evidence.h"

#include "documents/worker/der.h"

namespace certreg::worker {

void Evidence::add_certificate(std::string_view der) {
  if (CertificatePtr read{read_der(der, d2i_X509)}) certificates.push_back(std::move(read));
}

void Evidence::add_revocation_list(std::string_view der) {
  if (RevocationListPtr read{read_der(der, d2i_X509_CRL)}) revocation_lists.push_back(std::move(read));
}

void Evidence::add_revocation_answer(std::string_view der) {
  if (OcspResponsePtr read{read_der(der, d2i_OCSP_RESPONSE)}) revocation_answers.push_back(std::move(read));
}

void Evidence::add(const Evidence& other) {
  for (const auto& certificate : other.certificates) {
    X509_up_ref(certificate.get());
    certificates.emplace_back(certificate.get());
  }
  for (const auto& list : other.revocation_lists) {
    X509_CRL_up_ref(list.get());
    revocation_lists.emplace_back(list.get());
  }
  // OpenSSL counts no references to these.
  for (const auto& answer : other.revocation_answers)
    add_revocation_answer(written_der(answer.get(), i2d_OCSP_RESPONSE));
}

BorrowedCertificatesPtr Evidence::borrowed_certificates() const {
  BorrowedCertificatesPtr all(sk_X509_new_null());
  for (const auto& certificate : certificates)
    if (all) sk_X509_push(all.get(), certificate.get());
  return all;
}

}  // namespace certreg::worker
