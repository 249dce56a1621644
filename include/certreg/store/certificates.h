// Certificates as chains of immutable versions, with their quotes, confirmations and recorded checks. Every
// function works within the caller's transaction.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/store/database.h"
#include "certreg/store/share.h"

namespace certreg::store {

// Ids of the certificates that have these keys (certreg/service/identity.h makes them).
std::map<std::string, CertificateId> certificate_ids(Transaction& transaction,
                                                     std::span<const std::string> keys);

struct NewVersion {
  std::string key;             // of its certificate, which is made when it is not there; empty = it is there
  CertificateVersion version;  // id, certificate and supplier set; quotes go to field_evidence
  std::optional<VersionId> replaces;  // the version that it corrects; none = a new issue
  DocumentId document;                // that it was read from, or empty
};

// Throws Conflict when a version is replaced a second time. `version.certificate` must be the id that the key
// has (certificate_ids) or a new one.
void insert_versions(Transaction& transaction, std::span<const NewVersion> versions);

// The same was seen again; at most one confirmation a version, day and document is kept.
void confirm_versions(Transaction& transaction, std::span<const VersionId> versions, Instant seen_at,
                      const DocumentId& document);

void insert_check(Transaction& transaction, const Check& check);

// A record holds the versions that no other replaces, retired ones too, by start (issued, else valid_from,
// else recorded_at), with last_confirmed and quotes. By certificate id; unknown ids are left out.
std::vector<CertificateRecord> load_certificates(Transaction& transaction,
                                                 std::span<const CertificateId> ids);

// A batch at a time, by id. One snapshot in a ReadOnly transaction.
void for_all_certificates(Transaction& transaction,
                          const std::function<void(std::vector<CertificateRecord>)>& take, Share share = {});

// What was known of all certificates of a supplier at an instant.
std::vector<CertificateRecord> certificates_known_at(Transaction& transaction, const SupplierId& supplier,
                                                     Instant known_at);

// Every version ever recorded, oldest first.
std::vector<CertificateVersion> certificate_history(Transaction& transaction, const CertificateId& id);

// For "a page that says less than last month": the versions that were read from the document that last stood
// at this address before the document `before` (empty: now), or confirmed by it, as they stand after
// corrections; retired ones are left out.
// Of uploads ("file:NAME") only those of the same `source` count: a name alone is no place.
std::vector<CertificateVersion> versions_read_from(Transaction& transaction, const std::string& address,
                                                   const DocumentId& before = {},
                                                   const std::string& source = {});

}  // namespace certreg::store
