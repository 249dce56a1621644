// Decides what becomes of the offers of one document, and writes it, within one transaction: accepted by an
// explicit rule, confirmed as known, or left for a person.
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "certreg/service/actor.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/register_changes.h"
#include "certreg/service/services.h"
#include "certreg/store/certificates.h"
#include "certreg/store/imports.h"
#include "certreg/store/version_rows.h"
#include "service/difference.h"
#include "service/offer.h"
#include "service/portion_writer.h"
#include "service/supplier_book.h"

namespace certreg::service {

struct Settled {
  std::string outcome;  // "accepted", "unchanged", "pending", "rejected_before", "refused"
  std::string rule;     // that accepted it, or why it waits
  CertificateId certificate;
  std::vector<FieldProblem> problems;  // of what was refused
};

class Settlement {
 public:
  // `transaction` holds the intake lock (store::lock_intake).
  Settlement(Services& services, store::Transaction& transaction, ImportId import, const Actor& actor);

  // All offers are of one document. In their order.
  std::vector<Settled> settle(std::vector<Offer> offers);

  // Once, after settle().
  Written take_written();

 private:
  struct Case;
  void identify(std::vector<Case>& cases);
  void look_up(const std::vector<std::string>& keys);
  void look_up_claims_beside(const std::vector<Case>& cases);
  void choose_key(Case& item);
  std::string key_at_its_place(const Case& item);
  std::string kept_key(const Case& item) const;
  Settled decide(Case& item);
  Settled decide_known(Case& item);
  Settled decide_claim(Case& item);
  Settled decide_certificate(Case& item);
  Settled accept(Case& item, const std::string& rule, const std::optional<VersionId>& replaces);
  Settled confirm(Case& item);
  Settled leave(Case& item, const std::string& why);
  std::optional<std::string> decision_on(const Case& item);
  Settled refuse(const Case& item, std::vector<FieldProblem> problems) const;
  std::vector<std::string> names_of(const Case& item) const;
  std::vector<std::string> unsure_of(const Case& item) const;
  void mark_changed(const Case& item);
  CertificateId mark_displaced(const Case& item);
  void keep(const store::NewVersion& fresh);
  CertificateVersion mark(const std::string& key, const CertificateVersion& known, const std::string& why);
  void ask(const Case& item, const std::string& why, const store::Proposal& proposal);
  bool is_waiting(const store::Proposal& proposal);
  void record(const Case& item, const RegisterChanges& changes, ChangeContext context);
  void note_saying_less(const Case& item, const std::vector<std::string>& fields);
  void note_lost_services(const Case& item, const CertificateVersion& replaced);
  // False when the same was found before.
  bool note(const Case& item, const char* kind, const std::string& detail);
  store::Proposal proposal_of(const Case& item, const char* state, const std::string& rule) const;
  Portion take_portion();
  void save(const DocumentId& document);

  Services& services_;
  store::Transaction& transaction_;
  ImportId import_;
  Actor actor_;
  SupplierBook suppliers_;
  PortionWriter writer_;
  std::unordered_map<std::string, CertificateRecord> known_;  // by key
  std::unordered_set<std::string> looked_up_;                 // keys that are in known_ if they are anywhere
  std::set<std::string> claimed_;             // keys of claims that this document made already
  store::VersionRows versions_;               // not written yet
  std::vector<CertificateId> changed_;        // of versions that were made
  std::unordered_set<std::string> replaced_;  // ids of versions
  std::vector<VersionId> confirmed_;
  std::vector<store::Proposal> proposals_;
  std::vector<store::RecordedChange> changes_;  // not written yet
  std::vector<std::string> made_;               // keys of new certificates
  std::vector<CertificateId> confirmed_certificates_;
};

}  // namespace certreg::service
