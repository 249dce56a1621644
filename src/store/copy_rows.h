// Very many rows: COPY, which costs the database a fraction of what a statement costs.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/store/database.h"

namespace certreg::store {

// What a statement "copy ... from stdin" is fed with.
class CopyRows {
 public:
  // The cells in the order of the columns; nullopt is null. Throws Error(Invalid) for a text with NUL.
  void add(std::initializer_list<std::optional<std::string_view>> cells);

  // Once.
  void send(Transaction& transaction, std::string_view statement);

 private:
  std::vector<std::string> messages_;
};

}  // namespace certreg::store
