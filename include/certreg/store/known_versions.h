// All versions of certificates that stand now, for the first load: several times quicker than record by
// record. Every function works within the caller's transaction; all must look at one snapshot
// (certreg/store/share.h).
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "certreg/domain/place_quotes.h"
#include "certreg/store/database.h"
#include "certreg/store/share.h"

namespace certreg::store {

// What other rows say of versions: which are replaced, and when they were last confirmed.
class VersionMarks {
 public:
  explicit VersionMarks(Transaction& transaction);
  ~VersionMarks();
  VersionMarks(const VersionMarks&) = delete;
  VersionMarks& operator=(const VersionMarks&) = delete;

 private:
  friend class KnownVersions;
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

// The versions that no other replaces, retired ones too, with their quotes and last confirmations, a batch at
// a time, in no order. Throws Error(Unavailable) for one that cannot be read.
void for_all_known_versions(Transaction& transaction, const VersionMarks& marks,
                            const std::function<void(std::vector<StoredVersion>)>& take, Share share = {});

// Certificates of which more is known than their versions say: checks, and decisions about their scope.
std::vector<CertificateId> certificates_with_more(Transaction& transaction);

}  // namespace certreg::store
