// Import runs, their items, and the proposals and observations that they leave.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct ImportRun {
  ImportId id;
  std::string what, source, actor;
  std::string state = "running";  // running, done, failed, interrupted
  std::string counts = "{}";      // JSON object: outcome -> number
  std::string error;
  Instant started_at{};
  std::optional<Instant> finished_at;
  DocumentId document;            // the table that it reads, if it does
  std::string way;                // how: what else would have to be the same to go on after another run
  std::int64_t settled_rows = 0;  // the table's rows up to this number are settled
};

struct ImportItem {
  std::int64_t ordinal = 0;
  std::string name, outcome;
  DocumentId document;
  std::string detail = "{}";  // JSON object
};

void insert_import(Transaction& transaction, const ImportRun& run);
// All but what it was asked. Throws NotFound.
void update_import(Transaction& transaction, const ImportRun& run);
void insert_import_items(Transaction& transaction, const ImportId& id, std::span<const ImportItem> items);
// How many rows of the same table, read in the same way, the last run since then settled before it was cut; 0
// when it came to its end.
std::int64_t rows_settled_before(Transaction& transaction, const ImportRun& run, Instant since);
std::int64_t last_ordinal(Transaction& transaction, const ImportId& id);
std::optional<ImportRun> load_import(Transaction& transaction, const ImportId& id);
std::vector<ImportRun> list_imports(Transaction& transaction, const std::string& after_id,
                                    int limit);  // newest first
int count_import_items(Transaction& transaction, const ImportId& id);
// By ordinal, those above `after_ordinal` (-1 = from the start).
std::vector<ImportItem> list_import_items(Transaction& transaction, const ImportId& id,
                                          std::int64_t after_ordinal, int limit);
// At start: what a killed process left running. Returns how many.
int interrupt_running_imports(Transaction& transaction, Instant now);

struct Proposal {
  ProposalId id;
  ImportId import;
  DocumentId document;
  std::string address, source;
  std::string state = "pending";  // pending, accepted, rejected
  std::string rule;               // that accepted it, or why it waits
  std::string draft, diff;        // JSON
  std::string certificate_key;
  CertificateId certificate;  // known one, or empty
  SupplierId supplier;
  VersionId version;
  std::string decided_by, reason;
  std::optional<Instant> decided_at;
  Instant recorded_at{};
};

// A pending proposal for the same document and key is not doubled: returns how many were new.
int insert_proposals(Transaction& transaction, std::span<const Proposal> proposals);
// A person has been asked already: a pending proposal of the same key has the same difference from the same
// address, or the same document.
bool is_waiting(Transaction& transaction, const Proposal& proposal);
// What was said of their documents while they were read ("page 3 could not be recognised"), at most 50 of
// each in their order; nothing of those without any.
std::map<ProposalId, std::vector<std::string>> import_warnings(Transaction& transaction,
                                                               std::span<const ProposalId> proposals);
// Locks the row until the transaction ends, so the transaction must be a writing one.
std::optional<Proposal> load_proposal(Transaction& transaction, const ProposalId& id);
// Newest first; state empty = all; `after` = id of the last one seen, empty = from the start.
std::vector<Proposal> list_proposals(Transaction& transaction, const std::string& state,
                                     const std::string& after, int limit);
// Throws Conflict when it is not pending any more.
void decide_proposal(Transaction& transaction, const Proposal& decided);
// The latest decision ("accepted", "rejected") on the same document and key: a rejected reading is not
// proposed again.
std::optional<std::string> decision_on(Transaction& transaction, const DocumentId& document,
                                       const std::string& certificate_key);

struct Observation {
  std::string id, kind, address, detail;
  SupplierId supplier;
  CertificateId certificate;
  DocumentId document;
  Instant recorded_at{};
};
// False when it was found before: that the same document no longer states a certificate, or that the page
// leaves out the same fields.
bool insert_observation(Transaction& transaction, const Observation& observation);
std::vector<Observation> list_observations(Transaction& transaction, const std::string& after, int limit);

}  // namespace certreg::store
