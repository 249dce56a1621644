// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/signature_revocation.h"

#include <fmt/format.h>

#include "documents/worker/certificate_facts.h"
#include "documents/worker/revocation_status.h"

namespace certreg::worker {
namespace {

using documents::Revocation;
using RevocationAnswer = documents::Answer<Revocation>;

RevocationAnswer revoked(X509* certificate, Instant when, std::optional<Instant> proven) {
  const auto who = name_for_people(certificate);
  if (proven && *proven < when)
    return {
        Revocation::RevokedAfterwards,
        fmt::format("the certificate of {} was revoked at {}, after it was stamped", who, day_text(when))};
  return {Revocation::Revoked, fmt::format("the certificate of {} was revoked at {}", who, day_text(when))};
}

RevocationAnswer not_known(const RevocationStatus& signer, const Evidence& evidence) {
  if (signer.stale_from)
    return {Revocation::NotKnown,
            fmt::format("not known whether it was revoked: what the document carries about that is of {}",
                        day_text(*signer.stale_from))};
  if (evidence.revocation_answers.empty() && evidence.revocation_lists.empty())
    return {Revocation::NotKnown,
            "not known whether it was revoked: the document carries nothing about that"};
  return {Revocation::NotKnown,
          "not known whether it was revoked: what the document carries does not settle it"};
}

}  // namespace

RevocationAnswer judge_revocation(const Chain& chain, const Roots& roots, const Evidence& evidence,
                                  std::optional<Instant> proven, Instant asked) {
  if (!chain.is_trusted())
    return {Revocation::NotKnown,
            "not known whether it was revoked: nobody trusted answers for the certificate"};
  RevocationStatus signer;
  std::optional<RevocationAnswer> afterwards;
  bool all_known = true;
  const auto& links = chain.certificates;
  for (std::size_t i = 0; i + 1 < links.size(); ++i) {
    const auto time = proven.value_or(asked);
    auto status = status_by_answers(links[i].get(), links[i + 1].get(), roots, evidence, time);
    status.add(status_by_lists(links[i].get(), roots, evidence, time));
    if (status.revoked_at) {
      auto found = revoked(links[i].get(), *status.revoked_at, proven);
      if (found.value == Revocation::Revoked) return found;
      afterwards = std::move(found);
    }
    all_known = all_known && status.good_as_of;
    if (i == 0) signer = status;
  }
  if (afterwards) return *afterwards;
  if (links.size() < 2 || !signer.good_as_of) return not_known(signer, evidence);
  auto sentence = fmt::format("not revoked as of {}", day_text(*signer.good_as_of));
  if (!all_known) sentence += "; of the authorities above it that is not known";
  return {Revocation::NotRevoked, std::move(sentence)};
}

}  // namespace certreg::worker
