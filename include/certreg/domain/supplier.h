// A supplier: a legal entity that we buy from or look up.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"

namespace certreg {

struct GroupLink {  // member of the same group of companies as `supplier`
  SupplierId supplier;
  std::optional<Date> from, until;
  std::string source;  // who says so
};

struct Supplier {
  SupplierId id;
  int version = 1;
  std::string name;                  // legal name
  std::vector<std::string> aliases;  // other names of the same legal entity
  std::string country;               // ISO 3166-1 alpha-2, or empty
  std::string lei;                   // ISO 17442, 20 characters, or empty
  std::string registration_number;
  std::string vat;
  std::vector<std::string> domains;
  std::vector<GroupLink> groups;
  bool retired = false;
  Instant recorded_at{};
  std::string recorded_by;
  std::string reason;
};

}  // namespace certreg
