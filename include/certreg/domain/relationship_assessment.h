// A relationship judged by the policy of its tier on a day. Pure.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/decision.h"
#include "certreg/domain/question.h"

namespace certreg {

struct DependencyFacts {
  const Dependency* dependency = nullptr;
  KnownPartyPtr party;
};

// The register's answer about a company, with the sources that speak for it; `question` names none. May
// remember answers. Never null.
using AskRegister = std::function<VerdictPtr(const Question& question, const KnownPartyPtr& party)>;

// Asks anew each time, by reference data that outlive it.
AskRegister ask_anew(const Reference& reference);

// All that an assessment depends on.
struct RelationshipFacts {
  const Relationship& relationship;
  const Policy& policy;
  const Reference& reference;
  const AskRegister& ask;  // by `reference`
  Date on, today;
  KnownPartyPtr provider;  // of operator_of(relationship)
  std::span<const DependencyFacts> dependencies = {};
  std::span<const Assurance> assurances = {};  // of the operator
  std::span<const Decision> decisions = {};    // about the relationship, oldest first
  std::optional<Date> last_review;
};

struct StandardAnswer {
  std::string need;  // id
  StandardId standard;
  Outcome outcome = Outcome::Undecided;  // by the policy
  VerdictPtr verdict;                    // as the register answers, without the policy; null: unmatched
  std::string site;                      // that the verdict is about: the worst of those we use, or empty
};

struct Assessment {
  Outcome outcome = Outcome::Undecided;  // the worst need's; satisfied when the tier needs nothing
  std::vector<StandardAnswer> answers;   // of the needs that apply, in the policy's order
  std::vector<Finding> findings;         // most severe first
};

using AssessmentPtr = std::shared_ptr<const Assessment>;

Assessment assess(const RelationshipFacts& facts);

// The last day on which what decides the answer counts: the earliest effective end of its parts.
std::optional<Date> end_of(const StandardAnswer& answer);

}  // namespace certreg
