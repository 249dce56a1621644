#include "certreg/service/findings.h"

#include <algorithm>

#include "certreg/crypto/digest.h"
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

// Another list has another digest, wherever its texts begin and end.
std::string digest_of(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += std::to_string(text.size()) + ":" + text;
  return crypto::sha256(all).value;
}

Relationship known_relationship(store::Transaction& transaction, const RelationshipId& id) {
  auto found = store::load_relationships(transaction, {&id, 1});
  if (found.empty()) throw not_found("relationship " + id.value);
  return std::move(found.front());
}

FindingCase case_now(store::Transaction& transaction, const store::StoredFinding& finding) {
  FindingCase now{.finding = finding,
                  .relationship = known_relationship(transaction, finding.relationship),
                  .events = {},
                  .decisions = store::decisions_of(transaction, {&finding.relationship, 1})};
  std::erase_if(now.decisions, [key = key_of(finding.finding)](const Decision& decision) {
    return decision.finding_key != key;
  });
  return now;
}

Error changed_meanwhile(const std::string& what) {
  Error changed(ErrorKind::Conflict, "the finding is about something else meanwhile: " + what);
  changed.fields = {{"finding", what}};
  return changed;
}

void check_seen(const SeenCase& now, const SeenCase& seen) {
  if (now.last_decision != seen.last_decision)
    throw Error(ErrorKind::Conflict, "the finding was decided meanwhile; the last decision is another");
  if (now.finding != seen.finding) throw changed_meanwhile("its severity or its sentence is another");
  if (now.version != seen.version) throw changed_meanwhile("the certificate has another version");
  if (now.services != seen.services) throw changed_meanwhile("the relationship buys other services");
}

void check_attachment(store::Transaction& transaction, const Decision& decision) {
  if (!decision.attachment.empty() && !store::document_facts(transaction, decision.attachment))
    throw invalid("attachment", "is not a document of the register");
}

// Whose scope was read: the version that is known now, of the certificate that the finding is about.
CertificateId complete_reading(const Services& services, store::Transaction& transaction,
                               const store::StoredFinding& finding, const std::optional<SeenCase>& seen,
                               Decision& decision) {
  if (!finding.finding.certificate)
    throw invalid("kind", "there is no certificate whose scope could be read");
  const auto record = services.catalogue.certificate(*finding.finding.certificate);
  if (!record) throw not_found("certificate " + finding.finding.certificate->value);
  decision.version_read = record->latest().id;
  if (seen && seen->version != *decision.version_read)  // since it was checked
    throw changed_meanwhile("the certificate has another version");
  if (!decision.services.empty()) return record->id;
  decision.services = known_relationship(transaction, finding.relationship).services;
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

SeenCase seen_case(const Services& services, const FindingCase& one) {
  const auto& finding = one.finding.finding;
  SeenCase seen{.services = digest_of(one.relationship.services),
                .finding = digest_of({std::string(to_string(finding.severity)), finding.sentence})};
  if (!one.decisions.empty()) seen.last_decision = one.decisions.back().id;
  if (finding.certificate)
    if (const auto record = services.catalogue.certificate(*finding.certificate))
      seen.version = record->latest().id;
  return seen;
}

Decision decide(Services& services, const FindingId& id, Decision decision, const Actor& actor,
                const std::optional<SeenCase>& seen) {
  check_day(decision, services.clock.today());
  auto transaction = services.database.begin();
  store::lock_findings(transaction);
  const auto finding = known_finding(transaction, id);
  check_fits(decision, finding);
  if (seen) check_seen(seen_case(services, case_now(transaction, finding)), *seen);
  check_attachment(transaction, decision);
  decision.id = {new_id(services.clock)};
  decision.relationship = finding.relationship;
  decision.finding_key = key_of(finding.finding);
  decision.decided_by = actor.name;
  decision.decided_at = services.clock.now();
  const bool is_reading = decision.kind == DecisionKind::ConfirmScope;
  CertificateId read;
  if (is_reading) read = complete_reading(services, transaction, finding, seen, decision);
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
