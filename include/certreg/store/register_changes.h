// The change feed: what changed, in words, for good. Written in the transaction of what it speaks of.
//
// Numbers (`id`) follow the order of commit over all instances: writers take the intake's lock, by a trigger,
// until their transaction ends. Who has seen a number has seen all smaller ones that there will ever be, so a
// follower that asks for what comes after the largest number it knows misses nothing and sees nothing twice.
// Numbers may have gaps.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/register_change.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct RecordedChange {
  std::int64_t id = 0;  // given by the database
  Instant at{};
  RegisterChange change;
  std::string source;  // name of the source definition, or empty
  SupplierId supplier;
  CertificateId certificate;
  VersionId version;
  DocumentId document;
  std::string address;
};

// In their order. In a transaction that does not hold the intake's lock this waits for it.
void insert_register_changes(Transaction& transaction, std::span<const RecordedChange> changes);

struct ChangeFilter {  // empty: any
  std::string source;
  SupplierId supplier;
  CertificateId certificate;
  std::optional<Instant> since, until;  // from, and before
  std::vector<ChangeKind> kinds;
  std::optional<bool> adverse;
};

// Newest first, with numbers below `before` (0 = from the newest).
std::vector<RecordedChange> list_register_changes(Transaction& transaction, const ChangeFilter& filter,
                                                  std::int64_t before, int limit);
// Oldest first, with numbers above `after`.
std::vector<RecordedChange> follow_register_changes(Transaction& transaction, const ChangeFilter& filter,
                                                    std::int64_t after, int limit);

// Of certificates of suppliers that a relationship is with: numbers above `after` up to `until`, oldest
// first.
std::vector<RecordedChange> follow_relied_on_changes(Transaction& transaction, std::int64_t after,
                                                     std::int64_t until, int limit);

}  // namespace certreg::store
