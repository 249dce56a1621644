#include <algorithm>
#include <map>

#include "certreg/service/alerting.h"
#include "certreg/service/assessments.h"
#include "certreg/service/policies.h"
#include "service/alert_items.h"

namespace certreg::service {
namespace {

struct Told {  // what is known from before of the findings of a batch
  std::set<store::Alert> rungs;
  std::map<std::pair<RelationshipId, std::string>, Date> open_since;
};

Told told_of(Services& services, const std::vector<AssessedRelationship>& batch) {
  std::vector<RelationshipId> ids;
  for (const auto& one : batch) ids.push_back(one.relationship().id);
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  Told told{store::told_rungs(transaction, ids), {}};
  for (const auto& stored : store::findings_of(transaction, ids))
    if (stored.state != FindingState::Cured)
      told.open_since.emplace(std::pair(stored.relationship, key_of(stored.finding)), stored.open_since);
  return told;
}

class Previews {
 public:
  Previews(const Services& services, const Policy& policy, Date on)
      : services_(services), policy_(policy), on_(on) {}

  void take(const AssessedRelationship& one, const Told& told) {
    for (const auto& finding : one.assessment->findings) {
      const auto key = key_of(finding);
      const auto* decision = decision_on(one.record->decisions, key, on_);
      if (is_settled(state_of(finding, decision), decision)) continue;
      const auto known = told.open_since.find({one.relationship().id, key});
      const auto since = known == told.open_since.end() ? on_ : known->second;
      add({one.relationship(), find_tier(policy_, one.relationship().tier), finding, since}, told);
    }
  }

  AlertPreviews finish() {
    AlertPreviews all{.untold = untold_};
    for (auto& [address, preview] : by_recipient_) {
      const bool urgent = std::any_of(preview.items.begin(), preview.items.end(),
                                      [](const auto& item) { return is_urgent(item.finding.rule); });
      auto items = preview.items;
      report::sort_by_urgency(items);
      preview.mail =
          report::write({.recipient = people_[address], .on = on_, .urgent = urgent, .items = items});
      all.by_recipient.push_back(std::move(preview));
    }
    return all;
  }

 private:
  void add(const Tellable& tellable, const Told& told) {
    const auto matter = matter_of(tellable.finding, tellable.open_since);
    const auto rungs = rungs_due(ladder_of(services_, tellable), on_);
    const auto people = recipients_of(tellable.relationship);
    if (people.empty() && !rungs.empty()) ++untold_;
    for (const auto& person : people) {
      const auto fresh = std::find_if(rungs.begin(), rungs.end(), [&](const Rung& rung) {
        return !told.rungs.contains({tellable.relationship.id, matter, rung.id, person.email});
      });
      if (fresh == rungs.end()) continue;
      auto& preview = by_recipient_[person.email];
      preview.recipient = person.email;
      preview.items.push_back(item_of(services_, tellable));
      preview.rungs.push_back(fresh->id);
      people_.emplace(person.email, person);
    }
  }

  const Services& services_;
  const Policy& policy_;
  Date on_;
  std::size_t untold_ = 0;
  std::map<std::string, AlertPreview> by_recipient_;
  std::map<std::string, Person> people_;
};

}  // namespace

AlertPreviews preview_alerts(Services& services, Date on) {
  const auto policy = current_policy(services);
  Previews previews(services, policy, on);
  assess_portfolio(services, {on, {}}, [&](const std::vector<AssessedRelationship>& batch) {
    const auto told = told_of(services, batch);
    for (const auto& one : batch) previews.take(one, told);
  });
  return previews.finish();
}

}  // namespace certreg::service
