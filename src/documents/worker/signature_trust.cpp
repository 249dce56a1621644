// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/signature_trust.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>

#include "certreg/documents/worker.h"
#include "documents/worker/certificate_facts.h"
#include "documents/worker/der.h"

namespace certreg::worker {
namespace {

using documents::TimeValidity;
using documents::Trust;
using TrustAnswer = documents::Answer<Trust>;

constexpr int kForged = 0, kStrong = 2;  // levels of OpenSSL: anything goes; 112 bits of strength

TrustAnswer refused(int error) {
  const std::string words = X509_verify_cert_error_string(error);
  switch (error) {
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_CERT_UNTRUSTED:
      return {Trust::UnknownRoot, "signer not trusted: its chain leads to no configured root"};
    case X509_V_ERR_INVALID_PURPOSE:
      return {Trust::WrongPurpose, "signer not trusted: its certificate is not for this purpose"};
    default:
      return {Trust::BrokenChain, "signer not trusted: its chain is not in order (" + words + ")"};
  }
}

bool is_too_weak(int error) {
  return error == X509_V_ERR_EE_KEY_TOO_SMALL || error == X509_V_ERR_CA_KEY_TOO_SMALL ||
         error == X509_V_ERR_CA_MD_TOO_WEAK;
}

struct Verification {
  int error = X509_V_ERR_UNSPECIFIED;
  std::vector<CertificatePtr> chain;
};

Verification verify(const Roots& roots, X509* signer, const Evidence& evidence, Purpose purpose, int level) {
  StorePtr store = roots.store();
  BorrowedCertificatesPtr others = evidence.borrowed_certificates();
  StoreContextPtr context(X509_STORE_CTX_new());
  Verification result;
  if (!store || !context || X509_STORE_CTX_init(context.get(), store.get(), signer, others.get()) != 1)
    return result;
  X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_auth_level(rules, level);
  if (purpose == Purpose::Timestamp) X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_TIMESTAMP_SIGN);
  const bool verified = X509_verify_cert(context.get()) == 1;
  result.error = verified ? X509_V_OK : X509_STORE_CTX_get_error(context.get());
  const auto* chain = X509_STORE_CTX_get0_chain(context.get());
  for (int i = 0; verified && i < sk_X509_num(chain); ++i) {
    X509* link = sk_X509_value(chain, i);
    X509_up_ref(link);
    result.chain.emplace_back(link);
  }
  return result;
}

TrustAnswer judge(const Roots& roots, X509* signer, const Evidence& evidence, Purpose purpose,
                  Verification& strong) {
  if (roots.empty()) return {Trust::NoRootConfigured, "signer not trusted: no root is configured"};
  strong = verify(roots, signer, evidence, purpose, kStrong);
  if (is_too_weak(strong.error)) {
    const auto lenient = verify(roots, signer, evidence, purpose, kForged);
    if (lenient.error != X509_V_OK) return refused(lenient.error);
    return {Trust::WeakChain,
            "signer not trusted: its chain leads to a configured root by keys or digests that can be forged"};
  }
  if (strong.error != X509_V_OK) return refused(strong.error);
  if (purpose == Purpose::Document && !all_sign_documents(strong.chain))
    return {Trust::WrongPurpose, "signer not trusted: its certificate is not for signing documents"};
  return {Trust::Trusted, fmt::format("signer trusted by the configured root {}",
                                      name_for_people(strong.chain.back().get()))};
}

// OpenSSL's own would ask at the terminal.
int no_password(char* /*to*/, int /*size*/, int /*writes*/, void* /*data*/) { return -1; }

std::string days_of(X509* certificate) {
  const auto from = instant_of(X509_get0_notBefore(certificate)),
             until = instant_of(X509_get0_notAfter(certificate));
  if (!from || !until) return "its days cannot be read";
  return fmt::format("it is valid from {} until {}", day_text(*from), day_text(*until));
}

}  // namespace

Roots::Roots(std::string_view pem) {
  BioPtr from(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  while (X509* certificate = PEM_read_bio_X509(from.get(), nullptr, no_password, nullptr))
    certificates_.emplace_back(certificate);
  ERR_clear_error();
  if (certificates_.empty() && !pem.empty())
    throw documents::Failure(documents::FailureKind::NotThatKind,
                             "the signature roots hold no certificate in PEM form");
}

StorePtr Roots::store() const {
  StorePtr store(X509_STORE_new());
  for (const auto& certificate : certificates_)
    if (store) X509_STORE_add_cert(store.get(), certificate.get());
  return store;
}

Chain judge_chain(const Roots& roots, X509* signer, const Evidence& evidence, Purpose purpose) {
  Chain chain;
  if (signer == nullptr) {
    chain.trust = {Trust::NoSigner, "signer not known: its certificate is not in the document"};
    return chain;
  }
  Verification verification;
  chain.trust = judge(roots, signer, evidence, purpose, verification);
  chain.certificates = std::move(verification.chain);
  if (!chain.certificates.empty()) return chain;
  X509_up_ref(signer);
  chain.certificates.emplace_back(signer);
  return chain;
}

bool was_valid_at(const Chain& chain, Instant time) {
  const auto count = chain.certificates.size() - (chain.certificates.size() > 1 ? 1 : 0);
  return std::all_of(chain.certificates.begin(),
                     chain.certificates.begin() + static_cast<std::ptrdiff_t>(count),
                     [&](const auto& certificate) {
                       const auto from = instant_of(X509_get0_notBefore(certificate.get())),
                                  until = instant_of(X509_get0_notAfter(certificate.get()));
                       return from && until && *from <= time && time <= *until;
                     });
}

documents::Answer<TimeValidity> judge_time(const Chain& chain, std::optional<Instant> proven,
                                           std::optional<Instant> claimed, Instant asked) {
  if (chain.certificates.empty()) return {TimeValidity::Unknown, "no certificate whose days could be judged"};
  const auto days = days_of(chain.certificates.front().get());
  if (proven && was_valid_at(chain, *proven))
    return {
        TimeValidity::ValidWhenStamped,
        fmt::format("its certificate was valid at {}, which a trusted timestamp proves", day_text(*proven))};
  if (proven)
    return {
        TimeValidity::OutsideValidity,
        fmt::format("its certificate was not valid at {}, when it was stamped: {}", day_text(*proven), days)};
  if (was_valid_at(chain, asked))
    return {TimeValidity::ValidNow,
            fmt::format("its certificate is valid at {}; no trusted timestamp proves when "
                        "it was signed",
                        day_text(asked))};
  if (claimed && *claimed <= asked && was_valid_at(chain, *claimed))
    return {TimeValidity::ExpiredUnproven,
            fmt::format(
                "its certificate is not valid at {}; it was at {}, when the signer claims to have signed, "
                "which nothing proves",
                day_text(asked), day_text(*claimed))};
  return {TimeValidity::OutsideValidity,
          fmt::format("its certificate is not valid at {}: {}", day_text(asked), days)};
}

std::string day_text(Instant time) {
  return fmt::format("{:%Y-%m-%d %H:%M} UTC", std::chrono::floor<std::chrono::seconds>(time));
}

}  // namespace certreg::worker
