#include "certreg/reading/table.h"
#include "service/document_intake.h"
#include "service/row_batch.h"

namespace certreg::service {
namespace {

reading::ColumnMapping mapping_of(const IntakeContext& context, const Incoming& incoming) {
  if (context.request.columns) return *context.request.columns;
  if (incoming.source && incoming.source->columns) return *incoming.source->columns;
  return {};
}

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
               std::size_t row, reading::Draft draft) {
  draft.kind =
      reading::DraftKind::Certificate;  // it has a number of its own; `evidence` says how well it is known
  draft.version.evidence = table_evidence(context, incoming);
  if (incoming.source) draft.version.claimant = incoming.source->claimant;
  name_speaker(draft.version, incoming.source);
  return {.draft = std::move(draft),
          .document = document,
          .address = incoming.address,
          .source = incoming.source,
          .name = "row " + std::to_string(row),
          .accept = context.request.accept,
          .from_table = true};
}

// A row that cannot be told apart is listed as bad; the others land.
bool has_next(reading::TableReader& table, reading::Row& row, ImportReport& report) {
  for (;;) {
    try {
      return table.next(row);
    } catch (const Error& error) {
      if (error.kind != ErrorKind::Invalid) throw;
      report.count("rows");
      report.bad_row(error.fields.empty() ? "table" : error.fields.front().field, error.fields);
    }
  }
}

}  // namespace

void take_table(IntakeContext& context, const Incoming& incoming, const DocumentId& document) {
  reading::TableReader table(incoming.bytes, mapping_of(context, incoming).delimiter);
  reading::Row row;
  if (!table.next(row)) throw invalid("document", "is a table without a header");
  const reading::RowReader reader(mapping_of(context, incoming), row, context.services.reference());
  RowBatch batch(context);
  while (has_next(table, row, context.report)) {
    context.report.count("rows");
    auto read = reader.read(row);
    if (read.draft) {
      batch.add(offer_of(context, incoming, document, row.number, std::move(*read.draft)));
      continue;
    }
    context.report.bad_row("row " + std::to_string(row.number), read.problems);
    batch.pass();
  }
  batch.finish();
}

}  // namespace certreg::service
