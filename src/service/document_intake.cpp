#include "service/document_intake.h"

#include <algorithm>

#include "certreg/crypto/digest.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/store/documents.h"

namespace certreg::service {
namespace {

using documents::MediaKind;

void keep(IntakeContext& context, const Incoming& incoming, const DocumentId& id, MediaKind kind) {
  auto transaction = context.services.database.begin();
  const bool is_new =
      store::keep_document(transaction, id, std::string(documents::media_type_of(kind)), incoming.bytes);
  store::record_sighting(transaction, {.document = id,
                                       .address = incoming.address,
                                       .name = incoming.name,
                                       .seen_at = context.services.clock.now(),
                                       .source = incoming.source ? incoming.source->name : std::string()});
  context.report.count("documents");
  if (is_new) context.report.count("new_documents");
  context.report.save(transaction);
  transaction.commit();
}

void read(IntakeContext& context, const Incoming& incoming, const DocumentId& id, MediaKind kind) {
  switch (kind) {
    case MediaKind::Csv:
      return take_table(context, incoming, id);
    case MediaKind::Json:
      return take_register(context, incoming, id);
    case MediaKind::Pdf:
    case MediaKind::Html:
    case MediaKind::Markdown:
    case MediaKind::Restructured:
    case MediaKind::PlainText:
    case MediaKind::Source:
    case MediaKind::Unknown:
      return take_text(context, incoming, id, kind);
  }
}

void note_failure(IntakeContext& context, const Incoming& incoming, const DocumentId& id,
                  const std::string& kind, const std::string& detail) {
  context.report.count("failed");
  context.report.count("failed_" + kind);
  context.report.item(incoming.name, "failed", id, kind + ": " + detail);
  auto transaction = context.services.database.begin();
  context.report.save(transaction);
  transaction.commit();
}

}  // namespace

EvidenceLevel table_evidence(const IntakeContext& context, const Incoming& incoming) {
  if (incoming.source == nullptr) return EvidenceLevel::Claimed;
  const auto& addresses = incoming.source->addresses;
  const bool from_its_address =
      std::find(addresses.begin(), addresses.end(), incoming.address) != addresses.end();
  const bool named = context.request.source == incoming.source->name;
  return from_its_address || named ? incoming.source->table_evidence : EvidenceLevel::Claimed;
}

void take_document(IntakeContext& context, Incoming incoming) {
  const auto id = crypto::sha256(incoming.bytes);
  const auto kind = documents::sniff_media(incoming.bytes, incoming.media_type, incoming.name);
  try {
    if (incoming.bytes.empty())
      throw documents::Failure(documents::FailureKind::Empty, "the document is empty");
    keep(context, incoming, id, kind);
    read(context, incoming, id, kind);
  } catch (const documents::Failure& failure) {
    if (failure.failure == documents::FailureKind::WorkerMissing) throw;
    note_failure(context, incoming, id, std::string(documents::to_string(failure.failure)), failure.what());
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid && error.kind != ErrorKind::TooLarge) throw;
    note_failure(context, incoming, id, "invalid", error.what());
  }
  context.services.feed.refresh();
}

}  // namespace certreg::service
