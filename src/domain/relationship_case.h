// The steps of assessing a relationship. Pure.
#pragma once

#include <string>
#include <vector>

#include "certreg/domain/relationship_assessment.h"
#include "domain/policy_judgement.h"

namespace certreg {

// One standard asked for one need: what the register says of each site that we use.
struct Asked {
  std::string site;
  VerdictPtr verdict;  // never null
};

// One question a site, or one without; none when the operator is not known.
std::vector<Asked> ask(const RelationshipFacts& facts, const Tier& tier, const Need& need,
                       const StandardId& standard);

// What the register would say on another day: of a successor, say.
VerdictPtr ask_on(const RelationshipFacts& facts, const Need& need, const StandardId& standard,
                  const std::string& site, Date day);

// The findings of what was asked, one a rule and certificate; those about an end that a successor follows are
// left out.
std::vector<Finding> findings_of(const RelationshipFacts& facts, const Need& need, const StandardId& standard,
                                 const std::vector<Asked>& asked);

// Certificates that seem to take another's place, which nobody has confirmed.
std::vector<Finding> succession_findings(const RelationshipFacts& facts, const Need& need,
                                         const StandardId& standard, const Verdict& verdict);

// Those that no certificate is needed for: operator unknown, sources, reviews, dependencies, sole reliance.
std::vector<Finding> standing_findings(const RelationshipFacts& facts, const Tier& tier);
Finding unmatched_finding(const RelationshipFacts& facts);
Finding no_tier_finding(const RelationshipFacts& facts);

// Adds `finding`, or its reasons and sentence to the one of the same key.
void merge(std::vector<Finding>& findings, Finding finding);

}  // namespace certreg
