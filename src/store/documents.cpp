#include "certreg/store/documents.h"

#include "certreg/store/certificate_documents.h"

#include <algorithm>
#include <map>

#include "certreg/domain/error.h"

#include "store/values.h"

namespace certreg::store {
namespace {

constexpr std::size_t kPieceBytes = kLongDocumentBytes;

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

bool keep_long_document(Database& database, const DocumentId& id, const std::string& media_type,
                        std::string_view bytes) {
  if (database.run("exists_document", {id.value}).only().boolean(0)) return false;
  const auto kept =
      static_cast<std::size_t>(database.run("count_document_pieces", {id.value}).only().integer("pieces"));
  std::size_t ordinal = 0;
  for (auto rest = bytes; !rest.empty(); rest.remove_prefix(std::min(kPieceBytes, rest.size())))
    if (const auto at = ordinal++; at >= kept)
      database.run("insert_document_piece", {id.value, at, Param::bytes(rest.substr(0, kPieceBytes))});
  return database.run("insert_long_document", {id.value, media_type, bytes.size(), ordinal}).affected() == 1;
}

DocumentPieces document_pieces(Transaction& transaction, const DocumentId& id) {
  const auto row = transaction.run("select_document_pieces", {id.value}).first();
  if (!row) return {};
  return row->is_null("pieces") ? DocumentPieces{1, false}
                                : DocumentPieces{static_cast<std::size_t>(row->integer("pieces")), true};
}

std::optional<std::string> document_piece(Transaction& transaction, const DocumentId& id,
                                          std::size_t ordinal) {
  const auto row = transaction.run("select_document_piece", {id.value, ordinal}).first();
  return row ? std::optional(row->bytes("bytes")) : std::nullopt;
}

std::optional<std::string> document_bytes(Transaction& transaction, const DocumentId& id) {
  const auto pieces = document_pieces(transaction, id);
  if (pieces.count == 0) return std::nullopt;
  if (!pieces.is_long) return transaction.run("select_document_bytes", {id.value}).only().bytes("bytes");
  std::string bytes;
  for (std::size_t at = 0; at < pieces.count; ++at) {
    const auto piece = document_piece(transaction, id, at);
    if (!piece) throw Error(ErrorKind::Unavailable, "the document is not whole", id.value);
    bytes += *piece;
  }
  return bytes;
}

std::vector<DocumentId> documents_under_agreement(Transaction& transaction) {
  std::vector<DocumentId> ids;
  for (const auto& row : transaction.run("select_documents_under_agreement")) ids.push_back({row.text("id")});
  return ids;
}

std::vector<DocumentFacts> documents_of_certificate(Transaction& transaction, const CertificateId& id) {
  if (!is_uuid(id.value)) return {};
  std::vector<std::string> ids;
  for (const auto& row : transaction.run("select_document_ids_of_certificate", {id.value}))
    ids.push_back(row.text(0));
  return load_documents(transaction, ids);
}

std::map<CertificateId, std::vector<DocumentFacts>> documents_of_certificates(
    Transaction& transaction, std::span<const CertificateId> ids) {
  std::map<std::string, std::vector<CertificateId>> of_document;
  for (const auto& row : transaction.run("select_document_ids_of_certificates", {uuid_array(ids)}))
    of_document[row.text("document_id")].push_back({row.text("certificate_id")});
  std::vector<std::string> documents;
  for (const auto& [document, certificates] : of_document) documents.push_back(document);
  std::map<CertificateId, std::vector<DocumentFacts>> all;
  for (const auto& facts : load_documents(transaction, documents))
    for (const auto& certificate : of_document[facts.id.value]) all[certificate].push_back(facts);
  return all;
}

}  // namespace certreg::store
