#include "service/settlement.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "certreg/domain/issue_order.h"
#include "certreg/domain/names.h"
#include "service/identity.h"
#include "service/new_id.h"
#include "service/printed_holder.h"
#include "service/settlement_case.h"
#include "service/succession.h"
#include "service/version_changes.h"

namespace certreg::service {
namespace {

// Enough that a portion's statements cost little beside its rows.
constexpr std::size_t kPortionVersions = 500;

bool is_claim(const Offer& offer) { return offer.draft.kind == reading::DraftKind::Claim; }

bool source_names_holder(const Offer& offer) {
  return offer.source != nullptr && !offer.source->holder.name.empty();
}

// As a first certificate it would be accepted.
bool may_begin(const Offer& offer) {
  return offer.accept ||
         (source_names_holder(offer) && offer.source->claimant.kind == ClaimantKind::Supplier);
}

std::string why_not_whole(const reading::Draft& draft, const std::vector<std::string>& unsure = {}) {
  std::string why;
  for (const auto& ambiguity : draft.ambiguities)
    why += (why.empty() ? "" : ", ") + ambiguity.field + " is ambiguous";
  for (const auto& field : reading::missing_fields(draft.version))
    why += (why.empty() ? "" : ", ") + field + " is missing";
  for (const auto& field : unsure) why += (why.empty() ? "" : ", ") + field + " was not read with certainty";
  return why.empty() ? "a mandatory field has no quote" : why;
}

}  // namespace

const CertificateVersion& nearest_issue(const CertificateRecord& record, const CertificateVersion& read) {
  for (auto issue = record.issues.rbegin(); issue != record.issues.rend(); ++issue)
    if (!issue->retired && says_the_same(*issue, read)) return *issue;
  return record.latest();
}

Settlement::Settlement(Services& services, store::Transaction& transaction, ImportId import,
                       const Actor& actor)
    : services_(services),
      transaction_(transaction),
      import_(std::move(import)),
      actor_(actor),
      suppliers_(services, transaction, actor.name),
      writer_(transaction) {}

std::vector<Settled> Settlement::settle(std::vector<Offer> offers) {
  std::vector<Case> cases;
  SupplierKeys keys;
  OfferPreparation preparation;
  for (auto& offer : offers) {
    if (!offer.facts) preparation.prepare(offer);
    keys.insert(keys.end(), offer.facts->holder_keys.begin(), offer.facts->holder_keys.end());
    cases.push_back({.offer = std::move(offer)});
  }
  suppliers_.prepare(std::move(keys));
  identify(cases);
  std::vector<Settled> all;
  for (auto& item : cases) {
    all.push_back(decide(item));
    if (versions_.size() >= kPortionVersions) writer_.write(take_portion());
  }
  if (!cases.empty()) save(cases.front().offer.document);
  return all;
}

void Settlement::identify(std::vector<Case>& cases) {
  std::vector<std::string> keys;
  for (auto& item : cases) {
    auto& version = item.offer.draft.version;
    const auto& facts = *item.offer.facts;
    if (!facts.holder.name.empty()) item.supplier = suppliers_.find(facts.holder, facts.holder_keys);
    version.supplier = item.supplier.is_new ? SupplierId{} : item.supplier.supplier;
    item.key = facts.key;
    if (!item.key.empty()) keys.push_back(item.key);
    if (!item.key.empty() && item.offer.from_table) continue;
    for (const auto& apart : marks_of_claim(version))
      keys.push_back(claim_key(version, item.offer.address) + apart);
  }
  look_up(keys);
  look_up_claims_beside(cases);
}

void Settlement::look_up(const std::vector<std::string>& keys) {
  const auto pause = writer_.pause();
  std::vector<CertificateId> ids;
  std::map<CertificateId, std::string> key_of;
  for (const auto& [key, id] : store::certificate_ids(transaction_, keys)) {
    if (known_.contains(key)) continue;
    ids.push_back(id);
    key_of.emplace(id, key);
  }
  looked_up_.insert(keys.begin(), keys.end());
  if (ids.empty()) return;
  for (auto& record : store::load_certificates(transaction_, ids))
    known_.emplace(key_of.at(record.id), std::move(record));
}

Settled Settlement::decide(Case& item) {
  if (!item.offer.facts->problems.empty()) return refuse(item, item.offer.facts->problems);
  choose_key(item);
  if (item.supplier.ambiguous) return leave(item, "several suppliers have the holder's name");
  if (item.supplier.supplier.empty()) return leave(item, "no holder is named");
  if (item.known != nullptr && item.known->latest().retired) {
    if (says_the_same(item.known->latest(), item.offer.draft.version))
      return {"unchanged", "the same was retired by a person", item.known->id, {}};
    return leave(item, "a person retired what was known of it");
  }
  return is_claim(item.offer) ? decide_claim(item) : decide_certificate(item);
}

Settled Settlement::decide_claim(Case& item) {
  const auto& version = item.offer.draft.version;
  if (item.known != nullptr) {
    const auto& latest = item.known->latest();
    if (says_the_same(latest, version)) {
      if (const auto less = left_out(latest, version); !less.empty()) note_saying_less(item, less);
      return confirm(item);
    }
  }
  if (!item.offer.draft.ambiguities.empty()) return leave(item, why_not_whole(item.offer.draft));
  if (!version.claimant || version.claimant->kind == ClaimantKind::Unknown)
    return leave(item, "nobody has said whose page this is");
  const auto replaces = item.known ? std::optional(item.known->latest().id) : std::nullopt;
  return accept(item, "a page's claim is accepted as claimed", replaces);
}

// What was read with less certainty than is needed without a person. A holder that the source or the register
// expects there needs no more.
std::vector<std::string> Settlement::unsure_of(const Case& item) const {
  const auto& version = item.offer.draft.version;
  auto unsure = unsure_fields(version);
  const bool is_known_holder = item.known != nullptr && !item.known->latest().holders.empty() &&
                               !version.holders.empty() &&
                               normalise_name(item.known->latest().holders.front().name) ==
                                   normalise_name(version.holders.front().name);
  const bool is_expected = source_names_holder(item.offer) && is_printed_for(version, names_of(item));
  if (is_known_holder || is_expected) std::erase(unsure, "holder");
  return unsure;
}

Settled Settlement::decide_known(Case& item) {
  const auto& draft = item.offer.draft;
  const auto& issue = nearest_issue(*item.known, draft.version);
  const auto compared = compare(issue, draft.version);
  const bool same = compared.differences.empty();
  const bool stronger = draft.version.evidence > issue.evidence;
  if (same && !stronger) return confirm(item);
  if (is_corrected_reading_of(issue, item.offer.document))
    return {"unchanged", "a person corrected this reading", item.known->id, {}};
  if (issue.supplier != item.supplier.supplier) return leave(item, "it is known as another supplier's");
  if (const auto dropped = dropped_limits(issue, draft.version, compared); !dropped.empty())
    return leave(item, "it leaves out what was known: " + dropped);
  const auto unsure = unsure_of(item);
  const bool is_certain = is_whole(draft) && unsure.empty();
  const bool bears_out = same || (may_begin(item.offer) && !contradicts(compared));
  if (stronger && bears_out && is_certain) return accept(item, "a document says what was claimed", issue.id);
  if (is_later_issue(issue, draft.version, compared) && (is_certain || item.offer.from_table) &&
      draft.version.evidence >= issue.evidence)
    return accept(item, "a later issue of a known certificate", std::nullopt);
  if (item.offer.accept && is_certain) return accept(item, "accepted by the caller", issue.id);
  return leave(item, same ? why_not_whole(draft, unsure) : "it differs from what is known");
}

// By which the holder of the offer's source is known.
std::vector<std::string> Settlement::names_of(const Case& item) const {
  const auto& source = *item.offer.source;
  std::vector<std::string> names = source.products;
  names.push_back(source.holder.name);
  if (const auto supplier = services_.catalogue.supplier(item.supplier.supplier)) {
    names.push_back(supplier->name);
    names.insert(names.end(), supplier->aliases.begin(), supplier->aliases.end());
  }
  return names;
}

Settled Settlement::decide_certificate(Case& item) {
  const auto& draft = item.offer.draft;
  if (item.known != nullptr) return decide_known(item);
  if (item.offer.from_table) return accept(item, "a table's row is accepted as it stands", std::nullopt);
  if (const auto unsure = unsure_of(item); !is_whole(draft) || !unsure.empty())
    return leave(item, why_not_whole(draft, unsure));
  if (item.offer.accept) return accept(item, "accepted by the caller", std::nullopt);
  if (!source_names_holder(item.offer))
    return leave(item, "a first certificate, and no source names its holder");
  // A third party's page never counts, and neither does what it offers for download.
  if (item.offer.source->claimant.kind != ClaimantKind::Supplier)
    return leave(item, "a first certificate, and its source is not the supplier's");
  item.is_anothers = !is_printed_for(draft.version, names_of(item));
  if (item.is_anothers)
    return leave(item, "it names another holder than " + item.offer.source->holder.name + ": " +
                           draft.version.holders.front().name);
  return accept(item, "a first certificate whose source names the holder", std::nullopt);
}

Settled Settlement::accept(Case& item, const std::string& rule, const std::optional<VersionId>& replaces) {
  auto& record = known_[item.key];
  const auto key = kept_key(item);
  const auto replaced = std::find_if(record.issues.begin(), record.issues.end(),
                                     [&](const auto& issue) { return issue.id == replaces; });
  if (replaced != record.issues.end()) note_lost_services(item, *replaced);
  // Nobody asks for a row of a table again.
  auto version = item.offer.from_table ? std::move(item.offer.draft.version) : item.offer.draft.version;
  version.id = {new_id(services_.clock)};
  version.certificate = item.known ? item.known->id : CertificateId{new_id(services_.clock)};
  version.recorded_at = services_.clock.now();
  version.recorded_by = actor_.name;
  version.reason = rule;
  version.supplier = item.supplier.supplier;
  suppliers_.keep(version.supplier);

  record.id = version.certificate;
  if (replaced != record.issues.end()) carry_over(*replaced, version);
  if (item.known == nullptr) made_.push_back(item.key);
  store::NewVersion fresh{item.known == nullptr ? key : std::string(), std::move(version), replaces,
                          item.offer.document};
  this->record(item, changes_of(services_, &record, fresh), context_of(fresh));
  keep(fresh);
  if (replaced != record.issues.end()) record.issues.erase(replaced);
  record.issues.push_back(std::move(fresh.version));
  if (!item.offer.from_table) {
    auto proposal = proposal_of(item, "accepted", rule);
    proposal.certificate_key = key;
    proposal.certificate = record.id;
    proposal.version = record.issues.back().id;
    proposal.decided_by = actor_.name;
    proposal.decided_at = services_.clock.now();
    proposals_.push_back(std::move(proposal));
  }
  return {"accepted", rule, record.id, {}};
}

Settled Settlement::confirm(Case& item) {
  const auto& issue = nearest_issue(*item.known, item.offer.draft.version);
  // A claim that repeats a document does not make the document seen again.
  if (item.offer.draft.version.evidence >= issue.evidence) {
    confirmed_.push_back(issue.id);
    confirmed_certificates_.push_back(item.known->id);
  }
  return {"unchanged", "the same as is known", item.known->id, {}};
}

std::optional<std::string> Settlement::decision_on(const Case& item) {
  const auto pause = writer_.pause();
  return store::decision_on(transaction_, item.offer.document, item.key);
}

Settled Settlement::leave(Case& item, const std::string& why) {
  const auto certificate = item.known ? item.known->id : CertificateId{};
  const auto decision = decision_on(item);
  if (decision == "rejected") return {"rejected_before", "a person rejected this reading", certificate, {}};
  // It was accepted under another identity than the one it was read with.
  if (decision == "accepted" && item.known == nullptr)
    return {"unchanged", "a person accepted this reading", certificate, {}};
  auto proposal = proposal_of(item, "pending", why);
  if (item.is_anothers) proposal.certificate = mark_displaced(item);
  ask(item, why, proposal);
  proposals_.push_back(std::move(proposal));
  if (item.known != nullptr) mark_changed(item);
  return {"pending", why, certificate, {}};
}

Settled Settlement::refuse(const Case& item, std::vector<FieldProblem> problems) const {
  auto why = "it cannot be kept: " + problems.front().field + " " + problems.front().rule;
  return {"refused", why, item.known ? item.known->id : CertificateId{}, std::move(problems)};
}

store::Proposal Settlement::proposal_of(const Case& item, const char* state, const std::string& rule) const {
  const auto& version = item.offer.draft.version;
  const auto changed = item.known ? differences(nearest_issue(*item.known, version), version)
                                  : differences(CertificateVersion{}, version);
  return {.id = {new_id(services_.clock)},
          .import = import_,
          .document = item.offer.document,
          .address = item.offer.address,
          .source = item.offer.source ? item.offer.source->name : std::string(),
          .state = state,
          .rule = rule,
          .draft = codec::dump(codec::to_json(item.offer.draft)),
          .diff = to_json(changed),
          .certificate_key = item.key,
          .certificate = item.known ? item.known->id : CertificateId{},
          .supplier = item.supplier.is_new && std::string_view(state) == "pending" ? SupplierId{}
                                                                                   : item.supplier.supplier,
          .recorded_at = services_.clock.now()};
}

void Settlement::keep(const store::NewVersion& fresh) {
  changed_.push_back(fresh.version.certificate);
  if (fresh.replaces) replaced_.insert(fresh.replaces->value);
  versions_.add(fresh);
}

Portion Settlement::take_portion() {
  return {suppliers_.take_kept(), std::exchange(versions_, {}), std::exchange(changes_, {})};
}

void Settlement::save(const DocumentId& document) {
  writer_.finish(take_portion());
  if (!confirmed_.empty()) store::confirm_versions(transaction_, confirmed_, services_.clock.now(), document);
  if (!proposals_.empty()) store::insert_proposals(transaction_, proposals_);
}

Written Settlement::take_written() {
  Written written{.transaction = store::transaction_number(transaction_),
                  .suppliers = writer_.take_suppliers(),
                  .certificates = {},
                  .changed = std::move(confirmed_certificates_)};
  std::unordered_set<std::string> made;
  for (const auto& key : made_) {
    auto& record = known_.at(key);
    put_in_order(record.issues);
    made.insert(record.id.value);
    written.certificates.push_back(std::move(record));
  }
  for (auto& id : changed_)
    if (!made.contains(id.value)) written.changed.push_back(std::move(id));
  return written;
}

}  // namespace certreg::service
