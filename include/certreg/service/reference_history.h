// Which reference data the register judged by, and since when.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/service/current_world.h"
#include "certreg/store/reference_versions.h"

namespace certreg::service {

struct Services;

ReferenceRecord record_of(const std::string& version, const std::vector<ListCount>& counts,
                          std::span<const NamedText> built_in, std::span<const NamedText> overlay);

// Throws Error(Unavailable) when this program can no longer read what an earlier one recorded.
Reference load_recorded(const std::string& files);

// Recorded when it differs from the last one.
void record_reference(store::Transaction& transaction, const ReferenceRecord& record, Instant now);

struct PastReference {
  std::shared_ptr<const Reference> reference;
  std::string note;  // a sentence when it is not what was known then; else empty
};

// Keeps the last few that were asked for. Thread-safe.
class ReferenceHistory {
 public:
  // The reference data recorded as of the instant. Before the first record: the first, and the note says so.
  // Nothing recorded at all: the present ones, and the note says so.
  PastReference known_at(const Services& services, store::Transaction& transaction, Instant known_at);

 private:
  std::shared_ptr<const Reference> load(store::Transaction& transaction,
                                        const store::ReferenceVersion& version);

  std::mutex mutex_;
  std::list<std::shared_ptr<const Reference>> kept_;  // the last used first
};

std::vector<store::ReferenceVersion> list_reference_versions(Services& services);  // the newest first

}  // namespace certreg::service
