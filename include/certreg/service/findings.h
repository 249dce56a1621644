// Findings of relationships: kept with their lives by the watch, decided by people.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/service/actor.h"
#include "certreg/service/services.h"
#include "certreg/store/findings.h"

namespace certreg::service {

struct WatchReport {
  std::size_t relationships = 0, opened = 0, reopened = 0, cured = 0, changed = 0;
  bool ran = false;  // false: another instance is at it
};

// Assesses every relationship as of today and records what became of its findings. Once at a time over all
// instances; may be broken off and run again at any point.
WatchReport watch(Services& services, const Actor& actor);

// When the last watch began that assessed every relationship; none: none ever did.
std::optional<Instant> last_watched(Services& services);

// The same for some relationships alone, at once: after they or a decision changed.
void watch_relationships(Services& services, store::Transaction& transaction,
                         std::span<const RelationshipId> ids, const Actor& actor);

std::vector<store::StoredFinding> list_findings(Services& services, const store::FindingFilter& filter,
                                                const std::optional<store::FindingPlace>& after, int limit);
store::StoredFinding find_finding(Services& services, const FindingId& id);                  // NotFound
std::vector<store::FindingEvent> finding_events(Services& services, const FindingId& id);    // NotFound
std::vector<Decision> relationship_decisions(Services& services, const RelationshipId& id);  // NotFound

// What a person has to see of a finding before they decide.
struct FindingCase {
  store::StoredFinding finding;
  Relationship relationship;
  std::vector<store::FindingEvent> events;  // oldest first
  std::vector<Decision> decisions;          // about the finding, oldest first
};
std::vector<FindingCase> finding_cases(Services& services, std::vector<store::StoredFinding> findings);

// What a case was when a person saw it.
struct SeenCase {
  DecisionId last_decision;  // on the finding; empty: none
  VersionId version;         // the latest of the certificate that the finding is about; empty: there is none
  std::string services;      // digest of what the relationship buys
  std::string finding;       // digest of its severity and sentence
};
SeenCase seen_case(const Services& services, const FindingCase& one);

// Invalid when the decision does not fit the finding: a day that is past, a scope reading of a finding that
// is about something else, a successor to confirm where none is found. `seen`: what the person decided about;
// Conflict when the case is another now, with a field "finding" unless it was decided meanwhile. Without it
// the decision is made about what is there now.
Decision decide(Services& services, const FindingId& id, Decision decision, const Actor& actor,
                const std::optional<SeenCase>& seen = {});

}  // namespace certreg::service
