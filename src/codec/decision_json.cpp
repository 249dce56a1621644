#include "certreg/codec/relationships.h"
#include "codec/shapes.h"

namespace certreg::codec {
namespace {

Decision read_decision(ObjectReader& reader) {
  Decision decision;
  decision.kind = choice_or(reader, "kind", decision_kind_names(), DecisionKind::AcceptRisk);
  if (!reader.has("kind")) reader.problem("kind", "is required");
  decision.until = reader.date("until");
  decision.reason = reader.required_text("reason", 2000);
  decision.attachment.value = reader.text("attachment", 64);
  decision.services = reader.texts("services", 200, 300);
  decision.in_scope = reader.boolean("in_scope").value_or(false);
  return decision;
}

bool needs_a_day(DecisionKind kind) {
  return kind == DecisionKind::AcceptRisk || kind == DecisionKind::AskSupplier ||
         kind == DecisionKind::ReplaceSupplier;
}

void check_members(const Decision& decision, ObjectReader& reader) {
  if (needs_a_day(decision.kind) && !reader.has("until"))
    reader.problem("until", "is required: the last day on which the decision holds");
  if (!needs_a_day(decision.kind) && decision.until)
    reader.problem("until", "is for accept_risk, ask_supplier and replace_supplier");
  const bool is_reading = decision.kind == DecisionKind::ConfirmScope;
  if (is_reading && !reader.has("in_scope"))
    reader.problem("in_scope", "is required: what the person found, true or false");
  if (!is_reading && (reader.has("in_scope") || !decision.services.empty()))
    reader.problem(reader.has("in_scope") ? "in_scope" : "services", "is for confirm_scope");
}

}  // namespace

Json to_json(const Decision& decision) {
  const bool is_reading = decision.kind == DecisionKind::ConfirmScope;
  return {{"id", decision.id.value},
          {"relationship", decision.relationship.value},
          {"finding_key", decision.finding_key},
          {"kind", name_of(decision.kind, decision_kind_names())},
          {"until", date_or_null(decision.until)},
          {"reason", decision.reason},
          {"attachment", id_or_null(decision.attachment)},
          {"version_read", id_or_null(decision.version_read)},
          {"services", decision.services},
          {"in_scope", is_reading ? Json(decision.in_scope) : Json(nullptr)},
          {"decided_by", decision.decided_by},
          {"decided_at", to_string(decision.decided_at)}};
}

Decision decision_from(const Json& value, Problems& problems) {
  ObjectReader reader(value, "", problems);
  auto decision = read_decision(reader);
  check_members(decision, reader);
  reader.finish();
  return decision;
}

Decision stored_decision(const Json& value) {
  Problems problems;
  ObjectReader reader(value, "", problems);
  auto decision = read_decision(reader);
  decision.id.value = reader.text("id");
  decision.relationship.value = reader.text("relationship");
  decision.finding_key = reader.text("finding_key", 2000);
  if (auto id = reader.text("version_read"); !id.empty()) decision.version_read = VersionId{std::move(id)};
  decision.decided_by = reader.text("decided_by");
  decision.decided_at = reader.instant("decided_at").value_or(Instant{});
  refuse_stored("decision", problems);
  return decision;
}

}  // namespace certreg::codec
