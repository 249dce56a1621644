#include "certreg/service/certificates.h"

#include "certreg/codec/records.h"
#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/store/certificates.h"
#include "certreg/store/suppliers.h"
#include "service/audit.h"
#include "service/identity.h"
#include "service/new_id.h"
#include "service/version_changes.h"

namespace certreg::service {
namespace {

void check_links(const Services& services, const CertificateVersion& version) {
  const auto supplier = services.catalogue.supplier(version.supplier);
  if (!supplier || supplier->retired) throw invalid("supplier", "is not a supplier of the register");
  if (version.parent && !services.catalogue.certificate(*version.parent))
    throw invalid("parent", "is not a certificate of the register");
}

CertificateRecord load_one(store::Transaction& transaction, const CertificateId& id) {
  auto records = store::load_certificates(transaction, {&id, 1});
  if (records.empty()) throw not_found("certificate " + id.value);
  return std::move(records.front());
}

void stamp(Services& services, CertificateVersion& version, const Actor& actor) {
  version.id = {new_id(services.clock)};
  version.recorded_at = services.clock.now();
  version.recorded_by = actor.name;
  version.last_confirmed.reset();
}

// What a person typed proves itself only.
void quote_person(CertificateVersion& version, const Actor& actor) {
  if (version.quotes.empty())
    version.quotes.push_back(
        {.field = "holder", .text = "entered by " + actor.name, .method = ReadingMethod::Person});
}

RegisterChanges changes_by_person(const Services& services, const CertificateRecord* known,
                                  const store::NewVersion& fresh) {
  auto changes = changes_of(services, known, fresh);
  if (fresh.replaces && !fresh.version.retired)
    changes.push_back(corrected_by_person(fresh.version, changes, services.reference()));
  return changes;
}

// `known`: what the version takes the place of; null: nothing.
CertificateRecord save(Services& services, store::Transaction& transaction, store::NewVersion version,
                       const CertificateRecord* known, const char* action, const Actor& actor) {
  const auto id = version.version.certificate;
  // One record that cannot be read back would stop every reader of the register.
  if (auto problems = codec::unstorable(version.version); !problems.empty())
    throw invalid(std::move(problems));
  store::insert_versions(transaction, {&version, 1});
  record_changes(transaction, changes_by_person(services, known, version), context_of(version));
  audit(transaction, actor, action, "certificate", id.value);
  auto record = load_one(transaction, id);
  transaction.commit();
  services.feed.refresh();
  return record;
}

CertificateRecord expect_latest(store::Transaction& transaction, const CertificateId& id,
                                const VersionId& expected) {
  auto record = load_one(transaction, id);
  if (record.latest().id != expected)
    throw Error(ErrorKind::Conflict,
                "the certificate was changed meanwhile: its latest version is " + record.latest().id.value);
  return record;
}

}  // namespace

CertificateRecord create_certificate(Services& services, CertificateVersion version, const Actor& actor) {
  check_links(services, version);
  auto key = certificate_key(version);
  if (key.empty()) key = claim_key(version, "person:" + actor.name);
  auto transaction = services.database.begin();
  store::lock_intake(transaction);
  if (!store::certificate_ids(transaction, {&key, 1}).empty())
    throw Error(ErrorKind::Conflict,
                "a certificate of this issuer with this number and standard is in the register");
  version.certificate = {new_id(services.clock)};
  version.evidence = EvidenceLevel::Claimed;
  stamp(services, version, actor);
  quote_person(version, actor);
  return save(services, transaction, {.key = key, .version = std::move(version)}, nullptr, "create", actor);
}

CertificateRecord correct_certificate(Services& services, const CertificateId& id, const VersionId& expected,
                                      CertificateVersion version, CorrectionKind kind, const Actor& actor) {
  check_links(services, version);
  auto transaction = services.database.begin();
  store::lock_intake(transaction);
  const auto record = expect_latest(transaction, id, expected);
  const auto& latest = record.latest();
  if (version.standard != latest.standard)
    throw invalid("standard", "cannot change: a certificate to another standard is another certificate");
  version.certificate = id;
  version.evidence = EvidenceLevel::Claimed;
  version.claimant = latest.claimant;
  stamp(services, version, actor);
  quote_person(version, actor);
  const auto replaces = kind == CorrectionKind::Correction ? std::optional(latest.id) : std::nullopt;
  return save(services, transaction, {.version = std::move(version), .replaces = replaces}, &record,
              "correct", actor);
}

CertificateRecord retire_certificate(Services& services, const CertificateId& id, const VersionId& expected,
                                     const std::string& reason, const Actor& actor) {
  auto transaction = services.database.begin();
  store::lock_intake(transaction);
  const auto record = expect_latest(transaction, id, expected);
  auto version = record.latest();
  const auto replaced = version.id;
  stamp(services, version, actor);
  version.retired = true;
  version.reason = reason;
  return save(services, transaction, {.version = std::move(version), .replaces = replaced}, &record, "retire",
              actor);
}

std::vector<CertificateVersion> certificate_history(Services& services, const CertificateId& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  auto versions = store::certificate_history(transaction, id);
  if (versions.empty()) throw not_found("certificate " + id.value);
  return versions;
}

std::vector<store::DocumentFacts> certificate_documents(Services& services, const CertificateId& id) {
  if (!services.catalogue.certificate(id)) throw not_found("certificate " + id.value);
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::documents_of_certificate(transaction, id);
}

}  // namespace certreg::service
