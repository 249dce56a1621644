// SPDX-License-Identifier: GPL-2.0-or-later
// OpenSSL's objects, freed by themselves.
#pragma once

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <memory>

namespace certreg::worker {

template <auto Free>
struct FreedBy {
  template <typename Object>
  void operator()(Object* object) const {
    Free(object);
  }
};

template <typename Object, auto Free>
using Owned = std::unique_ptr<Object, FreedBy<Free>>;

inline void free_certificates(STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); }
inline void free_borrowed_certificates(STACK_OF(X509) * all) { sk_X509_free(all); }
inline void free_revocation_lists(STACK_OF(X509_CRL) * all) { sk_X509_CRL_pop_free(all, X509_CRL_free); }

using BioPtr = Owned<BIO, BIO_free_all>;
using CmsPtr = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using KeyPtr = Owned<EVP_PKEY, EVP_PKEY_free>;
using DigestContextPtr = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using CertificatePtr = Owned<X509, X509_free>;
using CertificatesPtr = Owned<STACK_OF(X509), free_certificates>;
using BorrowedCertificatesPtr = Owned<STACK_OF(X509), free_borrowed_certificates>;
using StorePtr = Owned<X509_STORE, X509_STORE_free>;
using StoreContextPtr = Owned<X509_STORE_CTX, X509_STORE_CTX_free>;
using RevocationListPtr = Owned<X509_CRL, X509_CRL_free>;
using RevocationListsPtr = Owned<STACK_OF(X509_CRL), free_revocation_lists>;
using OcspResponsePtr = Owned<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using OcspBasicPtr = Owned<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using OcspIdPtr = Owned<OCSP_CERTID, OCSP_CERTID_free>;
using TokenInfoPtr = Owned<TS_TST_INFO, TS_TST_INFO_free>;

}  // namespace certreg::worker
