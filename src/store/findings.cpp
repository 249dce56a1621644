#include "certreg/store/findings.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "certreg/codec/relationships.h"
#include "store/bulk_rows.h"
#include "store/values.h"

namespace certreg::store {
namespace {

FindingState state_of(const std::string& name) {
  const auto& names = finding_state_names();
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) throw std::logic_error("finding_event has an unknown state: " + name);
  return static_cast<FindingState>(at - names.begin());
}

Date day(const Row& row, const char* column) { return Date::parse(row.text(column)).value(); }

Finding body(const Row& row) { return codec::stored_finding(codec::parse_own(row.text("body"))); }

StoredFinding finding_of(const Row& row) {
  return {.id = {row.text("id")},
          .relationship = {row.text("relationship_id")},
          .opened_on = day(row, "opened_on"),
          .open_since = day(row, "open_since"),
          .state = state_of(row.text("state")),
          .state_since = day(row, "on_day"),
          .cause = row.text("cause"),
          .finding = body(row),
          .recorded_at = instant(row, "recorded_at")};
}

FindingEvent event_of(const Row& row) {
  return {.id = row.integer("id"),
          .finding_id = {row.text("finding_id")},
          .state = state_of(row.text("state")),
          .on = day(row, "on_day"),
          .cause = row.text("cause"),
          .finding = body(row),
          .recorded_at = instant(row, "recorded_at"),
          .recorded_by = row.text("recorded_by")};
}

std::vector<StoredFinding> findings_in(const Result& result) {
  std::vector<StoredFinding> all;
  all.reserve(result.size());
  for (const auto& row : result) all.push_back(finding_of(row));
  return all;
}

int rank_of(Severity severity) { return static_cast<int>(severity) + 1; }

template <class Values>
Param names_of(const Values& values) {
  if (values.empty()) return std::nullopt;
  std::vector<std::string> names;
  for (const auto value : values) names.emplace_back(to_string(value));
  return Param::array(names);
}

Param relationships_of(const FindingFilter& filter) {
  return filter.among ? uuid_array(std::span<const RelationshipId>(*filter.among)) : Param(std::nullopt);
}

}  // namespace

void lock_findings(Transaction& transaction) { transaction.run("lock_findings"); }

void insert_findings(Transaction& transaction, std::span<const StoredFinding> findings) {
  BulkRows rows(transaction, "insert_findings", 5);
  for (const auto& one : findings)
    rows.add({one.id.value, one.relationship.value, key_of(one.finding), to_string(one.finding.rule),
              one.opened_on.to_string()});
  rows.finish();
}

void insert_finding_events(Transaction& transaction, std::span<const FindingEvent> events) {
  BulkRows rows(transaction, "insert_finding_events", 8);
  for (const auto& event : events)
    rows.add({event.finding_id.value, to_string(event.state), to_string(event.finding.severity),
              event.on.to_string(), event.cause, codec::dump(codec::stored_json(event.finding)),
              to_string(event.recorded_at), event.recorded_by});
  rows.finish();
}

std::vector<StoredFinding> findings_of(Transaction& transaction, std::span<const RelationshipId> ids) {
  return findings_in(transaction.run("select_findings_of_relationships", {uuid_array(ids)}));
}

std::map<std::pair<RelationshipId, std::string>, Date> open_since(Transaction& transaction,
                                                                  std::span<const RelationshipId> ids) {
  std::map<std::pair<RelationshipId, std::string>, Date> since;
  for (const auto& row : transaction.run("select_open_since", {uuid_array(ids)}))
    since.emplace(std::pair(RelationshipId{row.text("relationship_id")}, row.text("key")),
                  day(row, "open_since"));
  return since;
}

std::optional<StoredFinding> load_finding(Transaction& transaction, const FindingId& id) {
  if (!is_uuid(id.value)) return std::nullopt;
  const auto row = transaction.run("select_finding", {id.value}).first();
  return row ? std::optional(finding_of(*row)) : std::nullopt;
}

std::vector<FindingEvent> finding_events(Transaction& transaction, std::span<const FindingId> ids) {
  std::vector<FindingEvent> all;
  for (const auto& row : transaction.run("select_finding_events", {uuid_array(ids)}))
    all.push_back(event_of(row));
  return all;
}

std::vector<StoredFinding> list_findings(Transaction& transaction, const FindingFilter& filter,
                                         const std::optional<FindingPlace>& after, int limit) {
  if (filter.relationship && !is_uuid(filter.relationship->value)) return {};
  if (after && !is_uuid(after->id.value)) return {};
  const auto rank = after ? std::optional(rank_of(after->severity)) : std::nullopt;
  const auto id = after ? filled(after->id) : std::nullopt;
  const auto relationship = filter.relationship ? filled(*filter.relationship) : std::nullopt;
  const auto least = filter.at_least ? std::optional(rank_of(*filter.at_least)) : std::nullopt;
  return findings_in(
      transaction.run("list_findings", {rank, id, names_of(filter.states), names_of(filter.rules),
                                        relationship, least, limit, relationships_of(filter)}));
}

std::vector<FollowedFinding> follow_finding_events(Transaction& transaction, std::int64_t after,
                                                   std::int64_t until, int limit) {
  std::vector<FollowedFinding> all;
  for (const auto& row : transaction.run("follow_finding_events", {after, until, limit})) {
    const auto before = row.optional_text("state_before");
    all.push_back(
        {row.integer("number"), finding_of(row), before ? std::optional(state_of(*before)) : std::nullopt});
  }
  return all;
}

std::vector<FollowedDecision> follow_decisions(Transaction& transaction, std::int64_t after,
                                               std::int64_t until, int limit) {
  std::vector<FollowedDecision> all;
  for (const auto& row : transaction.run("follow_decisions", {after, until, limit}))
    all.push_back({row.integer("number"), codec::stored_decision(codec::parse_own(row.text("decision"))),
                   finding_of(row)});
  return all;
}

}  // namespace certreg::store
