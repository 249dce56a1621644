#include "service/assessing.h"

#include <algorithm>

#include "certreg/service/policies.h"
#include "certreg/service/reference_history.h"
#include "certreg/store/certificates.h"
#include "certreg/store/relationship_records.h"
#include "certreg/store/suppliers.h"
#include "service/searches.h"
#include "service/share_out.h"

namespace certreg::service {
namespace {

constexpr std::size_t kMostParties = 5000;  // kept from one batch to the next

// Worlds live as long as the service: the address of their reference data is theirs alone.
std::shared_ptr<const Reference> reference_for(Services& services, const WorldData& world,
                                               store::Transaction* transaction,
                                               const std::optional<Instant>& known_at) {
  if (!known_at) return {std::shared_ptr<const Reference>(), &world.reference};
  return services.history.known_at(services, *transaction, *known_at).reference;
}

PolicyPtr policy_for(Services& services, const WorldData& world, store::Transaction* transaction,
                     const std::optional<Instant>& known_at, const Policy* policy) {
  if (policy != nullptr) return {PolicyPtr(), policy};
  if (transaction == nullptr) return policy_in_force(services, world);
  return std::make_shared<const Policy>(current_policy(services, *transaction, known_at));
}

std::vector<std::string> names_of(const Supplier& supplier) {
  auto names = supplier.aliases;
  names.push_back(supplier.name);
  return names;
}

}  // namespace

Assessing::Assessing(Services& services, store::Transaction* transaction, const AssessmentMoment& moment,
                     const Policy* policy)
    : services_(services),
      transaction_(transaction),
      moment_(moment),
      today_(services.clock.today()),
      world_(services.world.data()),
      policy_(policy_for(services, world_, transaction, moment.known_at, policy)),
      reference_(reference_for(services, world_, transaction, moment.known_at)),
      remembers_(transaction == nullptr && policy == nullptr && moment.on == today_),
      verdicts_(std::make_unique<VerdictMemo>(*reference_)),
      ask_([this_run = verdicts_.get()](const Question& question, const KnownPartyPtr& party) {
        return this_run->ask(question, party);
      }) {}

Assessing::Assessing(Services& services, Date on, const Policy* policy)
    : Assessing(services, nullptr, {on, {}}, policy) {}

Assessing::Assessing(Services& services, store::Transaction& transaction, const AssessmentMoment& moment,
                     const Policy* policy)
    : Assessing(services, &transaction, moment, policy) {}

KnownPartyPtr Assessing::known_then(const SupplierId& id) {
  auto supplier = store::supplier_known_at(*transaction_, id, *moment_.known_at);
  if (!supplier || supplier->retired) return nullptr;
  KnownParty known{std::make_shared<const Supplier>(*std::move(supplier)), {}, {}};
  for (auto& record : store::certificates_known_at(*transaction_, id, *moment_.known_at))
    if (!record.latest().retired)
      known.certificates.push_back(std::make_shared<const CertificateRecord>(std::move(record)));
  known.searched = searches_for(services_, names_of(*known.supplier), moment_.known_at);
  return std::make_shared<const KnownParty>(std::move(known));
}

KnownPartyPtr Assessing::party(const Party& party) const {
  if (!party.supplier) return nullptr;
  return moment_.known_at ? parties_.at(*party.supplier)
                          : services_.assessments.party(services_, world_, *party.supplier);
}

AssurancesPtr Assessing::assurances_of(const KnownPartyPtr& party) const {
  static const auto none = std::make_shared<const std::vector<Assurance>>();
  if (!party) return none;
  return transaction_ != nullptr ? assurances_.at(party->supplier->id)
                                 : services_.catalogue.portfolio().assurances_of(party->supplier->id);
}

void Assessing::load_from_database(const std::vector<RelationshipRecordPtr>& records) {
  if (parties_.size() > kMostParties) parties_.clear();
  std::vector<SupplierId> operators;
  const auto load = [&](const Party& party) {
    if (moment_.known_at && party.supplier && !parties_.contains(*party.supplier))
      parties_.emplace(*party.supplier, known_then(*party.supplier));
  };
  for (const auto& record : records) {
    const auto& provider = operator_of(record->relationship);
    if (provider.supplier) operators.push_back(*provider.supplier);
    load(provider);
    for (const auto& dependency : record->relationship.dependencies) load(dependency.party);
  }
  assurances_.clear();
  for (auto& [supplier, all] : store::assurances_by_supplier(*transaction_, operators, moment_.known_at))
    assurances_.emplace(supplier, std::make_shared<const std::vector<Assurance>>(std::move(all)));
}

AssessmentPtr Assessing::assessment_by(const AssessmentBasis& basis) const {
  const auto& relationship = basis.record->relationship;
  std::vector<DependencyFacts> dependencies;
  for (std::size_t i = 0; i < basis.dependencies.size(); ++i)
    dependencies.push_back({&relationship.dependencies[i], basis.dependencies[i]});
  const auto& last = basis.record->last_review;
  return std::make_shared<const Assessment>(
      certreg::assess({.relationship = relationship,
                       .policy = *basis.policy,
                       .reference = *basis.reference,
                       .ask = ask_,
                       .on = basis.on,
                       .today = basis.today,
                       .provider = basis.provider,
                       .dependencies = dependencies,
                       .assurances = *basis.assurances,
                       .decisions = basis.record->decisions,
                       .last_review = last ? std::optional(last->on) : std::nullopt}));
}

AssessedRelationship Assessing::judge(const RelationshipRecordPtr& record) {
  AssessmentBasis basis{.record = record,
                        .policy = policy_,
                        .reference = reference_,
                        .on = moment_.on,
                        .today = today_,
                        .provider = party(operator_of(record->relationship))};
  for (const auto& dependency : record->relationship.dependencies)
    basis.dependencies.push_back(party(dependency.party));
  basis.assurances = assurances_of(basis.provider);
  AssessedRelationship assessed{record, basis.provider, basis.assurances, nullptr};
  if (remembers_) assessed.assessment = services_.assessments.find(basis);
  if (assessed.assessment) return assessed;
  assessed.assessment = assessment_by(basis);
  if (remembers_) services_.assessments.keep(std::move(basis), assessed.assessment);
  return assessed;
}

std::vector<AssessedRelationship> Assessing::assess(std::vector<RelationshipRecordPtr> records) {
  std::erase_if(records, [&](const auto& one) { return !is_current_on(one->relationship, moment_.on); });
  if (transaction_ != nullptr) load_from_database(records);
  std::vector<AssessedRelationship> assessed(records.size());
  share_out(records.size(), [&](std::size_t i) { assessed[i] = judge(records[i]); });
  return assessed;
}

std::vector<AssessedRelationship> Assessing::assess(std::vector<Relationship> relationships) {
  return assess(shared(store::with_records(*transaction_, std::move(relationships), moment_.known_at)));
}

bool Assessing::still_holds() const {
  return &services_.world.data() == &world_ && services_.clock.today() == today_ &&
         policy_in_force(services_, world_) == policy_;
}

std::vector<RelationshipRecordPtr> shared(std::vector<RelationshipRecord> records) {
  std::vector<RelationshipRecordPtr> all;
  all.reserve(records.size());
  for (auto& record : records) all.push_back(std::make_shared<const RelationshipRecord>(std::move(record)));
  return all;
}

}  // namespace certreg::service
