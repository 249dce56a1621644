// Verdicts of one run, by what was asked of which company: relationships that ask the same of the same one
// share the answer.
#pragma once

#include "certreg/domain/relationship_assessment.h"
#include "service/bounded_map.h"

namespace certreg::service {

// Thread-safe. All questions are answered by the same reference data.
class VerdictMemo {
 public:
  explicit VerdictMemo(const Reference& reference) : ask_anew_(ask_anew(reference)) {}

  VerdictPtr ask(const Question& question, const KnownPartyPtr& party);

 private:
  struct Asked {
    KnownPartyPtr party;  // the very object
    Question question;
    bool operator==(const Asked&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Asked& asked) const;
  };
  static constexpr std::size_t kMostKept = 100'000;
  AskRegister ask_anew_;
  BoundedMap<Asked, VerdictPtr, Hash> verdicts_{kMostKept};
};

}  // namespace certreg::service
