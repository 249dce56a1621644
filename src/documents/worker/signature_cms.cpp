// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/signature_cms.h"

#include <openssl/cmserr.h>
#include <openssl/err.h>
#include <openssl/objects.h>

#include "documents/worker/der.h"
#include "documents/worker/signature_algorithms.h"
#include "documents/worker/signature_attributes.h"

namespace certreg::worker {
namespace {

using documents::Integrity;
using IntegrityAnswer = documents::Answer<Integrity>;

std::string written_to(BIO* memory) {
  char* data = nullptr;
  const long length = BIO_get_mem_data(memory, &data);
  return length > 0 ? std::string(data, static_cast<std::size_t>(length)) : std::string();
}

// Of the errors that OpenSSL left behind: one that says that it cannot do this, rather than that it is wrong.
bool was_unsupported() {
  bool found = false;
  while (const auto error = ERR_get_error())
    found = found || ERR_GET_REASON(error) == ERR_R_UNSUPPORTED ||
            (ERR_GET_LIB(error) == ERR_LIB_CMS && (ERR_GET_REASON(error) == CMS_R_UNKNOWN_DIGEST_ALGORITHM ||
                                                   ERR_GET_REASON(error) == CMS_R_UNSUPPORTED_TYPE));
  return found;
}

// The covered bytes behind a filter that does nothing: of a bare memory BIO CMS_verify() of OpenSSL 3.0 makes
// a copy, which it loses when the signature's digest is unknown.
BioPtr source_of(std::string_view bytes) {
  BioPtr filter(BIO_new(BIO_f_null()));
  BioPtr memory(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
  if (!filter || !memory) return nullptr;
  BIO_push(filter.get(), memory.release());
  return filter;
}

// Nothing when signature and content agree; what was signed, when that stands inside, goes to `content`.
std::optional<IntegrityAnswer> verify(CMS_ContentInfo* cms, CmsForm form, std::string_view covered,
                                      std::string& content) {
  BioPtr from(form == CmsForm::Detached ? source_of(covered) : nullptr);
  BioPtr to(BIO_new(BIO_s_mem()));
  ERR_clear_error();
  const int verified =
      CMS_verify(cms, nullptr, nullptr, from.get(), form == CmsForm::Detached ? nullptr : to.get(),
                 CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY);
  content = written_to(to.get());
  if (verified == 1) return std::nullopt;
  if (was_unsupported())
    return IntegrityAnswer{Integrity::Unknown,
                           "not known whether it is intact: its algorithms are not supported"};
  return IntegrityAnswer{Integrity::Altered,
                         "not intact: the signature does not belong to these bytes; one of them was changed"};
}

class CmsReader {
 public:
  CmsReader(CmsForm form, std::string_view covered, const Evidence& beside)
      : form_(form), covered_(covered), beside_(beside.borrowed_certificates()) {}

  CmsCheck read(std::string_view der) {
    std::size_t rest = 0;
    CmsPtr cms(read_der(der, d2i_CMS_ContentInfo, &rest));
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
      return malformed("the signature is no CMS of signed data");
    if (der.substr(der.size() - rest).find_first_not_of('\0') != std::string_view::npos)
      check_.weaknesses.emplace_back("bytes that are no padding follow the signature");
    const auto* signers = CMS_get0_SignerInfos(cms.get());
    if (sk_CMS_SignerInfo_num(signers) != 1)
      return malformed("the signature does not have exactly one signer");
    if ((CMS_is_detached(cms.get()) == 1) != (form_ == CmsForm::Detached))
      return malformed("the signature's content is not where its form puts it");
    read_evidence(cms.get());
    if (CMS_set1_signers_certs(cms.get(), beside_.get(), 0) != 1) return without_signer();
    read_signer(sk_CMS_SignerInfo_value(signers, 0));
    judge(cms.get());
    return std::move(check_);
  }

 private:
  CmsCheck malformed(const char* why) {
    check_.integrity = {Integrity::Malformed, std::string("not well formed: ") + why};
    return std::move(check_);
  }

  CmsCheck without_signer() {
    check_.integrity = {Integrity::Unknown,
                        "not known whether it is intact: the signer's certificate is not in the document"};
    return std::move(check_);
  }

  void read_evidence(CMS_ContentInfo* cms) {
    CertificatesPtr certificates(CMS_get1_certs(cms));
    for (int i = 0; i < sk_X509_num(certificates.get()); ++i) {
      X509* certificate = sk_X509_value(certificates.get(), i);
      X509_up_ref(certificate);
      check_.evidence.certificates.emplace_back(certificate);
    }
    RevocationListsPtr lists(CMS_get1_crls(cms));
    for (int i = 0; i < sk_X509_CRL_num(lists.get()); ++i) {
      X509_CRL* list = sk_X509_CRL_value(lists.get(), i);
      X509_CRL_up_ref(list);
      check_.evidence.revocation_lists.emplace_back(list);
    }
  }

  void read_signer(CMS_SignerInfo* signer) {
    X509* certificate = nullptr;
    EVP_PKEY* key = nullptr;
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(signer, &key, &certificate, &digest, nullptr);
    X509_up_ref(certificate);
    check_.signer.reset(certificate);
    check_.key = key_name(key);
    digest_ = nid_of(digest);
    check_.digest = digest_name(digest_);
    check_.claimed_time = signing_time(signer);
    check_.timestamp = signature_timestamp(signer);
    check_.signature_value = bytes_of(CMS_SignerInfo_get0_signature(signer));
    add_archived_revocation(signer, check_.evidence);
    note_weaknesses(signer, certificate, key);
  }

  void note_weaknesses(CMS_SignerInfo* signer, X509* certificate, EVP_PKEY* key) {
    if (is_weak_key(key)) check_.weaknesses.push_back("the key " + check_.key + " is too weak");
    if (CMS_signed_get_attr_count(signer) < 0)
      check_.weaknesses.emplace_back("nothing but the bytes is signed");
    switch (named_certificate(signer, certificate)) {
      case SignedCertificate::Named:
        break;
      case SignedCertificate::Absent:
        check_.weaknesses.emplace_back("the signing-certificate attribute is absent");
        break;
      case SignedCertificate::AnotherOne:
        names_another_ = true;
        break;
    }
  }

  void judge(CMS_ContentInfo* cms) {
    std::string content;
    if (auto problem = verify(cms, form_, covered_, content)) {
      check_.integrity = std::move(*problem);
    } else if (names_another_) {
      check_.integrity = {
          Integrity::Altered,
          "not intact: the signature names another certificate than the one it was put beside"};
    } else if (form_ == CmsForm::DigestInside) {
      judge_digest(content, NID_sha1);
    } else if (form_ == CmsForm::TimestampToken) {
      judge_token(cms, content);
    } else {
      say_intact(is_weak_digest(digest_));
    }
  }

  void judge_token(CMS_ContentInfo* cms, const std::string& content) {
    TokenInfoPtr info(read_der(content, d2i_TS_TST_INFO));
    if (OBJ_obj2nid(CMS_get0_eContentType(cms)) != NID_id_smime_ct_TSTInfo || !info) {
      check_.integrity = {Integrity::Malformed, "not well formed: the timestamp holds no time"};
      return;
    }
    check_.token_time = instant_of(TS_TST_INFO_get_time(info.get()));
    TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info.get());
    const int nid = nid_of(TS_MSG_IMPRINT_get_algo(imprint));
    if (is_weak_digest(nid)) check_.weaknesses.push_back("the timestamp is over " + digest_name(nid));
    judge_digest(std::string(bytes_of(TS_MSG_IMPRINT_get_msg(imprint))), nid);
  }

  void judge_digest(const std::string& inside, int nid) {
    const auto digest = digest_of(covered_, nid);
    if (digest.empty())
      check_.integrity = {Integrity::Unknown, "not known whether it is intact: its digest is not supported"};
    else if (digest != inside)
      check_.integrity = {Integrity::Altered, "not intact: what it covers was changed after it was signed"};
    else
      say_intact(is_weak_digest(nid) || is_weak_digest(digest_));
  }

  void say_intact(bool is_weak) {
    if (is_weak_digest(digest_))
      check_.weaknesses.push_back("the digest " + check_.digest + " can be forged");
    check_.integrity =
        is_weak ? IntegrityAnswer{Integrity::IntactByWeakDigest,
                                  "the bytes that it covers agree, by a digest that can be forged"}
                : IntegrityAnswer{Integrity::Intact, "intact: the bytes that it covers are as signed"};
  }

  CmsForm form_;
  std::string_view covered_;
  BorrowedCertificatesPtr beside_;
  int digest_ = NID_undef;
  bool names_another_ = false;
  CmsCheck check_;
};

// The digest is not told beside a bare signature: it stands inside.
int digest_that_verifies(EVP_PKEY* key, std::string_view signature, std::string_view covered) {
  for (const int nid : {NID_sha1, NID_sha256, NID_sha384, NID_sha512, NID_ripemd160}) {
    DigestContextPtr context(EVP_MD_CTX_new());
    if (EVP_DigestVerifyInit(context.get(), nullptr, EVP_get_digestbynid(nid), nullptr, key) != 1) continue;
    if (EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()),
                         signature.size(), reinterpret_cast<const unsigned char*>(covered.data()),
                         covered.size()) == 1)
      return nid;
  }
  return NID_undef;
}

}  // namespace

