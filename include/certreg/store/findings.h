// Findings of relationships with their lives, and decisions. Every function works within the caller's
// transaction.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "certreg/domain/decision.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct StoredFinding {
  FindingId id;
  RelationshipId relationship;
  Date opened_on{std::chrono::sys_days{}};
  Date open_since{std::chrono::sys_days{}};  // opened, or opened again, last
  FindingState state = FindingState::Open;
  Date state_since{std::chrono::sys_days{}};  // the day of the last event
  std::string cause;                          // of it
  Finding finding;                            // as it was then
  Instant recorded_at{};
};

struct FindingEvent {
  std::int64_t id = 0;  // given by the database
  FindingId finding_id;
  FindingState state = FindingState::Open;
  Date on{std::chrono::sys_days{}};
  std::string cause;
  Finding finding;
  Instant recorded_at{};
  std::string recorded_by;
};

// One writer of findings at a time, over all instances, until the transaction ends.
void lock_findings(Transaction& transaction);

void insert_findings(Transaction& transaction, std::span<const StoredFinding> findings);
void insert_finding_events(Transaction& transaction, std::span<const FindingEvent> events);

// Cured ones too, in the order of relationships.
std::vector<StoredFinding> findings_of(Transaction& transaction, std::span<const RelationshipId> ids);
// Of findings that are not cured, by relationship and key: since when they are open.
std::map<std::pair<RelationshipId, std::string>, Date> open_since(Transaction& transaction,
                                                                  std::span<const RelationshipId> ids);
std::optional<StoredFinding> load_finding(Transaction& transaction, const FindingId& id);
// Oldest first; of several findings in no order of these.
std::vector<FindingEvent> finding_events(Transaction& transaction, std::span<const FindingId> ids);

struct FindingFilter {  // empty: any
  std::vector<FindingState> states;
  std::vector<FindingRule> rules;
  std::optional<RelationshipId> relationship;
  std::optional<std::vector<RelationshipId>> among;  // of these alone; an empty list: none
  std::optional<Severity> at_least;
};
struct FindingPlace {  // of the last one seen
  Severity severity = Severity::Low;
  FindingId id;
};
// Most severe first.
std::vector<StoredFinding> list_findings(Transaction& transaction, const FindingFilter& filter,
                                         const std::optional<FindingPlace>& after, int limit);

// Numbers of the two streams below follow the order of commit, since both are written under lock_findings().
struct FollowedFinding {
  std::int64_t number = 0;
  StoredFinding finding;               // as the event left it
  std::optional<FindingState> before;  // none: the event opened it first
};
// Events with numbers above `after` up to `until`, in their order.
std::vector<FollowedFinding> follow_finding_events(Transaction& transaction, std::int64_t after,
                                                   std::int64_t until, int limit);

struct FollowedDecision {
  std::int64_t number = 0;
  Decision decision;
  StoredFinding finding;  // as it is now
};
std::vector<FollowedDecision> follow_decisions(Transaction& transaction, std::int64_t after,
                                               std::int64_t until, int limit);

void insert_decision(Transaction& transaction, const Decision& decision);
// In the order of relationships, oldest first in each.
std::vector<Decision> decisions_of(Transaction& transaction, std::span<const RelationshipId> ids,
                                   const std::optional<Instant>& known_at = {});

// Beside the decision that it is part of.
void insert_scope_reading(Transaction& transaction, const Decision& decision,
                          const CertificateId& certificate);

}  // namespace certreg::store
