#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "certreg/service/webhooks.h"
#include "certreg/store/relationships.h"
#include "service/webhook_payload.h"

namespace certreg::service {
namespace {

constexpr int kBatch = 200;  // of each stream, in one transaction

// Where to go on: after the last one read, or after all that there are.
template <class Row>
std::int64_t position_after(const std::vector<Row>& rows, std::int64_t Row::*number, std::int64_t newest) {
  return rows.size() < kBatch ? newest : rows.back().*number;
}

class Announcer {
 public:
  Announcer(Services& services, store::Transaction& transaction, std::vector<store::Webhook> webhooks)
      : services_(services), transaction_(transaction), webhooks_(std::move(webhooks)) {}

  bool anybody_wants(EventType type) const {
    return std::any_of(webhooks_.begin(), webhooks_.end(),
                       [&](const auto& webhook) { return wants(webhook, type); });
  }

  // Those who wanted it when it happened.
  void tell(EventType type, Instant at, codec::Json data) {
    std::vector<std::string> told;
    for (const auto& webhook : webhooks_)
      if (wants(webhook, type) && webhook.recorded_at <= at) told.push_back(webhook.id);
    if (told.empty()) return;
    const auto event = event_with(services_, type, at, std::move(data));
    store::insert_webhook_event(transaction_, event, told, services_.clock.now());
    ++count_;
  }

  std::size_t count() const { return count_; }

 private:
  static bool wants(const store::Webhook& webhook, EventType type) {
    if (webhook.health.disabled_at) return false;
    return webhook.events.empty() ||
           std::find(webhook.events.begin(), webhook.events.end(), to_string(type)) != webhook.events.end();
  }

  Services& services_;
  store::Transaction& transaction_;
  std::vector<store::Webhook> webhooks_;
  std::size_t count_ = 0;
};

template <class Rows>
std::map<RelationshipId, Relationship> relationships_of(store::Transaction& transaction, const Rows& rows) {
  std::vector<RelationshipId> ids;
  for (const auto& row : rows) ids.push_back(row.finding.relationship);
  std::map<RelationshipId, Relationship> all;
  for (auto& one : store::load_relationships(transaction, ids)) all.emplace(one.id, std::move(one));
  return all;
}

bool any_of_findings(const Announcer& announcer) {
  return announcer.anybody_wants(EventType::FindingOpened) ||
         announcer.anybody_wants(EventType::FindingChanged) ||
         announcer.anybody_wants(EventType::FindingCured);
}

std::int64_t tell_findings(store::Transaction& transaction, Announcer& announcer, std::int64_t after,
                           std::int64_t newest) {
  if (!any_of_findings(announcer)) return newest;
  const auto rows = store::follow_finding_events(transaction, after, newest, kBatch);
  const auto relationships = relationships_of(transaction, rows);
  for (const auto& row : rows)
    if (const auto type = event_of(row.before, row.finding.state))
      announcer.tell(*type, row.finding.recorded_at,
                     finding_data(row.finding, relationships.at(row.finding.relationship), nullptr));
  return position_after(rows, &store::FollowedFinding::number, newest);
}

std::int64_t tell_decisions(store::Transaction& transaction, Announcer& announcer, std::int64_t after,
                            std::int64_t newest) {
  if (!announcer.anybody_wants(EventType::FindingDecided)) return newest;
  const auto rows = store::follow_decisions(transaction, after, newest, kBatch);
  const auto relationships = relationships_of(transaction, rows);
  for (const auto& row : rows)
    announcer.tell(EventType::FindingDecided, row.decision.decided_at,
                   finding_data(row.finding, relationships.at(row.finding.relationship), &row.decision));
  return position_after(rows, &store::FollowedDecision::number, newest);
}

std::int64_t tell_changes(const Services& services, store::Transaction& transaction, Announcer& announcer,
                          std::int64_t after, std::int64_t newest) {
  if (!announcer.anybody_wants(EventType::CertificateChanged)) return newest;
  const auto rows = store::follow_relied_on_changes(transaction, after, newest, kBatch);
  for (const auto& row : rows)
    announcer.tell(EventType::CertificateChanged, row.at, change_data(services, row));
  return position_after(rows, &store::RecordedChange::id, newest);
}

bool reaches(const store::StreamPositions& position, const store::StreamPositions& newest) {
  return position.finding_event >= newest.finding_event && position.decision >= newest.decision &&
         position.register_change >= newest.register_change;
}

// Whether there is more.
bool queue_batch(Services& services, std::size_t& count) {
  auto transaction = services.database.begin();
  auto position = store::lock_positions(transaction);
  const auto newest = store::newest_positions(transaction);
  Announcer announcer(services, transaction, store::list_webhooks(transaction));
  position.finding_event =
      tell_findings(transaction, announcer, position.finding_event, newest.finding_event);
  position.decision = tell_decisions(transaction, announcer, position.decision, newest.decision);
  position.register_change =
      tell_changes(services, transaction, announcer, position.register_change, newest.register_change);
  store::put_positions(transaction, position);
  transaction.commit();
  count += announcer.count();
  return !reaches(position, newest);
}

}  // namespace

std::size_t queue_webhook_events(Services& services) {
  std::size_t count = 0;
  while (queue_batch(services, count)) {
  }
  return count;
}

}  // namespace certreg::service
