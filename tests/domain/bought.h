// What we buy from the supplier of support/certificates.h, and what its tier asks for. On 2026-06-01 nothing
// is wrong with it.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "certreg/domain/relationship_assessment.h"
#include "support/certificates.h"

namespace certreg {

struct Bought {
  Relationship relationship;
  Policy policy;
  Supplier supplier = support::supplier();
  std::vector<CertificateRecord> records = {support::record({support::certificate()})};
  Reference reference = support::reference();
  std::vector<Assurance> assurances;
  std::vector<Decision> decisions;
  std::vector<SourceSearch> searched;
  std::optional<Date> last_review;
  Date on = support::day("2026-06-01");
  bool matched = true;

  Bought() {
    relationship.id = {"relationship-1"};
    relationship.reference = "R-1";
    relationship.supplier = {"Acme Cloud Limited", SupplierId{"supplier-1"}};
    relationship.services = {"Acme Mail"};
    relationship.tier = "critical";
    relationship.recorded_at = support::at("2026-01-01");
    Need need;
    need.id = "security";
    need.standards = {{"iso-iec-27001"}};
    policy.tiers = {{.id = "critical", .name = "Critical", .needs = {need}}};
  }

  Need& need() { return policy.tiers.front().needs.front(); }
  CertificateVersion& version() { return records.front().issues.front(); }

  KnownPartyPtr party() const {
    KnownParty known{std::make_shared<const Supplier>(supplier), {}, searched};
    for (const auto& record : records)
      known.certificates.push_back(std::make_shared<const CertificateRecord>(record));
    return std::make_shared<const KnownParty>(std::move(known));
  }

  Assessment assessment() const {
    const auto ask = ask_anew(reference);
    RelationshipFacts facts{.relationship = relationship,
                            .policy = policy,
                            .reference = reference,
                            .ask = ask,
                            .on = on,
                            .today = on};
    if (matched) facts.provider = party();
    facts.assurances = assurances;
    facts.decisions = decisions;
    facts.last_review = last_review;
    std::vector<DependencyFacts> dependencies;
    for (const auto& dependency : relationship.dependencies) dependencies.push_back({&dependency, {}});
    facts.dependencies = dependencies;
    return assess(facts);
  }
};

// The issue after `issue`, which names what its scope says and nothing else.
inline CertificateVersion later_issue(CertificateVersion issue, const std::string& scope) {
  issue.id = {"version-2"};
  issue.issued = issue.valid_from = support::day("2026-02-01");
  issue.services.clear();
  issue.scope_items.clear();
  issue.exclusions.clear();
  issue.all_services = false;
  issue.scope = scope;
  for (auto& quote : issue.quotes)
    if (quote.field == "scope") quote.text = scope;
  return issue;
}

inline std::string rules_of(const Assessment& assessment) {
  std::string rules;
  for (const auto& finding : assessment.findings) rules += std::string(to_string(finding.rule)) + " ";
  return rules;
}

inline const Finding* find(const Assessment& assessment, FindingRule rule) {
  for (const auto& finding : assessment.findings)
    if (finding.rule == rule) return &finding;
  return nullptr;
}

inline Decision decision(const Finding& finding, DecisionKind kind, std::optional<Date> until = {}) {
  Decision row;
  row.finding_key = key_of(finding);
  row.kind = kind;
  row.until = until;
  row.reason = "because";
  row.decided_by = "ada";
  row.decided_at = support::at("2026-05-20");
  return row;
}

}  // namespace certreg
