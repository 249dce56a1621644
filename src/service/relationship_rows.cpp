#include "certreg/service/relationship_rows.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "certreg/codec/relationships.h"
#include "certreg/crypto/base64url.h"
#include "certreg/crypto/digest.h"
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

// Another one when the relationship or the match is another.
std::string mark_of(const std::optional<Relationship>& known, const Relationship& wanted) {
  auto text = known ? known->id.value + " " + std::to_string(known->version) : std::string("new");
  text += codec::dump(codec::to_json(wanted.supplier));
  if (wanted.provider) text += codec::dump(codec::to_json(*wanted.provider));
  return crypto::encode_base64url(crypto::sha256_bytes(text)).substr(0, kMarkLength);
}

std::string joined(const std::vector<ColumnChange>& changes) {
  std::string text;
  for (const auto& [column, before, after] : changes)
    text += (text.empty() ? "" : "; ") + column + ": " + (before.empty() ? "nothing" : before) + " -> " +
            (after.empty() ? "nothing" : after);
  return text;
}

class Importer {
 public:
  Importer(Services& services, store::Transaction& transaction, ImportMode mode, const Actor& actor,
           const std::optional<std::string>& seen)
      : services_(services), transaction_(transaction), mode_(mode), actor_(actor), seen_(seen) {}

  // `place`: among all rows, from 0.
  RelationshipRow take(const RelationshipColumns& columns, const reading::Row& row, std::size_t place) {
    RelationshipRow result;
    result.number = row.number;
    result.reference = columns.reference(row);
    result.supplier = columns.cell(row, "supplier");
    const auto known = known_relationship(result.reference);
    codec::Problems problems;
    auto wanted = stated_by(columns, row, known, problems);
    if (!references_.insert(store::relationship_key(result.reference)).second)
      problems.push_back({"reference", "\"" + result.reference + "\" stands in an earlier row, too"});
    if (!problems.empty()) {
      result.problems = at_row(std::move(problems), row.number);
      return result;
    }
    match(columns.hints(row), wanted);
    result.matched = wanted.supplier.supplier;
    if (is_open(wanted.supplier)) result.suggestions = suggest_suppliers(services_, columns.hints(row));
    result.outcome = outcome_of(known, wanted);
    result.mark = mark_of(known, wanted);
    if (known) result.relationship = known->id;
    if (result.outcome == RowOutcome::Changed) result.changes = changes_of(*known, wanted);
    if (result.outcome == RowOutcome::Unchanged || mode_ == ImportMode::DryRun) return result;
    if (!seen_ || seen_mark(place) == result.mark)
      result.relationship = keep(known, std::move(wanted));
    else
      moved_.push_back({"row " + std::to_string(row.number),
                        result.reference + " " + what_moved(columns, row, known, seen_mark(place))});
    return result;
  }

  // Throws Error(Conflict) when rows are not what they were.
  void finish() {
    if (!moved_.empty()) {
      Error moved(ErrorKind::Conflict, "rows are not what the dry run showed; nothing was kept");
      moved.fields = std::move(moved_);
      throw moved;
    }
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

  static Relationship stated_by(const RelationshipColumns& columns, const reading::Row& row,
                                const std::optional<Relationship>& known, codec::Problems& problems) {
    return codec::relationship_from(
        columns.applied(row, known ? codec::to_json(*known) : codec::Json::object()), problems);
  }

  static bool is_open(const Party& party) { return !party.supplier && !party.unmatched; }

  void match(const PartyHints& hints, Relationship& wanted) const {
    if (is_open(wanted.supplier)) wanted.supplier.supplier = match_supplier(services_, hints);
    if (wanted.provider && is_open(*wanted.provider))
      wanted.provider->supplier = match_supplier(services_, {.name = wanted.provider->name});
  }

  std::string party_text(const codec::Json& party) const {
    auto text = party.at("name").get<std::string>();
    if (party.at("unmatched") == true) return text + " (none of the register's)";
    if (party.at("supplier").is_null()) return text;
    const SupplierId id{party.at("supplier").get<std::string>()};
    const auto supplier = services_.catalogue.supplier(id);
    return text + " (" + (supplier ? supplier->name : id.value) + ")";
  }

  std::vector<ColumnChange> changes_of(const Relationship& before, const Relationship& after) const {
    return changed_columns(codec::to_json(before), codec::to_json(after),
                           [this](const codec::Json& party) { return party_text(party); });
  }

  std::string_view seen_mark(std::size_t place) const {
    const auto from = place * kMarkLength;
    return from < seen_->size() ? std::string_view(*seen_).substr(from, kMarkLength) : std::string_view();
  }

  // What the row would have been compared with then.
  bool was_seen(const RelationshipColumns& columns, const reading::Row& row, const Relationship& version,
                std::string_view seen) const {
    codec::Problems problems;
    auto wanted = stated_by(columns, row, version, problems);
    match(columns.hints(row), wanted);
    return mark_of(version, wanted) == seen;
  }

  std::string what_moved(const RelationshipColumns& columns, const reading::Row& row,
                         const std::optional<Relationship>& known, std::string_view seen) const {
    if (!known) return "is not known any more, or is matched with another supplier";
    const auto by = " meanwhile by " + known->recorded_by;
    for (const auto& version : store::relationship_history(transaction_, known->id))
      if (version.version < known->version && was_seen(columns, row, version, seen))
        return "was edited" + by + ": " + joined(changes_of(version, *known));
    return known->version == 1 ? "was recorded" + by + ", or is matched with another supplier"
                               : "was edited" + by + ", or is matched with another supplier";
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
  const std::optional<std::string>& seen_;
  std::vector<FieldProblem> moved_;
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
    result.rows.push_back(importer.take(columns, row, result.rows.size()));
  }
}

}  // namespace

std::string_view to_string(RowOutcome outcome) {
  constexpr std::string_view kNames[] = {"new", "changed", "unchanged", "refused"};
  return kNames[static_cast<std::size_t>(outcome)];
}

std::string marks_of(const RelationshipImport& imported) {
  std::string marks;
  for (const auto& row : imported.rows) marks += row.mark.empty() ? std::string(kMarkLength, '.') : row.mark;
  return marks;
}

RelationshipImport import_relationships(Services& services, std::string_view bytes, documents::MediaKind kind,
                                        ImportMode mode, const Actor& actor,
                                        const std::optional<std::string>& seen) {
  RelationshipImport result;
  auto transaction = services.database.begin();
  Importer importer(services, transaction, mode, actor, seen);
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
