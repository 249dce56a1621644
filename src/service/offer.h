// A draft on its way into the register: what was read, where, and on whose word.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/reading/draft.h"
#include "certreg/service/sources.h"

namespace certreg::service {

// What can be said of an offer without the register, in any thread.
struct OfferFacts {
  Holder holder;  // whom it is filed under: whom the source names, else the printed one; may be empty
  std::vector<std::string> holder_keys;
  std::string key;                     // certificate_key; empty without a number and of a claim
  std::vector<FieldProblem> problems;  // why it cannot be kept
};

struct Offer {
  reading::Draft draft;
  DocumentId document;
  std::string address;  // where the document stands; "file:NAME" for an upload
  const SourceDefinition* source = nullptr;
  std::string name;     // for the report: file name, "row 17"
  bool accept = false;  // the caller accepts what is quoted and unambiguous
  bool from_table = false;
  std::optional<OfferFacts> facts;  // none: not found out yet
};

// Offers of one holder often follow each other, and normalising names takes its time.
class OfferPreparation {
 public:
  // Gives the quotes their place and finds out the facts.
  void prepare(Offer& offer);

 private:
  Holder last_;
  std::vector<std::string> last_keys_;
};

}  // namespace certreg::service
