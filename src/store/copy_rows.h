// Very many rows: COPY, which costs the database a fraction of what a statement costs.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "certreg/store/database.h"

namespace certreg::store {

// Feeds a statement "copy ... from stdin". Rows are gathered and sent when they make enough bytes, so an
// Error of an earlier row may come out of a later add() or of finish().
class CopyRows {
 public:
  CopyRows(Transaction& transaction, std::string_view statement)
      : transaction_(transaction), statement_(statement) {}

  // The cells in the order of the columns; nullopt is null. Throws Error(Invalid) for a text with NUL.
  void add(std::initializer_list<std::optional<std::string_view>> cells);
  void finish();

 private:
  Transaction& transaction_;
  std::string_view statement_;
  std::string rows_;
};

}  // namespace certreg::store
