#include <map>
#include <stdexcept>

#include "certreg/service/findings.h"
#include "certreg/store/relationships.h"

namespace certreg::service {
namespace {

// What was loaded for many findings at once, by whose it is.
class CaseFiles {
 public:
  CaseFiles(std::vector<Relationship> relationships, std::vector<store::FindingEvent> events,
            std::vector<Decision> decisions) {
    for (auto& one : relationships) relationships_.emplace(one.id, std::move(one));
    for (auto& one : events) events_[one.finding_id].push_back(std::move(one));
    for (auto& one : decisions) decisions_[{one.relationship, one.finding_key}].push_back(std::move(one));
  }

  FindingCase case_of(store::StoredFinding finding) {
    const auto relationship = relationships_.find(finding.relationship);
    if (relationship == relationships_.end())
      throw std::logic_error("finding " + finding.id.value + " has no relationship");
    const std::pair about{finding.relationship, key_of(finding.finding)};
    FindingCase all{.relationship = relationship->second,
                    .events = std::move(events_[finding.id]),
                    .decisions = decisions_[about]};
    all.finding = std::move(finding);
    return all;
  }

 private:
  std::map<RelationshipId, Relationship> relationships_;
  std::map<FindingId, std::vector<store::FindingEvent>> events_;
  std::map<std::pair<RelationshipId, std::string>, std::vector<Decision>> decisions_;
};

}  // namespace

std::vector<FindingCase> finding_cases(Services& services, std::vector<store::StoredFinding> findings) {
  std::vector<FindingId> ids;
  std::vector<RelationshipId> relationships;
  for (const auto& one : findings) {
    ids.push_back(one.id);
    relationships.push_back(one.relationship);
  }
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  CaseFiles files(store::load_relationships(transaction, relationships),
                  store::finding_events(transaction, ids), store::decisions_of(transaction, relationships));
  std::vector<FindingCase> cases;
  for (auto& one : findings) cases.push_back(files.case_of(std::move(one)));
  return cases;
}

}  // namespace certreg::service