CmsCheck check_cms(std::string_view der, CmsForm form, std::string_view covered, const Evidence& beside) {
  return CmsReader(form, covered, beside).read(der);
}

CmsCheck check_bare_signature(std::string_view der, std::string_view certificate, std::string_view covered) {
  CmsCheck check;
  check.evidence.add_certificate(certificate);
  const auto signature = first_element(der);
  if (check.evidence.certificates.empty() || !signature || signature->tag != V_ASN1_OCTET_STRING) {
    check.integrity = {Integrity::Malformed, "not well formed: no bare signature with its certificate"};
    return check;
  }
  check.signer.reset(check.evidence.certificates.front().get());
  X509_up_ref(check.signer.get());
  EVP_PKEY* key = X509_get0_pubkey(check.signer.get());
  check.key = key_name(key);
  if (is_weak_key(key)) check.weaknesses.push_back("the key " + check.key + " is too weak");
  const int nid = digest_that_verifies(key, signature->content, covered);
  if (nid == NID_undef) {
    check.integrity = {Integrity::Altered, "not intact: the signature does not belong to these bytes"};
    return check;
  }
  check.digest = digest_name(nid);
  check.integrity =
      is_weak_digest(nid)
          ? IntegrityAnswer{Integrity::IntactByWeakDigest,
                            "the bytes that it covers agree, by a digest that can be forged"}
          : IntegrityAnswer{Integrity::Intact, "intact: the bytes that it covers are as signed"};
  return check;
}

}  // namespace certreg::worker
