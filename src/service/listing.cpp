#include "certreg/service/listing.h"

#include "certreg/domain/error.h"

namespace certreg::service {
namespace {

template <class Read>
auto read_only(Services& services, Read read) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return read(transaction);
}

}  // namespace

std::vector<store::ImportRun> list_imports(Services& services, const std::string& after, int limit) {
  return read_only(services,
                   [&](auto& transaction) { return store::list_imports(transaction, after, limit); });
}

store::ImportRun find_import(Services& services, const ImportId& id) {
  auto run = read_only(services, [&](auto& transaction) { return store::load_import(transaction, id); });
  if (!run) throw not_found("import " + id.value);
  return *std::move(run);
}

int count_import_items(Services& services, const ImportId& id) {
  return read_only(services, [&](auto& transaction) { return store::count_import_items(transaction, id); });
}

std::vector<store::ImportItem> import_items(Services& services, const ImportId& id,
                                            std::int64_t after_ordinal, int limit) {
  return read_only(services, [&](auto& transaction) {
    if (!store::load_import(transaction, id)) throw not_found("import " + id.value);
    return store::list_import_items(transaction, id, after_ordinal, limit);
  });
}

std::vector<store::Proposal> list_proposals(Services& services, const std::string& state,
                                            const std::string& after, int limit) {
  return read_only(
      services, [&](auto& transaction) { return store::list_proposals(transaction, state, after, limit); });
}

store::Proposal find_proposal(Services& services, const ProposalId& id) {
  // load_proposal locks the row, which a read-only transaction may not.
  auto transaction = services.database.begin();
  auto proposal = store::load_proposal(transaction, id);
  if (!proposal) throw not_found("proposal " + id.value);
  return *std::move(proposal);
}

std::map<ProposalId, std::vector<std::string>> import_warnings(Services& services,
                                                               std::span<const ProposalId> proposals) {
  return read_only(services,
                   [&](auto& transaction) { return store::import_warnings(transaction, proposals); });
}

std::vector<store::Observation> list_observations(Services& services, const std::string& after, int limit) {
  return read_only(services,
                   [&](auto& transaction) { return store::list_observations(transaction, after, limit); });
}

std::vector<store::FetchRecord> source_fetches(Services& services, const std::string& source, int limit) {
  return read_only(services,
                   [&](auto& transaction) { return store::fetches_of_source(transaction, source, limit); });
}

store::DocumentFacts find_document(Services& services, const DocumentId& id) {
  auto facts = read_only(services, [&](auto& transaction) { return store::document_facts(transaction, id); });
  if (!facts) throw not_found("document " + id.value);
  return *std::move(facts);
}

std::string document_content(Services& services, const DocumentId& id) {
  auto bytes = read_only(services, [&](auto& transaction) { return store::document_bytes(transaction, id); });
  if (!bytes) throw not_found("the bytes of document " + id.value);
  return *std::move(bytes);
}

std::optional<std::function<bool(std::string& out)>> long_document_content(Services& services,
                                                                           const DocumentId& id) {
  const auto pieces =
      read_only(services, [&](auto& transaction) { return store::document_pieces(transaction, id); });
  if (!pieces.is_long) return std::nullopt;
  return [&services, id, count = pieces.count, at = std::size_t{0}](std::string& out) mutable {
    if (at == count) return false;
    const auto piece =
        read_only(services, [&](auto& transaction) { return store::document_piece(transaction, id, at); });
    if (!piece) throw Error(ErrorKind::Unavailable, "the document is not whole", id.value);
    out += *piece;
    return ++at < count;
  };
}

std::vector<store::AuditEvent> list_audit_events(Services& services, std::int64_t before, int limit) {
  return read_only(services,
                   [&](auto& transaction) { return store::list_audit(transaction, before, limit); });
}

}  // namespace certreg::service
