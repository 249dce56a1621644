#include "web/finding_view.h"

#include "certreg/domain/harmless.h"
#include "web/finding_topics.h"
#include "web/told.h"

namespace certreg::web {
namespace {

std::string word(const Visit& visit, const std::string& prefix, std::string_view name) {
  return message(visit.language, prefix + std::string(name));
}

std::string scope_read(const Decision& decision, const Visit& visit) {
  if (decision.kind != DecisionKind::ConfirmScope) return word(visit, "decision.", to_string(decision.kind));
  return message(visit.language, decision.in_scope ? "choice.scope_is_in" : "choice.scope_is_out");
}

Data decision_view(const Decision& decision, const Visit& visit) {
  Data view;
  view.set("decided", scope_read(decision, visit));
  view.set("by", harmless(decision.decided_by));
  view.set("day", day_text(day_of(decision.decided_at), visit.language));
  view.set("why", harmless(decision.reason));
  view.set("has_until", decision.until.has_value());
  view.set("until", decision.until ? day_text(*decision.until, visit.language) : std::string());
  return view;
}

Data event_view(const store::FindingEvent& event, const Visit& visit) {
  Data view;
  view.set("day", day_text(event.on, visit.language));
  view.set("state", word(visit, "state.", to_string(event.state)));
  view.set("severity", word(visit, "severity.", to_string(event.finding.severity)));
  const bool is_sentence = event.cause == event.finding.sentence;
  set_told(view, "cause", is_sentence ? told(event.finding, visit.language) : Told{event.cause});
  view.set("by", harmless(event.recorded_by));
  return view;
}

void set_relationship(Data& view, const Relationship& relationship) {
  std::string services;
  for (const auto& service : relationship.services) services += (services.empty() ? "" : ", ") + service;
  const auto& party = operator_of(relationship);
  const auto& owner = relationship.owner;
  view.set("supplier", harmless(relationship.supplier.name));
  view.set("is_matched", party.supplier.has_value());
  view.set("supplier_id", party.supplier ? party.supplier->value : std::string());
  view.set("reference", harmless(relationship.reference));
  view.set("services", harmless(services));
  view.set("has_services", !services.empty());
  view.set("owner", harmless(owner.name.empty() ? owner.email : owner.name));
  view.set("has_owner", !owner.name.empty() || !owner.email.empty());
}

void set_finding(Data& view, const store::StoredFinding& stored, const Visit& visit) {
  const auto& finding = stored.finding;
  view.set("id", stored.id.value);
  view.set("title", word(visit, "rule.", to_string(finding.rule)));
  view.set("topic", word(visit, "finding_topic.", topic_of(finding.rule)));
  view.set("severity_code", std::string(to_string(finding.severity)));
  view.set("severity", word(visit, "severity.", to_string(finding.severity)));
  view.set("state", word(visit, "state.", to_string(stored.state)));
  set_told(view, "sentence", told(finding, visit.language));
  view.set("cure", word(visit, "rule.", std::string(to_string(finding.rule)) + ".cure"));
  view.set("since", day_text(stored.open_since, visit.language));
  view.set("has_due", finding.due.has_value());
  view.set("due", finding.due ? day_text(*finding.due, visit.language) : std::string());
  view.set("overdue",
           finding.due && *finding.due < visit.services.clock.today() && stored.state == FindingState::Open);
}

}  // namespace

Data finding_view(const service::FindingCase& one, const Visit& visit) {
  Data decisions{Data::type::list}, events{Data::type::list};
  for (const auto& decision : one.decisions) decisions.push_back(decision_view(decision, visit));
  for (const auto& event : one.events) events.push_back(event_view(event, visit));
  Data view;
  set_relationship(view, one.relationship);
  set_finding(view, one.finding, visit);
  view.set("decisions", decisions);
  view.set("no_decisions", one.decisions.empty());
  view.set("last_decision", one.decisions.empty() ? Data(false) : decision_view(one.decisions.back(), visit));
  view.set("events", events);
  return view;
}

}  // namespace certreg::web
