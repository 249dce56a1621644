// The columns of a list of suppliers, and a row as the JSON of a relationship.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "certreg/codec/json.h"
#include "certreg/reading/table.h"
#include "certreg/service/relationship_rows.h"
#include "certreg/service/relationships.h"

namespace certreg::service {

class RelationshipColumns {
 public:
  // Throws Error(Invalid) when there is no column for the supplier, or one twice.
  explicit RelationshipColumns(const reading::Row& header);

  const std::vector<std::string>& ignored() const { return ignored_; }

  // The cell, blanks around it aside; empty when there is no such column.
  std::string cell(const reading::Row& row, const std::string& column) const;

  std::string reference(const reading::Row& row) const;
  PartyHints hints(const reading::Row& row) const;

  // `known`: the relationship as JSON, or an empty object; its members that the table has columns for are
  // replaced.
  codec::Json applied(const reading::Row& row, codec::Json known) const;

 private:
  std::map<std::string, std::size_t> places_;
  std::vector<std::string> ignored_;
};

// In which columns two states of a relationship differ, each as JSON. `party`: a party's text; matches are no
// cell of a table, and differ as well.
using PartyText = std::function<std::string(const codec::Json& party)>;
std::vector<ColumnChange> changed_columns(const codec::Json& before, const codec::Json& after,
                                          const PartyText& party);

// "owner.email" is the column "owner_email".
std::string column_of(const std::string& field);

}  // namespace certreg::service
