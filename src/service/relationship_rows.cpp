#include "certreg/service/relationship_rows.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "certreg/codec/relationships.h"
#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/findings.h"
#include "certreg/store/relationships.h"
#include "service/audit.h"
#include "service/new_id.h"
#include "service/relationship_columns.h"

namespace certreg::service {
namespace {

constexpr std::size_t kWatched = 500;

std::vector<FieldProblem> at_row(std::vector<FieldProblem> problems, std::size_t number) {
  for (auto& problem : problems)
    problem.field = "row " + std::to_string(number) + ", column " + column_of(problem.field);
  return problems;
}

class Importer {
 public:
  Importer(Services& services, store::Transaction& transaction, ImportMode mode, const Actor& actor)
      : services_(services), transaction_(transaction), mode_(mode), actor_(actor) {}

  RelationshipRow take(const RelationshipColumns& columns, const reading::Row& row) {
    RelationshipRow result;
    result.number = row.number;
    result.reference = columns.reference(row);
    result.supplier = columns.cell(row, "supplier");
    const auto known = known_relationship(result.reference);
    codec::Problems problems;
    auto wanted = codec::relationship_from(
        columns.applied(row, known ? codec::to_json(*known) : codec::Json::object()), problems);
    if (!references_.insert(store::relationship_key(result.reference)).second)
      problems.push_back({"reference", "\"" + result.reference + "\" stands in an earlier row, too"});
    if (!problems.empty()) {
      result.problems = at_row(std::move(problems), row.number);
      return result;
    }
    match(columns.hints(row), wanted, result);
    result.outcome = outcome_of(known, wanted);
    if (known) result.relationship = known->id;
    if (result.outcome != RowOutcome::Unchanged && mode_ == ImportMode::Keep)
      result.relationship = keep(known, std::move(wanted));
    return result;
  }

  void finish() {
    for (std::size_t from = 0; from < kept_.size(); from += kWatched)
      watch_relationships(services_, transaction_,
                          std::span(kept_).subspan(from, std::min(kWatched, kept_.size() - from)), actor_);
  }

 private:
  std::optional<Relationship> known_relationship(const std::string& reference) {
    if (reference.empty()) return std::nullopt;
    const auto id = store::relationship_of_reference(transaction_, reference);
    if (!id) return std::nullopt;
    const RelationshipId ids[] = {*id};
    return store::load_relationships(transaction_, ids).front();
  }

  void match(const PartyHints& hints, Relationship& wanted, RelationshipRow& result) const {
    const auto is_open = [](const Party& party) { return !party.supplier && !party.unmatched; };
    if (is_open(wanted.supplier)) wanted.supplier.supplier = match_supplier(services_, hints);
    if (wanted.provider && is_open(*wanted.provider))
      wanted.provider->supplier = match_supplier(services_, {.name = wanted.provider->name});
    result.matched = wanted.supplier.supplier;
    if (is_open(wanted.supplier)) result.suggestions = suggest_suppliers(services_, hints);
  }

  static RowOutcome outcome_of(const std::optional<Relationship>& known, const Relationship& wanted) {
    if (!known) return RowOutcome::New;
    return states_the_same(*known, wanted) ? RowOutcome::Unchanged : RowOutcome::Changed;
  }

  RelationshipId keep(const std::optional<Relationship>& known, Relationship wanted) {
    wanted.id = known ? known->id : RelationshipId{new_id(services_.clock)};
    wanted.version = known ? known->version + 1 : 1;
    wanted.recorded_at = services_.clock.now();
    wanted.recorded_by = actor_.name;
    store::insert_relationship(transaction_, wanted);
    audit(transaction_, actor_, known ? "correct" : "create", "relationship", wanted.id.value);
    kept_.push_back(wanted.id);
    return wanted.id;
  }

  Services& services_;
  store::Transaction& transaction_;
  ImportMode mode_;
  const Actor& actor_;
  std::set<std::string> references_;
  std::vector<RelationshipId> kept_;
};

// A row that cannot be told apart is told; the others follow.
bool has_next(reading::TableReader& table, reading::Row& row, std::vector<RelationshipRow>& rows) {
  for (;;) {
    try {
      return table.next(row);
    } catch (const Error& error) {
      if (error.kind != ErrorKind::Invalid) throw;
      rows.push_back({.problems = error.fields});
    }
  }
}

void import_table(std::string_view csv, char delimiter, Importer& importer, RelationshipImport& result) {
  reading::TableReader table(csv, delimiter);
  reading::Row row;
  if (!table.next(row)) throw invalid("body", "is a table without a header");
  const RelationshipColumns columns(row);
  result.ignored_columns = columns.ignored();
  while (has_next(table, row, result.rows)) {
    if (result.rows.size() >= kMostRelationshipRows)
      throw invalid("body", "has more than " + std::to_string(kMostRelationshipRows) + " rows");
    result.rows.push_back(importer.take(columns, row));
  }
}

}  // namespace

std::string_view to_string(RowOutcome outcome) {
  constexpr std::string_view kNames[] = {"new", "changed", "unchanged", "refused"};
  return kNames[static_cast<std::size_t>(outcome)];
}

RelationshipImport import_relationships(Services& services, std::string_view bytes, documents::MediaKind kind,
                                        ImportMode mode, const Actor& actor) {
  RelationshipImport result;
  auto transaction = services.database.begin();
  Importer importer(services, transaction, mode, actor);
  if (kind == documents::MediaKind::Xlsx) {
    auto sheet = services.worker.read_table(bytes, kind);
    result.warnings = std::move(sheet.warnings);
    import_table(sheet.csv, ',', importer, result);
  } else if (kind == documents::MediaKind::Csv) {
    import_table(bytes, 0, importer, result);
  } else {
    throw invalid("body", "is not a table: CSV or XLSX");
  }
  if (mode == ImportMode::DryRun) return result;
  importer.finish();
  transaction.commit();
  services.feed.refresh();
  return result;
}

}  // namespace certreg::service
