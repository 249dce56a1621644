#include "certreg/catalogue/portfolio.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

namespace certreg::catalogue {
namespace {

// Versions and decisions are never changed, so these tell whether all is the same. The feed may read again
// what it has read; whoever remembers something by a record should not have to forget it then.
bool is_same(const RelationshipRecord& left, const RelationshipRecord& right) {
  const auto same_decision = [](const Decision& one, const Decision& other) { return one.id == other.id; };
  return left.relationship.version == right.relationship.version && left.last_review == right.last_review &&
         std::ranges::equal(left.decisions, right.decisions, same_decision);
}

bool is_same(const std::vector<Assurance>& left, const std::vector<Assurance>& right) {
  return std::ranges::equal(left, right, [](const Assurance& one, const Assurance& other) {
    return one.id == other.id && one.version == other.version;
  });
}

}  // namespace

struct Portfolio::State {
  mutable std::shared_mutex mutex;
  std::map<RelationshipId, RelationshipRecordPtr> relationships;
  std::unordered_map<SupplierId, AssurancesPtr> assurances;
  PolicyPtr policy;
};

Portfolio::Portfolio() : state_(std::make_unique<State>()) {}
Portfolio::~Portfolio() = default;

void Portfolio::put(std::vector<RelationshipRecord> records) {
  std::vector<RelationshipRecordPtr> fresh;
  fresh.reserve(records.size());
  for (auto& record : records) fresh.push_back(std::make_shared<const RelationshipRecord>(std::move(record)));
  const std::unique_lock lock(state_->mutex);
  for (auto& record : fresh) {
    const auto& id = record->relationship.id;
    if (record->relationship.retired) {
      state_->relationships.erase(id);
      continue;
    }
    auto& held = state_->relationships[id];
    if (held == nullptr || !is_same(*held, *record)) held = std::move(record);
  }
}

void Portfolio::put(const SupplierId& supplier, std::vector<Assurance> assurances) {
  auto fresh = std::make_shared<const std::vector<Assurance>>(std::move(assurances));
  const std::unique_lock lock(state_->mutex);
  auto& held = state_->assurances[supplier];
  if (held == nullptr || !is_same(*held, *fresh)) held = std::move(fresh);
}

void Portfolio::put(Policy policy) {
  auto fresh = std::make_shared<const Policy>(std::move(policy));
  const std::unique_lock lock(state_->mutex);
  if (state_->policy == nullptr || state_->policy->version != fresh->version)
    state_->policy = std::move(fresh);
}

RelationshipRecordPtr Portfolio::relationship(const RelationshipId& id) const {
  const std::shared_lock lock(state_->mutex);
  const auto found = state_->relationships.find(id);
  return found == state_->relationships.end() ? nullptr : found->second;
}

std::vector<RelationshipRecordPtr> Portfolio::relationships_after(const RelationshipId& after,
                                                                  std::size_t limit) const {
  std::vector<RelationshipRecordPtr> all;
  const std::shared_lock lock(state_->mutex);
  for (auto at = state_->relationships.upper_bound(after);
       at != state_->relationships.end() && all.size() < limit; ++at)
    all.push_back(at->second);
  return all;
}

AssurancesPtr Portfolio::assurances_of(const SupplierId& supplier) const {
  static const auto none = std::make_shared<const std::vector<Assurance>>();
  const std::shared_lock lock(state_->mutex);
  const auto found = state_->assurances.find(supplier);
  return found == state_->assurances.end() ? none : found->second;
}

PolicyPtr Portfolio::policy() const {
  const std::shared_lock lock(state_->mutex);
  return state_->policy;
}

std::size_t Portfolio::size() const {
  const std::shared_lock lock(state_->mutex);
  return state_->relationships.size();
}

}  // namespace certreg::catalogue
