// Tables and registers: rows to offers, settled in batches.
#include "service/document_intake.h"
#include "service/row_batch.h"
#include "service/row_reading.h"

namespace certreg::service {
namespace {

// A row says what the status is, not who says so: that is whoever keeps the table.
void name_speaker(CertificateVersion& version, const SourceDefinition* source) {
  for (auto& interval : version.statuses) {
    if (source && source->table_evidence == EvidenceLevel::Registered) interval.source = StatusSource::Issuer;
    if (interval.said_by.empty())
      interval.said_by =
          source && !source->claimant.name.empty() ? source->claimant.name : "the imported table";
  }
}

Offer offer_of(const IntakeContext& context, const Incoming& incoming, const DocumentId& document,
               RowRead row) {
  auto draft = std::move(*row.draft);
  draft.kind =
      reading::DraftKind::Certificate;  // it has a number of its own; `evidence` says how well it is known
  draft.version.evidence = table_evidence(context, incoming);
  if (incoming.source) draft.version.claimant = incoming.source->claimant;
  name_speaker(draft.version, incoming.source);
  return {.draft = std::move(draft),
          .document = document,
          .address = incoming.address,
          .source = incoming.source,
          .name = std::move(row.name),
          .accept = context.request.accept,
          .from_table = true};
}

}  // namespace

void take_rows(IntakeContext& context, const Incoming& incoming, const DocumentId& document,
               documents::MediaKind kind) {
  RowBatch batch(context);
  const auto take = [&](RowRead row) {
    context.report.count("rows");
    if (row.draft) return batch.add(offer_of(context, incoming, document, std::move(row)));
    context.report.bad_row(row.name, row.problems);
    batch.pass();
  };
  const auto mapping = mapping_of(context.request, incoming.source);
  const auto warnings = for_all_rows(context.services, incoming.bytes, kind, mapping, take);
  for (const auto& warning : warnings) context.report.item(incoming.name, "warning", document, warning);
  batch.finish();
}

}  // namespace certreg::service
