#include "certreg/service/proposals.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/store/certificates.h"
#include "certreg/store/suppliers.h"
#include "service/audit.h"
#include "service/corrected_reading.h"
#include "service/identity.h"
#include "service/new_id.h"
#include "service/proposal_target.h"
#include "service/succession.h"
#include "service/supplier_book.h"
#include "service/version_changes.h"

namespace certreg::service {
namespace {

using codec::Json;

store::Proposal pending(store::Transaction& transaction, const ProposalId& id) {
  auto proposal = store::load_proposal(transaction, id);
  if (!proposal) throw not_found("proposal " + id.value);
  if (proposal->state != "pending")
    throw Error(ErrorKind::Conflict, "the proposal was " + proposal->state + " by " + proposal->decided_by);
  return *proposal;
}

std::string member_of(const std::string& field) { return field == "holder" ? "holders" : field; }

bool is_stated(const Json& changes, const std::string& field) {
  const auto has = [&](const std::string& name) {
    return changes.contains(name) && !changes[name].is_null();
  };
  return has(member_of(field)) || (field == "issuer" && has("issuer_printed"));
}

void refuse_unsettled(const reading::Draft& draft, const CertificateVersion& version,
                      const std::string& corrections) {
  const auto changes = corrections.empty() ? Json::object() : codec::parse(corrections);
  std::vector<FieldProblem> problems;
  for (const auto& ambiguity : draft.ambiguities)
    if (!is_stated(changes, ambiguity.field))
      problems.push_back({"corrections." + member_of(ambiguity.field),
                          "is ambiguous (" + ambiguity.why + "): state what it is"});
  if (draft.kind == reading::DraftKind::Certificate) {
    if (version.holders.empty()) problems.push_back({"corrections.holders", "is missing"});
    if (version.number.empty()) problems.push_back({"corrections.number", "is missing"});
  }
  if (!problems.empty()) throw invalid(std::move(problems));
}

SupplierId supplier_for(Services& services, store::Transaction& transaction, const store::Proposal& proposal,
                        const Acceptance& acceptance, const CertificateVersion& version, const Actor& actor) {
  if (acceptance.supplier) {
    const auto supplier = services.catalogue.supplier(*acceptance.supplier);
    if (!supplier || supplier->retired) throw invalid("supplier", "is not a supplier of the register");
    return *acceptance.supplier;
  }
  if (!proposal.supplier.empty()) return proposal.supplier;
  if (version.holders.empty()) throw invalid("supplier", "is required, since no holder is named");
  SupplierBook book(services, transaction, actor.name);
  const auto& holder = version.holders.front();
  const auto keys = keys_of(holder);
  book.prepare(keys);
  const auto found = book.find(holder, keys);
  if (found.ambiguous)
    throw invalid("supplier", "is required, since several suppliers have the holder's name");
  book.keep(found.supplier);
  if (const auto made = book.take_kept(); !made.empty()) store::insert_suppliers(transaction, made);
  return found.supplier;
}

// What it would be written over has to be what the person saw, or there is nothing as when they looked.
void refuse_unseen(const VersionId& seen, const ProposalTarget& target, const CertificateVersion& version) {
  const auto now = target.record ? compared_issue(*target.record, version).id : VersionId{};
  if (seen != now)
    throw Error(ErrorKind::Conflict, "the register knows another issue of it than the one that was seen");
}

void stamp(Services& services, CertificateVersion& version, const std::string& reason, const Actor& actor) {
  version.id = {new_id(services.clock)};
  version.recorded_at = services.clock.now();
  version.recorded_by = actor.name;
  version.reason = reason.empty() ? "accepted by a person" : reason;
}

// Nobody's reading is pending on it any more: the certificate's document did not change in what we use.
void clear_changed_mark(Services& services, store::Transaction& transaction, const CertificateRecord& record,
                        const Actor& actor) {
  auto version = record.latest();
  if (!version.document_changed) return;
  const auto marked = version.id;
  stamp(services, version, "the changed reading was decided", actor);
  version.document_changed = false;
  const store::NewVersion cleared{{}, std::move(version), marked, {}};
  store::insert_versions(transaction, {&cleared, 1});
}

bool states_status(const std::string& corrections) {
  return !corrections.empty() && codec::parse(corrections).contains("statuses");
}

void refuse_unstorable(const CertificateVersion& version) {
  if (auto problems = codec::unstorable(version); !problems.empty()) throw invalid(std::move(problems));
}

void record_accepted(const Services& services, store::Transaction& transaction,
                     const store::Proposal& proposal, const CertificateRecord* known,
                     const store::NewVersion& accepted, bool is_corrected) {
  auto changes = changes_of(services, known, accepted);
  if (is_corrected) changes.push_back(corrected_by_person(accepted.version, changes, services.reference()));
  auto context = context_of(accepted);
  context.source = proposal.source;
  context.address = proposal.address;
  record_changes(transaction, changes, context);
}

void record_rejected(const Services& services, store::Transaction& transaction,
                     const store::Proposal& proposal, const std::string& reason) {
  const auto read = codec::stored_draft(codec::parse(proposal.draft)).version;
  const auto change = reading_rejected(read, reason, proposal.address, services.reference());
  record_changes(transaction, {&change, 1},
                 {.at = services.clock.now(),
                  .source = proposal.source,
                  .supplier = proposal.supplier,
                  .certificate = proposal.certificate,
                  .version = {},
                  .document = proposal.document,
                  .address = proposal.address});
}

void decide(Services& services, store::Transaction& transaction, store::Proposal& proposal, const char* state,
            const std::string& reason, const Actor& actor) {
  proposal.state = state;
  proposal.reason = reason;
  proposal.decided_by = actor.name;
  proposal.decided_at = services.clock.now();
  store::decide_proposal(transaction, proposal);
  audit(transaction, actor, state, "proposal", proposal.id.value);
  transaction.commit();
  services.feed.refresh();
}

// Corrections that cannot be written lead nowhere: what was read does then.
CertificateVersion as_corrected(const Services& services, const reading::Draft& draft,
                                const Acceptance& acceptance) {
  for (const auto& corrections : {acceptance.corrections, std::string()}) {
    try {
      return corrected(services, draft, corrections, {});
    } catch (const Error& error) {
      if (error.kind != ErrorKind::Invalid) throw;
    }
  }
  return draft.version;
}

}  // namespace

std::optional<ComparedIssue> compared_with(Services& services, const store::Proposal& proposal,
                                           const Acceptance& acceptance) {
  const auto draft = codec::stored_draft(codec::parse(proposal.draft));
  const auto version = as_corrected(services, draft, acceptance);
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  const auto target = target_of(transaction, proposal, draft, version);
  if (!target.record) return std::nullopt;
  return ComparedIssue{compared_issue(*target.record, version),
                       corrected_issue(*target.record, version) != nullptr};
}

store::Proposal accept_proposal(Services& services, const ProposalId& id, const Acceptance& acceptance,
                                const Actor& actor) {
  auto transaction = services.database.begin();
  store::lock_intake(transaction);
  auto proposal = pending(transaction, id);
  const auto draft = codec::stored_draft(codec::parse(proposal.draft));
  auto version = corrected(services, draft, acceptance.corrections, actor);
  refuse_unsettled(draft, version, acceptance.corrections);
  const auto target = target_of(transaction, proposal, draft, version);
  if (acceptance.seen) refuse_unseen(*acceptance.seen, target, version);
  if (acceptance.claimant && version.claimant) version.claimant->kind = *acceptance.claimant;
  version.supplier = supplier_for(services, transaction, proposal, acceptance, version, actor);

  stamp(services, version, acceptance.reason, actor);
  version.certificate = target.record ? target.record->id : CertificateId{new_id(services.clock)};
  std::optional<VersionId> replaces;
  if (target.record) {
    const auto* issue = corrected_issue(*target.record, version);
    if (issue != nullptr) replaces = issue->id;
    if (issue != nullptr && !states_status(acceptance.corrections)) carry_over(*issue, version);
    if (target.record->latest().id != replaces)
      clear_changed_mark(services, transaction, *target.record, actor);
  }
  refuse_unstorable(version);
  proposal.version = version.id;
  proposal.certificate = version.certificate;
  proposal.supplier = version.supplier;
  const store::NewVersion accepted{target.key, std::move(version), replaces, proposal.document};
  store::insert_versions(transaction, {&accepted, 1});
  record_accepted(services, transaction, proposal, target.record ? &*target.record : nullptr, accepted,
                  !acceptance.corrections.empty());
  decide(services, transaction, proposal, "accepted", acceptance.reason, actor);
  return proposal;
}

store::Proposal reject_proposal(Services& services, const ProposalId& id, const std::string& reason,
                                const Actor& actor) {
  if (reason.empty()) throw invalid("reason", "is required");
  auto transaction = services.database.begin();
  store::lock_intake(transaction);
  auto proposal = pending(transaction, id);
  if (!proposal.certificate.empty())
    for (const auto& record : store::load_certificates(transaction, {&proposal.certificate, 1}))
      clear_changed_mark(services, transaction, record, actor);
  record_rejected(services, transaction, proposal, reason);
  decide(services, transaction, proposal, "rejected", reason, actor);
  return proposal;
}

}  // namespace certreg::service
