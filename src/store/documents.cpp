#include "certreg/store/documents.h"

#include <map>

#include "store/values.h"

namespace certreg::store {
namespace {

Sighting sighting_of(const Row& row) {
  return {.document = DocumentId{row.text("document_id")},
          .address = row.text("address"),
          .name = text_or_empty(row, "name"),
          .seen_at = instant(row, "seen_at"),
          .source = text_or_empty(row, "source"),
          .read = row.boolean("read")};
}

DocumentFacts facts_of(const Row& row) {
  return {.id = DocumentId{row.text("id")},
          .media_type = row.text("media_type"),
          .size = row.integer("size"),
          .access = row.text("access"),
          .erased = row.boolean("erased"),
          .recorded_at = instant(row, "recorded_at"),
          .sightings = {}};
}

std::vector<DocumentFacts> load_documents(Transaction& transaction, std::span<const std::string> ids) {
  const Params params{Param::array(ids)};
  std::map<DocumentId, std::vector<Sighting>> sightings;
  for (const auto& row : transaction.run("select_sightings", params)) {
    auto sighting = sighting_of(row);
    sightings[sighting.document].push_back(std::move(sighting));
  }
  std::vector<DocumentFacts> documents;
  for (const auto& row : transaction.run("select_documents", params)) {
    documents.push_back(facts_of(row));
    documents.back().sightings = std::move(sightings[documents.back().id]);
  }
  return documents;
}

}  // namespace

bool keep_document(Transaction& transaction, const DocumentId& id, const std::string& media_type,
                   std::string_view bytes) {
  return transaction.run("insert_document", {id.value, media_type, bytes.size(), Param::bytes(bytes)})
             .affected() == 1;
}

void record_sighting(Transaction& transaction, const Sighting& sighting) {
  transaction.run("insert_sighting", {sighting.document.value, sighting.address, filled(sighting.name),
                                      to_string(sighting.seen_at), filled(sighting.source), sighting.read});
}

std::optional<DocumentFacts> document_facts(Transaction& transaction, const DocumentId& id) {
  auto documents = load_documents(transaction, {&id.value, 1});
  if (documents.empty()) return std::nullopt;
  return std::move(documents.front());
}

std::optional<std::string> document_bytes(Transaction& transaction, const DocumentId& id) {
  const auto row = transaction.run("select_document_bytes", {id.value}).first();
  return row ? std::optional(row->bytes("bytes")) : std::nullopt;
}

std::vector<DocumentFacts> documents_of_certificate(Transaction& transaction, const CertificateId& id) {
  if (!is_uuid(id.value)) return {};
  std::vector<std::string> ids;
  for (const auto& row : transaction.run("select_document_ids_of_certificate", {id.value}))
    ids.push_back(row.text(0));
  return load_documents(transaction, ids);
}

}  // namespace certreg::store
