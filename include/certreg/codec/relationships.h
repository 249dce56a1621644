// Relationships, policies, assurances, findings and decisions as JSON: the form of the API and of what the
// store keeps. Every member is always written, null where nothing is known.
#pragma once

#include "certreg/codec/records.h"
#include "certreg/domain/decision.h"
#include "certreg/domain/relationship_assessment.h"

namespace certreg::codec {

Json to_json(const Party& party);
Json to_json(const Person& person);
Json to_json(const Relationship& relationship);
Json to_json(const Assurance& assurance);
Json to_json(const Policy& policy);
Json to_json(const Finding& finding);
Json to_json(const Decision& decision);
// `{"outcome", "answers": [{"need", "standard", "outcome", "site", "verdict"}], "findings"}`
Json to_json(const Assessment& assessment);

// What people state; ids, versions and recorded_* are the register's own and are read by the `stored_`
// functions only.
Relationship relationship_from(const Json& value, Problems& problems);
Assurance assurance_from(const Json& value, Problems& problems);
// Standards in any usual spelling.
Policy policy_from(const Json& value, const Reference& reference, Problems& problems);
// `kind`, `until`, `reason`, `attachment`, `in_scope`, `services`.
Decision decision_from(const Json& value, Problems& problems);

// What is wrong with a relationship as a whole, whatever it was read from: "reference", "ends", ...
Problems problems_of(const Relationship& relationship);

Relationship stored_relationship(const Json& value);
Assurance stored_assurance(const Json& value);
Policy stored_policy(const Json& value);
// A finding as the store keeps it: with its sentence as it was made.
Json stored_json(const Finding& finding);
Finding stored_finding(const Json& value);
Decision stored_decision(const Json& value);

}  // namespace certreg::codec
