#include <algorithm>
#include <map>
#include <optional>

#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/findings.h"
#include "certreg/store/finding_events.h"
#include "certreg/store/leases.h"
#include "certreg/store/relationship_records.h"
#include "service/assessing.h"
#include "service/finding_changes.h"
#include "service/new_id.h"

namespace certreg::service {
namespace {

constexpr std::string_view kJob = "watch";
constexpr std::chrono::minutes kLeaseLength{5};  // longer than any one batch takes
constexpr std::size_t kBatch = 500;

using Findings = std::map<RelationshipId, std::vector<store::StoredFinding>>;

Findings known_findings(store::Transaction& transaction, const std::vector<RelationshipId>& ids) {
  Findings known;
  if (ids.empty()) return known;
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

// What is to be held against findings, with what would be settled if nothing is to record.
struct Look {
  AssessedRelationship assessed;
  SettledFindings settled;
};

// Those about whose findings there may be something to record.
std::vector<Look> unsettled(Services& services, store::Transaction& transaction,
                            std::vector<AssessedRelationship> assessed, Date today) {
  std::vector<RelationshipId> ids;
  for (const auto& one : assessed) ids.push_back(one.relationship().id);
  const auto last = store::last_finding_events(transaction, ids);
  std::vector<Look> looks;
  for (auto& one : assessed) {
    const auto found = last.find(one.relationship().id);
    SettledFindings settled{one.assessment, today, found == last.end() ? 0 : found->second};
    if (!services.assessments.is_settled(one.relationship().id, settled))
      looks.push_back({std::move(one), std::move(settled)});
  }
  return looks;
}

WatchReport watch_batch(Services& services, store::Transaction& transaction, Assessing& assessing,
                        std::vector<RelationshipRecordPtr> records, const Actor& actor) {
  WatchReport report{.relationships = records.size()};
  const auto today = services.clock.today();
  std::vector<RelationshipId> ids;
  std::map<RelationshipId, std::string> unassessed;
  for (const auto& record : records)
    if (const auto& one = record->relationship; !is_current_on(one, today)) {
      ids.push_back(one.id);
      unassessed.emplace(one.id, why_not_assessed(one, today));
    }
  const auto looks = unsettled(services, transaction, assessing.assess(std::move(records)), today);
  for (const auto& look : looks) ids.push_back(look.assessed.relationship().id);
  const auto known = known_findings(transaction, ids);
  const auto of = [&](const RelationshipId& id) -> std::span<const store::StoredFinding> {
    const auto found = known.find(id);
    return found == known.end() ? std::span<const store::StoredFinding>() : found->second;
  };
  Recorder recorder(services, transaction, actor, report);
  for (const auto& [assessed, settled] : looks) {
    const auto& id = assessed.relationship().id;
    const auto changes = finding_changes(&assessed, {}, of(id), today);
    recorder.take(id, changes);
    if (changes.empty() && assessing.remembers()) services.assessments.settle(id, settled);
  }
  for (const auto& [id, why] : unassessed) recorder.take(id, finding_changes(nullptr, why, of(id), today));
  recorder.finish();
  return report;
}

void add(WatchReport& all, const WatchReport& batch) {
  all.relationships += batch.relationships;
  all.opened += batch.opened;
  all.reopened += batch.reopened;
  all.cured += batch.cured;
  all.changed += batch.changed;
}

// Memory that cannot follow must neither find nor cure anything.
void refuse_when_behind(const Services& services) {
  if (const auto state = services.feed.state(); !state.loaded || !state.error.empty())
    throw Error(ErrorKind::Unavailable, "the register in memory is behind", state.error);
}

// With all that was committed before findings were locked: what is judged must not be older than what others
// recorded about it.
std::vector<RelationshipRecordPtr> next_batch(Services& services, store::Transaction& transaction,
                                              const RelationshipId& after) {
  store::lock_findings(transaction);
  services.feed.refresh();
  refuse_when_behind(services);
  return services.catalogue.portfolio().relationships_after(after, kBatch);
}

// A batch a transaction, so that what is done stays done when the run is broken off.
bool watch_next(Services& services, const std::string& holder, Instant begun, const Actor& actor,
                std::optional<Assessing>& assessing, RelationshipId& after, WatchReport& report) {
  auto transaction = services.database.begin();
  const auto now = services.clock.now();
  if (!store::take_lease(transaction, kJob, holder, now, now + kLeaseLength)) return false;
  report.ran = true;
  auto batch = next_batch(services, transaction, after);
  const bool more = !batch.empty();
  if (more) {
    after = batch.back()->relationship.id;
    if (!assessing || !assessing->still_holds()) assessing.emplace(services, services.clock.today());
    add(report, watch_batch(services, transaction, *assessing, std::move(batch), actor));
  } else {
    store::note_job_done(transaction, kJob, begun);
    store::release_lease(transaction, kJob, holder);
  }
  transaction.commit();
  return more;
}

}  // namespace

WatchReport watch(Services& services, const Actor& actor) {
  const auto holder = new_id(services.clock);
  const auto begun = services.clock.now();
  WatchReport report;
  std::optional<Assessing> assessing;
  RelationshipId after;
  while (watch_next(services, holder, begun, actor, assessing, after, report)) {
  }
  return report;
}

std::optional<Instant> last_watched(Services& services) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::job_done_at(transaction, kJob);
}

void watch_relationships(Services& services, store::Transaction& transaction,
                         std::span<const RelationshipId> ids, const Actor& actor) {
  if (ids.empty()) return;
  store::lock_findings(transaction);
  refuse_when_behind(services);
  Assessing assessing(services, transaction, {services.clock.today(), {}});
  watch_batch(services, transaction, assessing, shared(store::load_relationship_records(transaction, ids)),
              actor);
}

}  // namespace certreg::service
