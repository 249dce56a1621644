// What a tier of suppliers must hold. Data that the user states; versions are immutable.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/assurance.h"
#include "certreg/domain/certificate.h"
#include "certreg/domain/relationship.h"

namespace certreg {

// When a need applies: all that is stated must hold; nothing stated = always.
struct Condition {
  std::vector<DataKind> data;           // any of these is processed
  std::vector<Deployment> deployments;  // it runs in any of these
  std::vector<std::string> their_roles;
  std::optional<bool> critical_function;
};

enum class Combine { All, Any };  // of a need's standards
enum class EntityRule { SameEntity, SameGroup };
enum class ScopeRule { MustCover, MayBeUnsure };

std::string_view to_string(Combine combine);
std::string_view to_string(EntityRule rule);
std::string_view to_string(ScopeRule rule);
const std::vector<std::string_view>& combine_names();
const std::vector<std::string_view>& entity_rule_names();
const std::vector<std::string_view>& scope_rule_names();

struct Need {
  std::string id;                     // within its tier: "information_security"
  std::string why;                    // one sentence for people
  std::vector<StandardId> standards;  // never empty
  Combine combine = Combine::All;
  Condition when;
  bool accredited = true;  // by a body that a recognised accreditation body accredited for it
  EvidenceLevel least_evidence = EvidenceLevel::Documented;
  ScopeRule scope = ScopeRule::MustCover;
  EntityRule entity = EntityRule::SameEntity;  // SameGroup: with a guarantee of the group only
  int evidence_days = 365;                     // evidence not seen again for longer is stale
  bool statement_of_applicability = false;     // the certificate must name the version of one
  std::vector<AssuranceKind> or_assurance;     // what may stand in for it
  int assurance_days = 365;                    // for so long after the end of its period
};

struct Tier {
  std::string id;  // "critical"
  std::string name, explanation;
  std::vector<Need> needs;
  std::vector<int> lead_days = {180, 90, 60, 30, 7, 0};  // rungs before the end, descending
  int repeat_days = 7;                                   // after the end, until it is decided
  int review_months = 12;                                // Annex A 5.22
  int source_days = 90;                                  // a source not read for longer is a finding
};

struct Policy {
  int version = 0;  // 0: the one that ships
  std::vector<Tier> tiers;
  Instant recorded_at{};
  std::string recorded_by, reason;
};

const Tier* find_tier(const Policy& policy, std::string_view id);  // null when there is none

bool applies(const Condition& condition, const Relationship& relationship);

}  // namespace certreg
