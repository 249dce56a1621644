#include <algorithm>

#include "api/answer.h"
#include "api/body.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "certreg/codec/relationships.h"
#include "certreg/service/event_json.h"
#include "certreg/service/findings.h"

namespace certreg::api {
namespace {

using codec::Json;

FindingId id_of(const Context& context) { return {own_id(context, "finding")}; }

Json event_json(const store::FindingEvent& event) {
  return {{"state", std::string(to_string(event.state))},
          {"on", event.on.to_string()},
          {"cause", event.cause},
          {"severity", std::string(to_string(event.finding.severity))},
          {"sentence", event.finding.sentence},
          {"recorded_at", to_string(event.recorded_at)},
          {"recorded_by", event.recorded_by}};
}

// Without a state: those that are not cured.
std::vector<FindingState> states_in(QueryReader& query) {
  if (const auto state = query.choice("state", finding_state_names()))
    return {static_cast<FindingState>(*state)};
  return {FindingState::Open, FindingState::Accepted, FindingState::NotApplicable, FindingState::Compensated};
}

store::FindingFilter filter_in(QueryReader& query) {
  store::FindingFilter filter;
  filter.states = states_in(query);
  if (const auto rule = query.choice("rule", finding_rule_names()))
    filter.rules = {static_cast<FindingRule>(*rule)};
  if (auto id = query.text("relationship"); !id.empty()) filter.relationship = RelationshipId{std::move(id)};
  if (const auto severity = query.choice("severity", severity_names()))
    filter.at_least = static_cast<Severity>(*severity);
  return filter;
}

std::optional<store::FindingPlace> place_in(QueryReader& query, const std::vector<std::string>& cursor) {
  if (cursor.empty()) return std::nullopt;
  const auto& names = severity_names();
  const auto at = std::find(names.begin(), names.end(), cursor[0]);
  if (at == names.end()) query.problem("cursor", "is none of ours");
  return store::FindingPlace{static_cast<Severity>(at - names.begin()), {cursor[1]}};
}

}  // namespace

http::Response list_findings(const Context& context) {
  QueryReader query(context.request);
  const auto filter = filter_in(query);
  const auto limit = query.limit();
  const auto place = place_in(query, cursor_of(query, 2));
  query.finish();
  auto findings = service::list_findings(context.services, filter, place, static_cast<int>(limit) + 1);
  std::optional<std::vector<std::string>> last;
  if (findings.size() > limit) {
    findings.pop_back();
    last = {std::string(to_string(findings.back().finding.severity)), findings.back().id.value};
  }
  return page(context, listed(findings, [](const auto& finding) { return service::to_json(finding); }), last);
}

http::Response get_finding(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context, service::to_json(service::find_finding(context.services, id_of(context))));
}

http::Response list_finding_events(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(service::finding_events(context.services, id_of(context)), event_json));
}

http::Response decide_finding(const Context& context) {
  QueryReader(context.request).finish();
  codec::Problems problems;
  auto decision = codec::decision_from(json_body(context), problems);
  refuse(std::move(problems));
  return json_answer(
      codec::to_json(service::decide(context.services, id_of(context), std::move(decision), context.actor)),
      201);
}

http::Response run_watch(const Context& context) {
  QueryReader(context.request).finish();
  const auto report = service::watch(context.services, context.actor);
  return json_answer({{"ran", report.ran},
                      {"relationships", report.relationships},
                      {"opened", report.opened},
                      {"reopened", report.reopened},
                      {"changed", report.changed},
                      {"cured", report.cured}});
}

}  // namespace certreg::api
