// Tables and registers: rows to offers, settled in batches.
#include <algorithm>
#include <chrono>
#include <thread>

#include "certreg/crypto/digest.h"
#include "service/document_intake.h"
#include "service/row_batch.h"
#include "service/row_pipe.h"
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

// Not the fault of what is imported, and likely to pass.
bool is_away(const Error& error) {
  return error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Busy;
}

PreparedRow prepared(const IntakeContext& context, const Incoming& incoming, const DocumentId& document,
                     RowRead row, OfferPreparation& preparation) {
  PreparedRow done{.name = row.name, .number = row.number, .problems = std::move(row.problems)};
  if (!row.draft) return done;
  done.offer = offer_of(context, incoming, document, std::move(row));
  preparation.prepare(*done.offer);
  return done;
}

void take(IntakeContext& context, RowBatch& batch, PreparedRow row) {
  context.report.count("rows");
  if (row.offer) return batch.add(std::move(*row.offer), row.number);
  context.report.bad_row(row.name, row.problems);
  batch.pass(row.number);
}

// The database's one process is busy with the rows of fewer.
unsigned workers() { return std::clamp(std::thread::hardware_concurrency(), 1U, 8U); }

// From where the report says that the rows are settled.
void take_from(IntakeContext& context, const Incoming& incoming, const DocumentId& document,
               documents::MediaKind kind, const reading::ColumnMapping& mapping) {
  RowBatch batch(context);
  std::vector<std::string> warnings;
  const auto after = context.report.run().settled_rows;
  const auto read = [&](const RowPipe::Take& give) {
    warnings = for_all_rows(context.services, incoming.bytes, kind, mapping, give, after);
  };
  const auto prepare = [&](const UnreadRow& row, OfferPreparation& preparation) {
    return prepared(context, incoming, document, row(), preparation);
  };
  RowPipe pipe(read, prepare, workers());
  for (auto rows = pipe.next(); !rows.empty(); rows = pipe.next())
    for (auto& row : rows) take(context, batch, std::move(row));
  for (const auto& warning : warnings) context.report.item(incoming.name, "warning", document, warning);
  batch.finish();
}

constexpr std::chrono::minutes kLongestWait{5};
constexpr std::chrono::milliseconds kPause{500};
// Of an import that was cut longer ago than that nobody would expect that it goes on.
constexpr std::chrono::hours kGoesOnFor{24};

// What must be the same for a run to go on after another.
std::string way_of(const IntakeContext& context, const Incoming& incoming,
                   const reading::ColumnMapping& mapping) {
  std::string text = incoming.address + '\n' + (incoming.source ? incoming.source->name : std::string()) +
                     '\n' + (context.request.accept ? "accept" : "") + '\n' +
                     std::string(1, mapping.delimiter) + mapping.list_separator + mapping.date_format + '\n';
  for (const auto* fields : {&mapping.columns, &mapping.fixed}) {
    for (const auto& [field, value] : *fields)
      text.append(field).append(1, '=').append(value).append(1, '\n');
    text += '\n';
  }
  return crypto::sha256(text).value;
}

// Where an import of the same rows was cut, this one goes on.
void begin(IntakeContext& context, const DocumentId& document, const std::string& way) {
  auto& report = context.report;
  report.begin_table(document, way, 0);
  auto transaction = context.services.database.begin();
  const auto settled =
      store::rows_settled_before(transaction, report.run(), context.services.clock.now() - kGoesOnFor);
  report.begin_table(document, way, settled);
  if (settled > 0) report.count("settled_before", settled);
  report.save(transaction);
  transaction.commit();
}

void wait_for_database(IntakeContext& context) {
  const auto begun = std::chrono::steady_clock::now();
  for (;;) {
    if (context.is_stopping()) throw Interrupted{};
    std::this_thread::sleep_for(kPause);
    try {
      auto transaction = context.services.database.begin();
      return context.report.go_back(transaction);
    } catch (const Error& error) {
      if (!is_away(error) || std::chrono::steady_clock::now() - begun > kLongestWait) throw;
    }
  }
}

}  // namespace

void take_rows(IntakeContext& context, const Incoming& incoming, const DocumentId& document,
               documents::MediaKind kind) {
  const auto mapping = mapping_of(context.request, incoming.source);
  begin(context, document, way_of(context, incoming, mapping));
  for (;;) {
    try {
      return take_from(context, incoming, document, kind, mapping);
    } catch (const Error& error) {
      if (!is_away(error)) throw;
      wait_for_database(context);
    }
  }
}

}  // namespace certreg::service
