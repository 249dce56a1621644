#include "certreg/store/imports.h"
#include "store/bulk_rows.h"
#include "store/lists.h"
#include "store/values.h"

namespace certreg::store {
namespace {

std::string_view object_or_empty(const std::string& json) {
  return json.empty() ? "{}" : std::string_view(json);
}

Proposal proposal_of(const Row& row) {
  return {.id = ProposalId{row.text("id")},
          .import = ImportId{text_or_empty(row, "import_id")},
          .document = DocumentId{text_or_empty(row, "document_id")},
          .address = text_or_empty(row, "address"),
          .source = text_or_empty(row, "source"),
          .state = row.text("state"),
          .rule = row.text("rule"),
          .draft = row.text("draft"),
          .diff = row.text("diff"),
          .certificate_key = row.text("certificate_key"),
          .certificate = CertificateId{text_or_empty(row, "certificate_id")},
          .supplier = SupplierId{text_or_empty(row, "supplier_id")},
          .version = VersionId{text_or_empty(row, "version_id")},
          .decided_by = text_or_empty(row, "decided_by"),
          .reason = text_or_empty(row, "reason"),
          .decided_at = optional_instant(row, "decided_at"),
          .recorded_at = instant(row, "recorded_at")};
}

}  // namespace

int insert_proposals(Transaction& transaction, std::span<const Proposal> proposals) {
  BulkRows rows(transaction, "insert_proposals", 17);
  for (const auto& proposal : proposals)
    rows.add({proposal.id.value, filled(proposal.import), filled(proposal.document), filled(proposal.address),
              filled(proposal.source), proposal.state, proposal.rule, object_or_empty(proposal.draft),
              object_or_empty(proposal.diff), proposal.certificate_key, filled(proposal.certificate),
              filled(proposal.supplier), filled(proposal.version), filled(proposal.decided_by),
              text_of(proposal.decided_at), filled(proposal.reason), to_string(proposal.recorded_at)});
  return static_cast<int>(rows.finish());
}

bool is_waiting(Transaction& transaction, const Proposal& proposal) {
  return transaction
      .run("exists_waiting_proposal",
           {proposal.certificate_key, filled(proposal.address), proposal.diff, filled(proposal.document)})
      .only()
      .boolean("waits");
}

std::map<ProposalId, std::vector<std::string>> import_warnings(Transaction& transaction,
                                                               std::span<const ProposalId> proposals) {
  std::map<ProposalId, std::vector<std::string>> warnings;
  for (const auto& row : transaction.run("select_import_warnings", {uuid_array(proposals)}))
    warnings[ProposalId{row.text(0)}].push_back(row.text(1));
  return warnings;
}

std::optional<Proposal> load_proposal(Transaction& transaction, const ProposalId& id) {
  if (!is_uuid(id.value)) return std::nullopt;
  const auto row = transaction.run("lock_proposal", {id.value}).first();
  return row ? std::optional(proposal_of(*row)) : std::nullopt;
}

std::vector<Proposal> list_proposals(Transaction& transaction, const std::string& state,
                                     const std::string& after, int limit) {
  if (state.empty()) return list_page(transaction, "list_proposals", after, {limit}, proposal_of);
  return list_page(transaction, "list_proposals_in_state", after, {limit, state}, proposal_of);
}

void decide_proposal(Transaction& transaction, const Proposal& decided) {
  const auto result = transaction.run(
      "decide_proposal", {decided.id.value, decided.state, decided.rule, filled(decided.certificate),
                          filled(decided.supplier), filled(decided.version), filled(decided.decided_by),
                          text_of(decided.decided_at), filled(decided.reason)});
  if (result.affected() == 0) throw Error(ErrorKind::Conflict, "the proposal is not pending any more");
}

std::optional<std::string> decision_on(Transaction& transaction, const DocumentId& document,
                                       const std::string& certificate_key) {
  const auto row = transaction.run("select_last_decision", {filled(document), certificate_key}).first();
  return row ? std::optional(row->text("state")) : std::nullopt;
}

}  // namespace certreg::store
