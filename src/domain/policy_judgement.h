// A verdict as a policy's need takes it: what it tolerates and what it asks for beyond the six questions.
#pragma once

#include <vector>

#include "certreg/domain/finding.h"

namespace certreg {

// A need of a tier and the relationship that it is asked for.
struct Demand {
  const Need& need;
  const Relationship& relationship;
};

// The reason says less than yes, and the need is content with it.
bool is_tolerated(const Reason& reason, Topic topic, const Demand& demand);

// What the need asks for and the verdict's part does not give, in words; each leaves the answer unsure.
struct Shortfall {
  FindingRule rule{};
  Sentence sentence;
};
std::vector<Shortfall> shortfalls_of(const Part& part, const Demand& demand);

// The worst part's outcome, without what is tolerated and with what falls short.
Outcome outcome_by(const Verdict& verdict, const Demand& demand);

}  // namespace certreg
