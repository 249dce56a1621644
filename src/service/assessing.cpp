#include "service/assessing.h"

#include <algorithm>
#include <future>
#include <thread>

#include "certreg/service/policies.h"
#include "certreg/service/reference_history.h"
#include "certreg/store/certificates.h"
#include "certreg/store/findings.h"
#include "certreg/store/relationships.h"
#include "certreg/store/reviews.h"
#include "certreg/store/suppliers.h"
#include "service/searches.h"

namespace certreg::service {
namespace {

constexpr std::size_t kMostParties = 5000;  // kept from one batch to the next
constexpr std::size_t kSmallestShare = 64;  // relationships that are worth a thread

std::shared_ptr<const Reference> reference_for(Services& services, store::Transaction& transaction,
                                               const std::optional<Instant>& known_at) {
  if (!known_at) return {std::shared_ptr<const Reference>(), &services.reference()};
  return services.history.known_at(services, transaction, *known_at).reference;
}

std::vector<std::string> names_of(const Supplier& supplier) {
  auto names = supplier.aliases;
  names.push_back(supplier.name);
  return names;
}

template <class Work>
void share_out(std::size_t count, Work work) {
  const std::size_t threads =
      std::clamp<std::size_t>(count / kSmallestShare, 1, std::max(1U, std::thread::hardware_concurrency()));
  std::vector<std::future<void>> others;
  for (std::size_t share = 1; share < threads; ++share)
    others.push_back(std::async(std::launch::async, [&, share] {
      for (std::size_t i = share; i < count; i += threads) work(i);
    }));
  for (std::size_t i = 0; i < count; i += threads) work(i);
  for (auto& other : others) other.get();
}

}  // namespace

Assessing::Assessing(Services& services, store::Transaction& transaction, const AssessmentMoment& moment,
                     const Policy* policy)
    : services_(services),
      transaction_(transaction),
      moment_(moment),
      policy_(policy != nullptr ? *policy : current_policy(services, transaction, moment.known_at)),
      reference_(reference_for(services, transaction, moment.known_at)) {}

Assessing::KnownParty Assessing::known_now(const SupplierId& id) const {
  KnownParty known;
  const auto supplier = services_.catalogue.supplier(id);
  if (!supplier || supplier->retired) return known;
  known.supplier = *supplier;
  for (const auto& record : services_.catalogue.certificates_of(id)) known.certificates.push_back(*record);
  known.searched = searches_for(services_, names_of(*supplier), {});
  return known;
}

Assessing::KnownParty Assessing::known_then(const SupplierId& id) {
  KnownParty known;
  known.supplier = store::supplier_known_at(transaction_, id, *moment_.known_at);
  if (!known.supplier || known.supplier->retired) return {};
  known.certificates = store::certificates_known_at(transaction_, id, *moment_.known_at);
  std::erase_if(known.certificates, [](const CertificateRecord& record) { return record.latest().retired; });
  known.searched = searches_for(services_, names_of(*known.supplier), moment_.known_at);
  return known;
}

const Assessing::KnownParty* Assessing::party(const Party& party) const {
  if (!party.supplier) return nullptr;
  const auto known = parties_.find(*party.supplier);
  return known == parties_.end() || !known->second.supplier ? nullptr : &known->second;
}

void Assessing::load_parties(const std::vector<Relationship>& relationships) {
  if (parties_.size() > kMostParties) parties_.clear();
  const auto load = [&](const Party& party) {
    if (!party.supplier || parties_.contains(*party.supplier)) return;
    parties_.emplace(*party.supplier,
                     moment_.known_at ? known_then(*party.supplier) : known_now(*party.supplier));
  };
  for (const auto& relationship : relationships) {
    load(operator_of(relationship));
    for (const auto& dependency : relationship.dependencies) load(dependency.party);
  }
}

void Assessing::add_records(std::vector<AssessedRelationship>& assessed) {
  std::vector<RelationshipId> ids;
  std::vector<SupplierId> suppliers;
  for (const auto& one : assessed) {
    ids.push_back(one.relationship.id);
    if (one.supplier) suppliers.push_back(one.supplier->id);
  }
  std::map<RelationshipId, std::vector<Decision>> decisions;
  for (auto& decision : store::decisions_of(transaction_, ids, moment_.known_at))
    decisions[decision.relationship].push_back(std::move(decision));
  std::map<SupplierId, std::vector<Assurance>> assurances;
  for (auto& assurance : store::assurances_of(transaction_, suppliers, moment_.known_at))
    assurances[assurance.supplier].push_back(std::move(assurance));
  for (auto& one : assessed) {
    one.decisions = std::move(decisions[one.relationship.id]);
    if (one.supplier) one.assurances = assurances[one.supplier->id];
  }
}

Assessment Assessing::judge(const AssessedRelationship& one, const std::optional<Date>& last_review) const {
  const auto facts_of = [&](const Party& asked) -> PartyFacts {
    const auto* known = party(asked);
    return known == nullptr ? PartyFacts() : PartyFacts{&*known->supplier, known->certificates};
  };
  std::vector<DependencyFacts> dependencies;
  for (const auto& dependency : one.relationship.dependencies)
    dependencies.push_back({&dependency, facts_of(dependency.party)});
  const auto& provider = operator_of(one.relationship);
  RelationshipFacts facts{.relationship = one.relationship,
                          .policy = policy_,
                          .reference = *reference_,
                          .on = moment_.on,
                          .today = services_.clock.today(),
                          .provider = facts_of(provider),
                          .dependencies = dependencies,
                          .assurances = one.assurances,
                          .decisions = one.decisions,
                          .last_review = last_review};
  if (facts.provider.supplier != nullptr) facts.searched = parties_.at(*provider.supplier).searched;
  return certreg::assess(facts);
}

std::map<RelationshipId, store::LastReview> Assessing::last_reviews_of(
    const std::vector<AssessedRelationship>& assessed) {
  std::vector<RelationshipId> ids;
  for (const auto& one : assessed) ids.push_back(one.relationship.id);
  return store::last_reviews(transaction_, ids, moment_.known_at);
}

std::vector<AssessedRelationship> Assessing::assess(std::vector<Relationship> relationships) {
  std::erase_if(relationships, [&](const Relationship& one) { return !is_current_on(one, moment_.on); });
  load_parties(relationships);
  std::vector<AssessedRelationship> assessed;
  for (auto& relationship : relationships) {
    AssessedRelationship one;
    const auto* known = party(operator_of(relationship));
    if (known != nullptr) one.supplier = known->supplier;
    one.relationship = std::move(relationship);
    assessed.push_back(std::move(one));
  }
  add_records(assessed);
  const auto last = last_reviews_of(assessed);
  share_out(assessed.size(), [&](std::size_t i) {
    const auto found = last.find(assessed[i].relationship.id);
    assessed[i].assessment =
        judge(assessed[i], found == last.end() ? std::nullopt : std::optional(found->second.on));
  });
  return assessed;
}

}  // namespace certreg::service
