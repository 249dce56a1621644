// Many rows in few round trips.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/store/database.h"

namespace certreg::store {

// Runs a statement over `unnest ($1::..[], $2::..[] ...)`: one array a column. Rows are gathered and sent
// when they make enough bytes, so an Error of an earlier row may come out of a later add() or of finish().
class BulkRows {
 public:
  BulkRows(Transaction& transaction, std::string_view statement, std::size_t columns);

  // The cells in the order of the columns; nullopt is null.
  void add(std::initializer_list<std::optional<std::string_view>> cells);

  // Rows that the statement touched, in all.
  std::size_t finish();

 private:
  void send();
  Transaction& transaction_;
  std::string_view statement_;
  std::vector<std::string> columns_;
  std::size_t bytes_ = 0;
  std::size_t affected_ = 0;
};

}  // namespace certreg::store
