// The reference data by which the register judged, from when on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct ReferenceVersion {
  std::int64_t id = 0;
  std::string version;  // SHA-256
  Instant recorded_at{};
  std::string counts;  // JSON object: rows by list
};

// `files` is JSON. False, and nothing is kept, when the last one has the same version. Waits for others that
// record.
bool record_reference_version(Transaction& transaction, const ReferenceVersion& version,
                              const std::string& files);

std::vector<ReferenceVersion> list_reference_versions(Transaction& transaction,
                                                      int limit);  // the newest first

// The last one that was recorded until then; nullopt when there is none.
std::optional<ReferenceVersion> reference_version_at(Transaction& transaction, Instant known_at);
std::optional<ReferenceVersion> first_reference_version(Transaction& transaction);

std::string reference_files(Transaction& transaction, std::int64_t id);

}  // namespace certreg::store
