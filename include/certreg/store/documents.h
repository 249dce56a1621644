// Documents by SHA-256, where and when they were seen, and attempts to fetch them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct Sighting {
  DocumentId document;
  std::string address;  // URL, or "file:NAME" for an upload
  std::string name;
  Instant seen_at{};
  std::string source;  // name of the source definition, or empty
  bool read = true;    // false: it was seen and could not be read
};

struct DocumentFacts {
  DocumentId id;
  std::string media_type;
  std::int64_t size = 0;
  std::string access;
  bool erased = false;
  Instant recorded_at{};
  std::vector<Sighting> sightings;
};

// True when the document was not there before.
bool keep_document(Transaction& transaction, const DocumentId& id, const std::string& media_type,
                   std::string_view bytes);
// The same for one of any length, in transactions of its own, each of some MiB.
bool keep_long_document(Database& database, const DocumentId& id, const std::string& media_type,
                        std::string_view bytes);
inline constexpr std::size_t kLongDocumentBytes = 4 << 20;  // above it, a document is kept in pieces

void record_sighting(Transaction& transaction, const Sighting& sighting);
std::optional<DocumentFacts> document_facts(Transaction& transaction, const DocumentId& id);
std::optional<std::string> document_bytes(Transaction& transaction, const DocumentId& id);

// The bytes of a document, piece by piece.
struct DocumentPieces {
  std::size_t count = 0;  // 0: there are none, or they were erased
  bool is_long = false;   // kept in pieces
};
DocumentPieces document_pieces(Transaction& transaction, const DocumentId& id);
std::optional<std::string> document_piece(Transaction& transaction, const DocumentId& id,
                                          std::size_t ordinal);
std::vector<DocumentId> documents_under_agreement(Transaction& transaction);  // whose words are not passed on
std::vector<DocumentFacts> documents_of_certificate(Transaction& transaction, const CertificateId& id);

enum class FetchOutcome { Fetched, NotModified, NotFound, Refused, Failed, Blocked };

std::string_view name_of(FetchOutcome outcome);  // "fetched", "not_modified", ...

struct FetchRecord {
  std::string id, source, address;
  Instant fetched_at{};
  FetchOutcome outcome = FetchOutcome::Failed;
  int http_status = 0;
  DocumentId document;
  std::string etag, last_modified, detail;
  std::string result;         // what the answer came to (certreg/service/page_result.h); empty in old rows
  std::string final_address;  // after redirects, or empty
  int tries = 1;
  ImportId import;  // the run that asked, or empty
};
void record_fetch(Transaction& transaction, const FetchRecord& fetch);
std::vector<FetchRecord> fetches_of_source(Transaction& transaction, const std::string& source, int limit);
std::optional<FetchRecord> last_fetch_of(Transaction& transaction,
                                         const std::string& address);  // whose document was read
std::optional<FetchRecord> last_attempt_at(Transaction& transaction, const std::string& address);  // any
// The last attempt at each address of a source, by address.
std::vector<FetchRecord> last_attempts_of_source(Transaction& transaction, const std::string& source);

}  // namespace certreg::store
