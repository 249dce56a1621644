#include "web/finding_filter.h"

#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/service/relationships.h"
#include "web/cookies.h"
#include "web/finding_topics.h"
#include "web/words.h"

namespace certreg::web {
namespace {

constexpr std::string_view kAnyState = "any";
constexpr int kBatch = 2000;

template <class Names>
std::optional<std::size_t> place_of(const Names& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<std::size_t>(at - names.begin());
}

std::optional<Severity> severity_named(const std::string& name, const std::string& field) {
  if (name.empty()) return std::nullopt;
  const auto place = place_of(severity_names(), name);
  if (!place) throw invalid(field, "must be low, medium, high or critical");
  return static_cast<Severity>(*place);
}

std::string topic_in(const http::Request& request) {
  auto topic = query_value(request, "topic");
  if (!topic.empty() && !place_of(finding_topics(), topic)) throw invalid("topic", "is none of ours");
  return topic;
}

std::string state_in(const http::Request& request) {
  auto state = query_value(request, "state");
  if (!state.empty() && state != kAnyState && !place_of(finding_state_names(), state))
    throw invalid("state", "is none of ours");
  return state;
}

// "high.0190...": severity and id of the last one seen.
std::optional<store::FindingPlace> after_in(const http::Request& request) {
  const auto text = query_value(request, "after");
  if (text.empty()) return std::nullopt;
  const auto dot = text.find('.');
  const auto severity = severity_named(text.substr(0, dot), "after");
  if (!severity || dot == std::string::npos) throw invalid("after", "is none of ours");
  return store::FindingPlace{*severity, {text.substr(dot + 1)}};
}

std::vector<FindingState> states_for(const std::string& state) {
  if (state == kAnyState) return {};
  if (const auto place = place_of(finding_state_names(), state)) return {static_cast<FindingState>(*place)};
  return {FindingState::Open, FindingState::Accepted, FindingState::NotApplicable, FindingState::Compensated};
}

bool is_meant(const Relationship& one, const Words& supplier, const Words& owner) {
  const bool supplied = supplier.none() || supplier.stand_in(one.supplier.name) ||
                        (one.provider && supplier.stand_in(one.provider->name));
  return supplied && (owner.none() || owner.stand_in(one.owner.name) || owner.stand_in(one.owner.email));
}

std::optional<std::vector<RelationshipId>> relationships_for(const Visit& visit,
                                                             const FindingListFilter& filter) {
  const Words supplier(filter.supplier), owner(filter.owner);
  if (supplier.none() && owner.none()) return std::nullopt;
  std::vector<RelationshipId> meant;
  RelationshipId after;
  for (;;) {
    const auto batch = service::list_relationships(visit.services, after, kBatch);
    if (batch.empty()) return meant;
    after = batch.back().id;
    for (const auto& one : batch)
      if (is_meant(one, supplier, owner)) meant.push_back(one.id);
  }
}

}  // namespace

FindingListFilter finding_filter_in(const http::Request& request) {
  return {severity_named(query_value(request, "severity"), "severity"),
          topic_in(request),
          state_in(request),
          line_in(request, "supplier"),
          line_in(request, "owner"),
          {query_value(request, "finding")},
          after_in(request)};
}

Address address_of(std::string_view path, const FindingListFilter& filter) {
  Address address(path);
  if (filter.at_least) address.with("severity", to_string(*filter.at_least));
  return address.with("topic", filter.topic)
      .with("state", filter.state)
      .with("supplier", filter.supplier)
      .with("owner", filter.owner)
      .with("finding", filter.finding.value);
}

Address next_address(const FindingListFilter& filter, const store::StoredFinding& last) {
  return address_of("/findings", filter)
      .with("after", std::string(to_string(last.finding.severity)) + "." + last.id.value);
}

bool is_filtered(const FindingListFilter& filter) {
  return filter.at_least || !filter.topic.empty() || !filter.state.empty() || !filter.supplier.empty() ||
         !filter.owner.empty() || !filter.finding.empty();
}

std::vector<store::StoredFinding> findings_for(const Visit& visit, const FindingListFilter& filter,
                                               int limit) {
  if (!filter.finding.empty()) return {service::find_finding(visit.services, filter.finding)};
  return service::list_findings(visit.services,
                                {.states = states_for(filter.state),
                                 .rules = rules_about(filter.topic),
                                 .relationship = {},
                                 .among = relationships_for(visit, filter),
                                 .at_least = filter.at_least},
                                filter.after, limit);
}

}  // namespace certreg::web
