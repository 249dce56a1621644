// A relationship judged by the policy of its tier on a day. Pure.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/decision.h"
#include "certreg/domain/question.h"

namespace certreg {

// What is known of one company.
struct PartyFacts {
  const Supplier* supplier = nullptr;  // null: unmatched
  std::span<const CertificateRecord> certificates;
};

struct DependencyFacts {
  const Dependency* dependency = nullptr;
  PartyFacts facts;
};

struct RelationshipFacts {
  const Relationship& relationship;
  const Policy& policy;
  const Reference& reference;
  Date on, today;
  PartyFacts provider;  // of operator_of(relationship)
  std::span<const DependencyFacts> dependencies = {};
  std::span<const Assurance> assurances = {};   // of the operator
  std::span<const SourceSearch> searched = {};  // sources that speak for the operator
  std::span<const Decision> decisions = {};     // about the relationship, oldest first
  std::optional<Date> last_review;
};

struct StandardAnswer {
  std::string need;  // id
  StandardId standard;
  Outcome outcome = Outcome::Undecided;  // by the policy
  Verdict verdict;                       // as the register answers, without the policy
  std::string site;                      // that the verdict is about: the worst of those we use, or empty
};

struct Assessment {
  Outcome outcome = Outcome::Undecided;  // the worst need's; satisfied when the tier needs nothing
  std::vector<StandardAnswer> answers;   // of the needs that apply, in the policy's order
  std::vector<Finding> findings;         // most severe first
};

Assessment assess(const RelationshipFacts& facts);

// The last day on which what decides the answer counts: the earliest effective end of its parts.
std::optional<Date> end_of(const StandardAnswer& answer);

}  // namespace certreg
