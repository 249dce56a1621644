// The change feed: written by use cases in the transaction of what they change, read by people newest first
// and by programs oldest first.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "certreg/service/services.h"
#include "certreg/store/register_changes.h"

namespace certreg::service {

// What the changes are of; leave empty what they are not of. A page has an address and a source.
struct ChangeContext {
  Instant at{};
  std::string source;
  SupplierId supplier;
  CertificateId certificate;
  VersionId version;
  DocumentId document;
  std::string address;
};

// They are there when the transaction commits. Waits for the intake's lock unless the transaction holds it.
void record_changes(store::Transaction& transaction, std::span<const RegisterChange> changes,
                    const ChangeContext& context);

// Newest first, with numbers below `before` (0 = from the newest).
std::vector<store::RecordedChange> list_changes(Services& services, const store::ChangeFilter& filter,
                                                std::int64_t before, int limit);

// Oldest first, with numbers above `after`. Asked again with the largest number seen, it misses nothing and
// repeats nothing (certreg/store/register_changes.h).
std::vector<store::RecordedChange> follow_changes(Services& services, const store::ChangeFilter& filter,
                                                  std::int64_t after, int limit);

}  // namespace certreg::service
