#include <algorithm>
#include <map>

#include "certreg/service/findings.h"
#include "certreg/store/leases.h"
#include "certreg/store/relationships.h"
#include "service/assessing.h"
#include "service/finding_changes.h"
#include "service/new_id.h"

namespace certreg::service {
namespace {

constexpr std::string_view kJob = "watch";
constexpr std::chrono::minutes kLeaseLength{5};  // longer than any one batch takes
constexpr int kBatch = 500;

using Findings = std::map<RelationshipId, std::vector<store::StoredFinding>>;

Findings known_findings(store::Transaction& transaction, const std::vector<RelationshipId>& ids) {
  Findings known;
  for (auto& finding : store::findings_of(transaction, ids))
    known[finding.relationship].push_back(std::move(finding));
  return known;
}

void count(WatchReport& report, FindingMove move) {
  switch (move) {
    case FindingMove::Opened:
      ++report.opened;
      break;
    case FindingMove::Reopened:
      ++report.reopened;
      break;
    case FindingMove::Changed:
      ++report.changed;
      break;
    case FindingMove::Cured:
      ++report.cured;
      break;
  }
}

// Writes what became of the findings of some relationships.
class Recorder {
 public:
  Recorder(Services& services, store::Transaction& transaction, const Actor& actor, WatchReport& report)
      : services_(services), transaction_(transaction), actor_(actor), report_(report) {}

  void take(const RelationshipId& relationship, const std::vector<FindingChange>& changes) {
    for (const auto& change : changes) {
      count(report_, change.move);
      const auto id = change.known != nullptr ? change.known->id : FindingId{new_id(services_.clock)};
      if (change.known == nullptr)
        fresh_.push_back({.id = id,
                          .relationship = relationship,
                          .opened_on = services_.clock.today(),
                          .finding = change.finding});
      events_.push_back({.finding_id = id,
                         .state = change.state,
                         .on = services_.clock.today(),
                         .cause = change.cause,
                         .finding = change.finding,
                         .recorded_at = services_.clock.now(),
                         .recorded_by = actor_.name});
    }
  }

  void finish() {
    store::insert_findings(transaction_, fresh_);
    store::insert_finding_events(transaction_, events_);
  }

 private:
  Services& services_;
  store::Transaction& transaction_;
  const Actor& actor_;
  WatchReport& report_;
  std::vector<store::StoredFinding> fresh_;
  std::vector<store::FindingEvent> events_;
};

std::string why_not_assessed(const Relationship& relationship, Date on) {
  if (relationship.retired) return "the relationship was retired: " + relationship.reason;
  if (relationship.ends && *relationship.ends < on)
    return "the relationship ended on " + relationship.ends->to_string();
  return "the relationship has not begun";
}

WatchReport watch_batch(Services& services, store::Transaction& transaction, Assessing& assessing,
                        std::vector<Relationship> relationships, const Actor& actor) {
  store::lock_findings(transaction);
  WatchReport report;
  const auto today = services.clock.today();
  std::vector<RelationshipId> ids;
  std::map<RelationshipId, std::string> unassessed;
  for (const auto& one : relationships) {
    ids.push_back(one.id);
    if (!is_current_on(one, today)) unassessed.emplace(one.id, why_not_assessed(one, today));
  }
  const auto known = known_findings(transaction, ids);
  const auto of = [&](const RelationshipId& id) -> std::span<const store::StoredFinding> {
    const auto found = known.find(id);
    return found == known.end() ? std::span<const store::StoredFinding>() : found->second;
  };
  Recorder recorder(services, transaction, actor, report);
  for (const auto& one : assessing.assess(std::move(relationships)))
    recorder.take(one.relationship.id, finding_changes(&one, {}, of(one.relationship.id), today));
  for (const auto& [id, why] : unassessed) recorder.take(id, finding_changes(nullptr, why, of(id), today));
  recorder.finish();
  report.relationships = ids.size();
  return report;
}

void add(WatchReport& all, const WatchReport& batch) {
  all.relationships += batch.relationships;
  all.opened += batch.opened;
  all.reopened += batch.reopened;
  all.cured += batch.cured;
  all.changed += batch.changed;
}

// A batch a transaction, so that what is done stays done when the run is broken off.
bool watch_next(Services& services, const std::string& holder, const Actor& actor, RelationshipId& after,
                WatchReport& report) {
  auto transaction = services.database.begin();
  const auto now = services.clock.now();
  if (!store::take_lease(transaction, kJob, holder, now, now + kLeaseLength)) return false;
  report.ran = true;
  auto batch = store::relationships_after(transaction, after, {}, kBatch);
  const bool more = !batch.empty();
  if (more) {
    after = batch.back().id;
    Assessing assessing(services, transaction, {services.clock.today(), {}});
    add(report, watch_batch(services, transaction, assessing, std::move(batch), actor));
  } else {
    store::release_lease(transaction, kJob, holder);
  }
  transaction.commit();
  return more;
}

}  // namespace

WatchReport watch(Services& services, const Actor& actor) {
  const auto holder = new_id(services.clock);
  WatchReport report;
  RelationshipId after;
  while (watch_next(services, holder, actor, after, report)) {
  }
  return report;
}

void watch_relationships(Services& services, store::Transaction& transaction,
                         std::span<const RelationshipId> ids, const Actor& actor) {
  if (ids.empty()) return;
  Assessing assessing(services, transaction, {services.clock.today(), {}});
  watch_batch(services, transaction, assessing, store::load_relationships(transaction, ids), actor);
}

}  // namespace certreg::service
