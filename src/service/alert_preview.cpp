#include <algorithm>

#include "certreg/service/alerting.h"
#include "certreg/service/policies.h"
#include "service/alert_items.h"

namespace certreg::service {
namespace {

std::vector<RelationshipId> ids_of(const std::vector<AssessedRelationship>& batch) {
  std::vector<RelationshipId> ids;
  for (const auto& one : batch) ids.push_back(one.relationship().id);
  return ids;
}

Tellable tellable(const AssessedRelationship& one, const Policy& policy, const Finding& finding, Date since) {
  return {one.relationship(), find_tier(policy, one.relationship().tier), finding, since};
}

}  // namespace

DueAlerts::DueAlerts(Services& services, Date on)
    : services_(services), on_(on), policy_(current_policy(services)) {
  assess_portfolio(services, {on, {}},
                   [&](std::vector<AssessedRelationship> batch) { take(std::move(batch)); });
  for (const auto& [address, recipient] : by_address_) recipients_.push_back(&recipient);
}

void DueAlerts::take(std::vector<AssessedRelationship> batch) {
  const auto ids = ids_of(batch);
  auto transaction = services_.database.begin(store::TransactionMode::ReadOnly);
  const auto told = store::told_rungs(transaction, ids);
  const auto known = store::open_since(transaction, ids);
  for (auto& one : batch) {
    assessed_.push_back(std::move(one));
    if (!take(told, known, assessed_.size() - 1)) assessed_.pop_back();
  }
}

bool DueAlerts::take(const std::set<store::Alert>& told, const Known& known, std::size_t relationship) {
  bool is_due = false;
  const auto& one = assessed_[relationship];
  for (const auto& finding : one.assessment->findings) {
    const auto key = key_of(finding);
    const auto* decision = decision_on(one.record->decisions, key, on_);
    if (is_settled(state_of(finding, decision), decision)) continue;
    const auto since = known.find({one.relationship().id, key});
    const auto open_since = since == known.end() ? on_ : since->second;
    is_due = add(told, {relationship, &finding, open_since, {}}) || is_due;
  }
  return is_due;
}

bool DueAlerts::add(const std::set<store::Alert>& told, const Matter& matter) {
  const auto& one = assessed_[matter.relationship];
  const auto rungs =
      rungs_due(ladder_of(services_, tellable(one, policy_, *matter.finding, matter.open_since)), on_);
  if (rungs.empty()) return false;
  const auto id = matter_of(*matter.finding, matter.open_since);
  const auto people = recipients_of(one.relationship());
  if (people.empty()) ++untold_;
  bool is_due = false;
  for (const auto& person : people) {
    const auto fresh = std::find_if(rungs.begin(), rungs.end(), [&](const Rung& rung) {
      return !told.contains({one.relationship().id, id, rung.id, person.email});
    });
    if (fresh == rungs.end()) continue;
    auto& recipient = by_address_[person.email];
    if (recipient.matters.empty()) recipient.person = person;
    recipient.matters.push_back(matter);
    recipient.matters.back().rung = fresh->id;
    is_due = true;
  }
  return is_due;
}

AlertPreview DueAlerts::preview(std::size_t at) const {
  const auto& recipient = *recipients_.at(at);
  AlertPreview preview{.recipient = recipient.person.email};
  bool urgent = false;
  for (const auto& matter : recipient.matters) {
    preview.items.push_back(item_of(
        services_, tellable(assessed_[matter.relationship], policy_, *matter.finding, matter.open_since)));
    preview.rungs.push_back(matter.rung);
    urgent = urgent || is_urgent(matter.finding->rule);
  }
  report::AlertMail mail{.recipient = recipient.person, .on = on_, .urgent = urgent, .items = preview.items};
  report::sort_by_urgency(mail.items);
  preview.mail = report::write(mail);
  return preview;
}

}  // namespace certreg::service
