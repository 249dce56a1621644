#include "certreg/service/assessment_memo.h"

#include <mutex>

#include "certreg/service/policies.h"
#include "service/bounded_map.h"
#include "service/known_parties.h"

namespace certreg::service {
namespace {

constexpr std::size_t kMostKept = 200'000;  // assessments; two to four kilobytes each

struct Kept {
  AssessmentBasis basis;
  AssessmentPtr assessment;
};

}  // namespace

struct AssessmentMemo::State {
  KnownParties parties;
  BoundedMap<RelationshipId, std::shared_ptr<const Kept>> kept{kMostKept};
  BoundedMap<RelationshipId, SettledFindings> settled{kMostKept};
  std::mutex mutex;
  const WorldData* world = nullptr;
  PolicyPtr default_policy;  // of `world`
};

AssessmentMemo::AssessmentMemo() : state_(std::make_unique<State>()) {}
AssessmentMemo::~AssessmentMemo() = default;

KnownPartyPtr AssessmentMemo::party(const Services& services, const WorldData& world, const SupplierId& id) {
  return state_->parties.find(services, world, id);
}

PolicyPtr AssessmentMemo::default_policy(const WorldData& world) {
  const std::lock_guard lock(state_->mutex);
  if (state_->world != &world) {
    state_->default_policy = std::make_shared<const Policy>(service::default_policy(world.reference));
    state_->world = &world;
  }
  return state_->default_policy;
}

AssessmentPtr AssessmentMemo::find(const AssessmentBasis& basis) {
  const auto kept = state_->kept.find(basis.record->relationship.id);
  return kept && (*kept)->basis == basis ? (*kept)->assessment : nullptr;
}

void AssessmentMemo::keep(AssessmentBasis basis, AssessmentPtr assessment) {
  const auto id = basis.record->relationship.id;
  state_->kept.put(id, std::make_shared<const Kept>(Kept{std::move(basis), std::move(assessment)}));
}

bool AssessmentMemo::is_settled(const RelationshipId& id, const SettledFindings& findings) {
  return state_->settled.find(id) == findings;
}

void AssessmentMemo::settle(const RelationshipId& id, SettledFindings findings) {
  state_->settled.put(id, std::move(findings));
}

}  // namespace certreg::service
