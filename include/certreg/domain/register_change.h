// What changed, in words for a buyer: a certificate by comparing two versions of it, a page by what became
// of it. Every sentence names the facts; nothing is decided here. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/reference.h"

namespace certreg {

enum class ChangeKind {
  CertificateAdded,  // read from a document or a register, or an earlier issue of it
  ClaimAdded,        // said by somebody; no document is held
  EditionChanged,
  Renewed,              // the same number, a later issue, a later end
  Reissued,             // the same number, a later issue, the same end
  CertificateReplaced,  // by one with another number or issuer
  ExpiryChanged,
  NumberChanged,
  IssuerChanged,
  HolderChanged,
  ScopeChanged,
  ServiceAdded,
  ServiceDropped,
  SiteAdded,
  SiteDropped,
  ExclusionAdded,
  ExclusionDropped,
  AccreditationChanged,
  StatusChanged,
  SoaChanged,
  EvidenceChanged,
  DetailsChanged,  // another printed date
  Retired,
  CorrectedByPerson,
  CheckRecorded,
  WaitsForDecision,  // a reading says otherwise, and a person is to decide
  ReadingRejected,
  // Of a page.
  SourceUnreachable,
  SourceBack,
  PageGone,
  PageBack,
  PageMoved,
  PageEmptied,
  PageBecameSignIn,
  PageBecameCookieWall,
  PageUnreadable,  // another kind of document, another layout, damaged
  BlockedByRobots,
  ClaimNoLongerStated,
  PageSaysLess,
};

const std::vector<std::string_view>& change_kind_names();  // in the enumerators' order
std::string_view to_string(ChangeKind kind);               // "certificate_added"
std::optional<ChangeKind> change_kind_of(std::string_view name);

struct RegisterChange {
  ChangeKind kind = ChangeKind::CertificateAdded;
  bool adverse = false;       // one may be able to rely on less than before
  std::string sentence;       // plain English, one line
  std::string field;          // the member of the certificate, or empty
  std::string before, after;  // its value as text; empty: none, or not stated
};

using RegisterChanges = std::vector<RegisterChange>;

// `before`: the version whose place `after` takes; none: the certificate is new. The same twice gives none.
RegisterChanges changes_between(const std::optional<CertificateVersion>& before,
                                const CertificateVersion& after, const Reference& reference);

// `issue` is older than what is known of the certificate already.
RegisterChange earlier_issue_found(const CertificateVersion& issue, const Reference& reference);

// `later` takes the place of `earlier` under another number or from another issuer: one holder and standard,
// a scope of mostly the same words, and it begins within six months of the other's end, keeps its end (a
// transfer, IAF MD 2) or is to a newer edition. None when it does not look so.
std::optional<RegisterChange> replacement_of(const CertificateVersion& earlier,
                                             const CertificateVersion& later, const Reference& reference);

// `changes`: what the correction changed.
RegisterChange corrected_by_person(const CertificateVersion& after, std::span<const RegisterChange> changes,
                                   const Reference& reference);

RegisterChange check_recorded(const Check& check, const CertificateVersion& version,
                              const Reference& reference);

// A reading that is not taken over before a person decides. `known`: what it differs from, if anything;
// `why` it waits; `address`: where it stands.
RegisterChange waits_for_decision(const std::optional<CertificateVersion>& known,
                                  const CertificateVersion& read, const std::string& why,
                                  const std::string& address, const Reference& reference);
RegisterChange reading_rejected(const CertificateVersion& read, const std::string& reason,
                                const std::string& address, const Reference& reference);

// What stood at the address does not stand there any more, wholly or but for some fields.
RegisterChange no_longer_stated(const CertificateVersion& stated, const std::string& address,
                                const Reference& reference);
RegisterChange says_less(const CertificateVersion& stated, const std::vector<std::string>& fields,
                         const std::string& address, const Reference& reference);

// Of a page as a whole. `detail`: why, in words; for PageMoved the new address. Only for the kinds from
// SourceUnreachable to BlockedByRobots.
RegisterChange page_change(ChangeKind kind, const std::string& address, const std::string& detail = {});

}  // namespace certreg
