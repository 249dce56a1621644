// A list of suppliers that we buy from, as a table: CSV or a workbook's first sheet. Columns are the members
// of a relationship: reference, supplier, supplier_lei, supplier_vat, supplier_domain, provider, our_entity,
// their_entity, contract, group_guarantee, contact_name, contact_email, services, sites, data, our_role,
// their_role, deployment, tier, critical_function, owner_name, owner_email, deputies (addresses),
// review_months, starts, ends, note. Lists are separated by ";". A row without a reference goes by its
// contract, else by its supplier's name. What a table has no column for stays as it is known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/documents/media.h"
#include "certreg/service/relationships.h"

namespace certreg::service {

enum class RowOutcome { New, Changed, Unchanged, Refused };
std::string_view to_string(RowOutcome outcome);  // "new", ...

// What a row changes of a relationship. Both as a table writes them; empty: nothing is stated.
struct ColumnChange {
  std::string column, before, after;
};

struct RelationshipRow {
  std::size_t number = 0;  // of the record; the header is row 1
  RowOutcome outcome = RowOutcome::Refused;
  std::string reference, supplier;
  RelationshipId relationship;          // empty in a dry run of a new one, and when it is refused
  std::optional<SupplierId> matched;    // none: kept as written
  std::vector<Suggestion> suggestions;  // whom it may be, when it is not matched
  std::vector<FieldProblem> problems;   // "row 17, column owner_email"
  std::vector<ColumnChange> changes;    // of a changed one
  std::string mark;                     // kMarkLength characters, see marks_of(); empty when it is refused
};

struct RelationshipImport {
  std::vector<RelationshipRow> rows;
  std::vector<std::string> ignored_columns;
  std::vector<std::string> warnings;  // of a workbook: cells that could not be taken over
};

enum class ImportMode { Keep, DryRun };

// What the rows were compared with and whom they were matched with, in their order, in few characters:
// whoever takes a list over brings those of the dry run that was looked at.
inline constexpr std::size_t kMarkLength = 4;
std::string marks_of(const RelationshipImport& imported);

inline constexpr std::size_t kMostRelationshipRows = 20'000;

// Rows that break no rule are kept together, in one transaction; the others are told. The same table again
// changes nothing. Throws Error(Invalid) for what is wrong with the whole: no header, no supplier, too many
// rows. `seen`: marks_of() a dry run; then nothing is kept, and Error(Conflict) thrown, when a row would be
// written over a relationship, or with a match, that is not the one of then. Its fields say of each such row
// what became of it: "row 17", "R-1 was edited meanwhile by ada: tier: low -> critical".
RelationshipImport import_relationships(Services& services, std::string_view bytes, documents::MediaKind kind,
                                        ImportMode mode, const Actor& actor,
                                        const std::optional<std::string>& seen = {});

}  // namespace certreg::service
