// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/revocation_status.h"

#include <openssl/err.h>
#include <openssl/objects.h>

#include <algorithm>

#include "documents/worker/der.h"

namespace certreg::worker {
namespace {

// For an answer that names no next one.
constexpr auto kFreshFor = std::chrono::hours(24);

std::time_t seconds_of(Instant time) {
  return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

void earliest(std::optional<Instant>& known, std::optional<Instant> other) {
  if (other && (!known || *other < *known)) known = other;
}

void latest(std::optional<Instant>& known, std::optional<Instant> other) {
  if (other && (!known || *other > *known)) known = other;
}

RevocationStatus dated(Instant from, std::optional<Instant> next, Instant time) {
  RevocationStatus status;
  const bool holds = from >= time || time <= next.value_or(from + kFreshFor);
  (holds ? status.good_as_of : status.stale_from) = from;
  return status;
}

bool is_about(const OCSP_CERTID* id, X509* certificate, X509* issuer) {
  ASN1_OBJECT* digest = nullptr;
  auto* theirs = const_cast<OCSP_CERTID*>(id);
  OCSP_id_get0_info(nullptr, &digest, nullptr, nullptr, theirs);
  const EVP_MD* method = EVP_get_digestbyobj(digest);
  if (method == nullptr) return false;
  OcspIdPtr ours(OCSP_cert_to_id(method, certificate, issuer));
  return ours && OCSP_id_cmp(ours.get(), id) == 0;
}

bool is_signed_for(OCSP_BASICRESP* answer, const Roots& roots, const Evidence& evidence) {
  const auto produced = instant_of(OCSP_resp_get0_produced_at(answer));
  StorePtr store = roots.store();
  if (!produced || !store) return false;
  X509_VERIFY_PARAM* rules = X509_STORE_get0_param(store.get());
  X509_VERIFY_PARAM_set_time(rules, seconds_of(*produced));
  X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_auth_level(rules, 2);
  const bool verified =
      OCSP_basic_verify(answer, evidence.borrowed_certificates().get(), store.get(), 0) == 1;
  ERR_clear_error();
  return verified;
}

RevocationStatus status_in(OCSP_SINGLERESP* single, Instant time) {
  int reason = 0;
  ASN1_GENERALIZEDTIME *revoked = nullptr, *from = nullptr, *next = nullptr;
  const int found = OCSP_single_get0_status(single, &reason, &revoked, &from, &next);
  const auto since = instant_of(from);
  if (found == V_OCSP_CERTSTATUS_REVOKED) return {.revoked_at = instant_of(revoked).value_or(Instant{})};
  return found == V_OCSP_CERTSTATUS_GOOD && since ? dated(*since, instant_of(next), time)
                                                  : RevocationStatus{};
}

// When the list says that the certificate was revoked.
std::optional<Instant> revoked_in(X509_CRL* list, X509* certificate) {
  X509_REVOKED* entry = nullptr;
  if (X509_CRL_get0_by_cert(list, &entry, certificate) != 1) return std::nullopt;
  return instant_of(X509_REVOKED_get0_revocationDate(entry)).value_or(Instant{});
}

int verify_with(X509_CRL* list, X509* certificate, const Roots& roots, const Evidence& evidence,
                Instant time) {
  StorePtr store = roots.store();
  StoreContextPtr context(X509_STORE_CTX_new());
  BorrowedCertificatesPtr others = evidence.borrowed_certificates();
  Owned<STACK_OF(X509_CRL), [](STACK_OF(X509_CRL) * all) { sk_X509_CRL_free(all); }> lists(
      sk_X509_CRL_new_null());
  if (!store || !context || !lists ||
      X509_STORE_CTX_init(context.get(), store.get(), certificate, others.get()) != 1)
    return X509_V_ERR_UNSPECIFIED;
  sk_X509_CRL_push(lists.get(), list);
  X509_STORE_CTX_set0_crls(context.get(), lists.get());
  X509_VERIFY_PARAM* rules = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_CRL_CHECK | X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_auth_level(rules, 2);
  X509_VERIFY_PARAM_set_time(rules, seconds_of(time));
  const bool verified = X509_verify_cert(context.get()) == 1;
  ERR_clear_error();
  return verified ? X509_V_OK : X509_STORE_CTX_get_error(context.get());
}

RevocationStatus status_by_list(X509_CRL* list, X509* certificate, const Roots& roots,
                                const Evidence& evidence, Instant time) {
  const auto from = instant_of(X509_CRL_get0_lastUpdate(list));
  if (!from) return {};
  // A list that came after the time is as good, while it still names the certificates of then.
  const int result = verify_with(list, certificate, roots, evidence, std::max(*from, time));
  if (result == X509_V_OK) return {.good_as_of = from};
  if (result == X509_V_ERR_CERT_REVOKED) return {.revoked_at = revoked_in(list, certificate)};
  if (result != X509_V_ERR_CRL_HAS_EXPIRED) return {};
  // It is over, but revoked stays revoked.
  const int then = verify_with(list, certificate, roots, evidence, *from);
  if (then == X509_V_ERR_CERT_REVOKED) return {.revoked_at = revoked_in(list, certificate)};
  return then == X509_V_OK ? RevocationStatus{.stale_from = from} : RevocationStatus{};
}

}  // namespace

void RevocationStatus::add(const RevocationStatus& other) {
  earliest(revoked_at, other.revoked_at);
  latest(good_as_of, other.good_as_of);
  latest(stale_from, other.stale_from);
}

RevocationStatus status_by_answers(X509* certificate, X509* issuer, const Roots& roots,
                                   const Evidence& evidence, Instant time) {
  RevocationStatus status;
  for (const auto& response : evidence.revocation_answers) {
    OcspBasicPtr basic(OCSP_response_get1_basic(response.get()));
    if (!basic || !is_signed_for(basic.get(), roots, evidence)) continue;
    for (int i = 0; i < OCSP_resp_count(basic.get()); ++i) {
      OCSP_SINGLERESP* single = OCSP_resp_get0(basic.get(), i);
      if (is_about(OCSP_SINGLERESP_get0_id(single), certificate, issuer)) status.add(status_in(single, time));
    }
  }
  ERR_clear_error();
  return status;
}

RevocationStatus status_by_lists(X509* certificate, const Roots& roots, const Evidence& evidence,
                                 Instant time) {
  RevocationStatus status;
  for (const auto& list : evidence.revocation_lists)
    status.add(status_by_list(list.get(), certificate, roots, evidence, time));
  return status;
}

}  // namespace certreg::worker
