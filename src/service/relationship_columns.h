// The columns of a list of suppliers, and a row as the JSON of a relationship.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "certreg/codec/json.h"
#include "certreg/reading/table.h"
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

// "owner.email" is the column "owner_email".
std::string column_of(const std::string& field);

}  // namespace certreg::service
