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

struct RelationshipRow {
  std::size_t number = 0;  // of the record; the header is row 1
  RowOutcome outcome = RowOutcome::Refused;
  std::string reference, supplier;
  RelationshipId relationship;          // empty in a dry run of a new one, and when it is refused
  std::optional<SupplierId> matched;    // none: kept as written
  std::vector<Suggestion> suggestions;  // whom it may be, when it is not matched
  std::vector<FieldProblem> problems;   // "row 17, column owner_email"
};

struct RelationshipImport {
  std::vector<RelationshipRow> rows;
  std::vector<std::string> ignored_columns;
  std::vector<std::string> warnings;  // of a workbook: cells that could not be taken over
};

enum class ImportMode { Keep, DryRun };

inline constexpr std::size_t kMostRelationshipRows = 20'000;

// Rows that break no rule are kept together, in one transaction; the others are told. The same table again
// changes nothing. Throws Error(Invalid) for what is wrong with the whole: no header, no supplier, too many
// rows.
RelationshipImport import_relationships(Services& services, std::string_view bytes, documents::MediaKind kind,
                                        ImportMode mode, const Actor& actor);

}  // namespace certreg::service
