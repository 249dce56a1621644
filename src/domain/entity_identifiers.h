// Numbers by which registers know a legal entity.
#pragma once

#include <vector>

#include "certreg/domain/entity_match.h"

namespace certreg {

struct EntityIdentifiers {  // in the form in which they are compared; empty = not known or not valid
  std::string lei;
  std::string vat;                  // with its country's prefix
  std::string registration_number;  // without leading zeros
  std::string country;
};
EntityIdentifiers identifiers_of(const LegalEntity& entity);

struct IdentifierFinding {
  EntityGround ground{};
  bool is_equal = false;
  bool is_local = false;  // the number is one court's or state's: equal or not, it decides nothing alone
  Sentence detail;
};
std::vector<IdentifierFinding> compare_identifiers(const EntityIdentifiers& asked,
                                                   const EntityIdentifiers& other);

}  // namespace certreg
