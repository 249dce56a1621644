// Very many rows of known types: COPY in PostgreSQL's binary format, which spares the database reading texts,
// and us writing them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct Uuid {
  std::string_view text;
};

// A value of the very type that its column has; std::monostate is null.
using Cell = std::variant<std::monostate, std::string_view, Uuid, Date, Instant, bool, std::int32_t>;

template <class Tag>
Cell cell_of(const Id<Tag>& uuid) {
  return uuid.value.empty() ? Cell() : Cell(Uuid{uuid.value});
}

// Null for an empty text.
inline Cell cell_of(std::string_view text) { return text.empty() ? Cell() : Cell(text); }

inline Cell cell_of(const std::optional<Date>& day) { return day ? Cell(*day) : Cell(); }

// What a statement "copy ... from stdin (format binary)" is fed with.
class BinaryRows {
 public:
  // The cells in the order of the columns. Throws Error(Invalid) for an id that is no UUID.
  void add(std::initializer_list<Cell> cells);

  // Once.
  void send(Transaction& transaction, std::string_view statement);

 private:
  std::vector<std::string> messages_;
};

}  // namespace certreg::store
