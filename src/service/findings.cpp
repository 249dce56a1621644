#include "certreg/service/findings.h"

#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/store/documents.h"
#include "certreg/store/relationships.h"
#include "service/audit.h"
#include "service/new_id.h"

namespace certreg::service {
namespace {

store::StoredFinding known_finding(store::Transaction& transaction, const FindingId& id) {
  auto found = store::load_finding(transaction, id);
  if (!found) throw not_found("finding " + id.value);
  return *std::move(found);
}

void check_day(const Decision& decision, Date today) {
  if (decision.until && *decision.until < today) throw invalid("until", "is past");
  if (decision.until && *decision.until > today.plus_months(36))
    throw invalid("until", "lies more than three years ahead: decide again then");
}

bool is_about_scope(FindingRule rule) {
  return rule == FindingRule::OutOfScope || rule == FindingRule::ScopeReduced;
}

void check_fits(const Decision& decision, const store::StoredFinding& finding) {
  if (finding.state == FindingState::Cured && decision.kind != DecisionKind::Withdraw)
    throw Error(ErrorKind::Conflict, "the finding is cured: " + finding.cause);
  if (decision.kind == DecisionKind::ConfirmScope && !is_about_scope(finding.finding.rule))
    throw invalid("kind", "confirm_scope is for findings about the scope");
  if (decision.kind == DecisionKind::ConfirmSuccessor &&
      finding.finding.rule != FindingRule::SuccessorUnconfirmed)
    throw invalid("kind", "confirm_successor is for a certificate that seems to follow another");
}

void check_seen(store::Transaction& transaction, const store::StoredFinding& finding,
                const DecisionId& last_seen) {
  const auto key = key_of(finding.finding);
  DecisionId last;
  for (const auto& decision : store::decisions_of(transaction, {&finding.relationship, 1}))
    if (decision.finding_key == key) last = decision.id;
  if (last != last_seen)
    throw Error(ErrorKind::Conflict, "the finding was decided meanwhile; the last decision is another");
}

void check_attachment(store::Transaction& transaction, const Decision& decision) {
  if (!decision.attachment.empty() && !store::document_facts(transaction, decision.attachment))
    throw invalid("attachment", "is not a document of the register");
}

// Whose scope was read: the version that is known now, of the certificate that the finding is about.
CertificateId complete_reading(const Services& services, store::Transaction& transaction,
                               const store::StoredFinding& finding, Decision& decision) {
  if (!finding.finding.certificate)
    throw invalid("kind", "there is no certificate whose scope could be read");
  const auto record = services.catalogue.certificate(*finding.finding.certificate);
  if (!record) throw not_found("certificate " + finding.finding.certificate->value);
  decision.version_read = record->latest().id;
  if (!decision.services.empty()) return record->id;
  const RelationshipId ids[] = {finding.relationship};
  for (const auto& relationship : store::load_relationships(transaction, ids))
    decision.services = relationship.services;
  if (decision.services.empty())
    throw invalid("services", "is required: the relationship names no service that was looked for");
  return record->id;
}

}  // namespace

std::vector<store::StoredFinding> list_findings(Services& services, const store::FindingFilter& filter,
                                                const std::optional<store::FindingPlace>& after, int limit) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::list_findings(transaction, filter, after, limit);
}

store::StoredFinding find_finding(Services& services, const FindingId& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return known_finding(transaction, id);
}

std::vector<store::FindingEvent> finding_events(Services& services, const FindingId& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  known_finding(transaction, id);
  return store::finding_events(transaction, {&id, 1});
}

std::vector<Decision> relationship_decisions(Services& services, const RelationshipId& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  const RelationshipId ids[] = {id};
  if (store::load_relationships(transaction, ids).empty()) throw not_found("relationship " + id.value);
  return store::decisions_of(transaction, ids);
}

Decision decide(Services& services, const FindingId& id, Decision decision, const Actor& actor,
                const std::optional<DecisionId>& last_seen) {
  check_day(decision, services.clock.today());
  auto transaction = services.database.begin();
  store::lock_findings(transaction);
  const auto finding = known_finding(transaction, id);
  check_fits(decision, finding);
  if (last_seen) check_seen(transaction, finding, *last_seen);
  check_attachment(transaction, decision);
  decision.id = {new_id(services.clock)};
  decision.relationship = finding.relationship;
  decision.finding_key = key_of(finding.finding);
  decision.decided_by = actor.name;
  decision.decided_at = services.clock.now();
  const bool is_reading = decision.kind == DecisionKind::ConfirmScope;
  CertificateId read;
  if (is_reading) read = complete_reading(services, transaction, finding, decision);
  store::insert_decision(transaction, decision);
  if (is_reading) store::insert_scope_reading(transaction, decision, read);
  audit(transaction, actor, std::string(to_string(decision.kind)), "finding", id.value);
  if (!is_reading) watch_relationships(services, transaction, {&decision.relationship, 1}, actor);
  transaction.commit();
  services.feed.refresh();
  if (is_reading) {  // it changes the certificate's answers, which come from the catalogue
    auto after = services.database.begin();
    watch_relationships(services, after, {&decision.relationship, 1}, actor);
    after.commit();
  }
  return decision;
}

}  // namespace certreg::service
