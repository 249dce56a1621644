// Which of the standards that a certificate names it certifies.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reading/sheet.h"

namespace certreg::reading {

struct CertifiedStandard {
  StandardId standard;
  std::string edition, printed;
  std::optional<ExtensionForm> form;   // of a standard that extends another
  std::optional<Ambiguity> ambiguity;  // several editions
  Quote quote;
  std::string number;                 // its own, where a table gives each standard one; empty otherwise
  std::optional<Quote> number_quote;  // of `number`
};

// The one in the largest type, others beside it in the same type, and extensions of it that are named
// anywhere.
std::vector<CertifiedStandard> certified_standards(const Sheet& sheet);

}  // namespace certreg::reading
