#include "service/document_intake.h"

#include <algorithm>

#include "certreg/crypto/digest.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/text_reading.h"
#include "certreg/store/documents.h"
#include "service/row_reading.h"

namespace certreg::service {
namespace {

using documents::MediaKind;

void keep(IntakeContext& context, const Incoming& incoming, const DocumentId& id, MediaKind kind) {
  const std::string type(documents::media_type_of(kind));
  const bool is_long = incoming.bytes.size() > store::kLongDocumentBytes;
  const bool kept = is_long && store::keep_long_document(context.services.database, id, type, incoming.bytes);
  auto transaction = context.services.database.begin();
  const bool is_new = kept || (!is_long && store::keep_document(transaction, id, type, incoming.bytes));
  context.report.count("documents");
  if (is_new) context.report.count("new_documents");
  context.report.save(transaction);
  transaction.commit();
}

Taken read(IntakeContext& context, const Incoming& incoming, const DocumentId& id, MediaKind kind) {
  if (!is_table(kind) || is_list_in_json(kind, page_of(incoming)))
    return take_text(context, incoming, id, kind);
  {
    auto transaction = context.services.database.begin();
    record_seen(transaction, context, incoming, id, Seen::Read);
    transaction.commit();
  }
  take_rows(context, incoming, id, kind);
  return {.document = id};
}

// Nothing was read from it; `kept`: its bytes are there.
Taken note_failure(IntakeContext& context, const Incoming& incoming, const DocumentId& kept,
                   const std::string& kind, const std::string& detail) {
  context.report.count("failed");
  context.report.count("failed_" + kind);
  context.report.item(incoming.name, "failed", kept, kind + ": " + detail);
  auto transaction = context.services.database.begin();
  if (!kept.empty()) record_seen(transaction, context, incoming, kept, Seen::Unread);
  context.report.save(transaction);
  transaction.commit();
  return {.document = kept,
          .hindrance = kept.empty() ? PageResult::Emptied : PageResult::Unreadable,
          .detail = detail};
}

std::string words_of(MediaKind kind) {
  return kind == MediaKind::Unknown ? "a kind that is not read" : std::string(to_string(kind));
}

}  // namespace

const PageDefinition& page_of(const Incoming& incoming) {
  static const PageDefinition plain;
  return incoming.source ? page_of(*incoming.source, incoming.address, incoming.name) : plain;
}

EvidenceLevel table_evidence(const IntakeContext& context, const Incoming& incoming) {
  if (incoming.source == nullptr) return EvidenceLevel::Claimed;
  const auto addresses = addresses_of(*incoming.source);
  const bool from_its_address =
      std::find(addresses.begin(), addresses.end(), incoming.address) != addresses.end();
  const bool named = context.request.source == incoming.source->name && incoming.address.starts_with("file:");
  return from_its_address || named ? incoming.source->table_evidence : EvidenceLevel::Claimed;
}

void record_seen(store::Transaction& transaction, const IntakeContext& context, const Incoming& incoming,
                 const DocumentId& document, Seen seen) {
  store::record_sighting(transaction, {.document = document,
                                       .address = incoming.address,
                                       .name = incoming.name,
                                       .seen_at = context.services.clock.now(),
                                       .source = incoming.source ? incoming.source->name : std::string(),
                                       .read = seen == Seen::Read});
}

Taken take_document(IntakeContext& context, const Incoming& incoming) {
  if (incoming.bytes.empty()) return note_failure(context, incoming, {}, "empty", "the document is empty");
  const auto id = crypto::sha256(incoming.bytes);
  const auto kind = documents::sniff_media(incoming.bytes, incoming.media_type, incoming.name);
  Taken taken;
  try {
    keep(context, incoming, id, kind);
    if (incoming.kind && *incoming.kind != kind) {
      taken = note_failure(context, incoming, id, "other_kind",
                           "it is " + words_of(kind) + ", not " + words_of(*incoming.kind));
      taken.hindrance = PageResult::OtherKind;
    } else {
      taken = read(context, incoming, id, kind);
    }
  } catch (const documents::Failure& failure) {
    if (failure.failure == documents::FailureKind::WorkerMissing) throw;
    taken = note_failure(context, incoming, id, std::string(documents::to_string(failure.failure)),
                         failure.what());
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid && error.kind != ErrorKind::TooLarge) throw;
    taken = note_failure(context, incoming, id, "invalid", error.what());
  }
  context.services.feed.refresh();
  return taken;
}

}  // namespace certreg::service
