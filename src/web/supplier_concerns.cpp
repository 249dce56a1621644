#include "web/supplier_concerns.h"

#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/domain/names.h"
#include "certreg/service/assessments.h"
#include "certreg/service/findings.h"
#include "certreg/service/policies.h"
#include "certreg/service/relationships.h"
#include "web/address.h"
#include "web/tier_counts.h"
#include "web/told.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMostFindings = 100;  // that are shown of a relationship
constexpr int kAllFindings = 10'000;        // more than any relationship has

std::string word(const Visit& visit, const std::string& prefix, std::string_view name) {
  return message(visit.language, prefix + std::string(name));
}

Data finding_view(const store::StoredFinding& stored, const Visit& visit) {
  const auto& finding = stored.finding;
  Data view;
  view.set("severity", word(visit, "severity.", to_string(finding.severity)));
  set_told(view, "sentence", told(finding, visit.language));
  view.set("state", word(visit, "state.", to_string(stored.state)));
  view.set("since", day_text(stored.state_since, visit.language));
  view.set("has_due", finding.due.has_value());
  view.set("due", finding.due ? day_text(*finding.due, visit.language) : std::string());
  view.set("cure", word(visit, "rule.", std::string(to_string(finding.rule)) + ".cure"));
  view.set("address", Address("/findings").with("finding", stored.id.value).text());
  return view;
}

Data decision_view(const Decision& decision, const Visit& visit) {
  Data view;
  view.set("kind", word(visit, "decision.", to_string(decision.kind)));
  view.set("reason", harmless(decision.reason));
  view.set("by", harmless(decision.decided_by));
  view.set("day", day_text(day_of(decision.decided_at), visit.language));
  view.set("has_until", decision.until.has_value());
  view.set("until", decision.until ? day_text(*decision.until, visit.language) : std::string());
  return view;
}

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const auto& item : items) all += (all.empty() ? "" : ", ") + item;
  return all;
}

// Findings are recorded by the watch; before its next look some that hold today may be missing.
bool is_behind(const std::vector<store::StoredFinding>& stored, const std::vector<Finding>& today) {
  return std::any_of(today.begin(), today.end(), [&](const Finding& finding) {
    return std::none_of(stored.begin(), stored.end(), [&](const store::StoredFinding& one) {
      return one.state != FindingState::Cured && key_of(one.finding) == key_of(finding);
    });
  });
}

Data relationship_view(const Visit& visit, const Relationship& relationship) {
  const auto today = day_of(visit.services.clock.now());
  const auto assessed = service::assess_relationship(visit.services, relationship.id, {today, {}});
  Data findings{Data::type::list}, decisions{Data::type::list};
  const auto stored =
      service::list_findings(visit.services, {.relationship = relationship.id}, {}, kAllFindings);
  const auto shown = std::min(stored.size(), kMostFindings);
  for (std::size_t i = 0; i < shown; ++i) findings.push_back(finding_view(stored[i], visit));
  for (const auto& decision : assessed.record->decisions) decisions.push_back(decision_view(decision, visit));
  Data view;
  view.set("reference", harmless(relationship.reference));
  view.set("services", harmless(joined(relationship.services)));
  view.set("has_services", !relationship.services.empty());
  view.set("tier",
           harmless(tier_name(service::current_policy(visit.services), relationship.tier, visit.language)));
  const auto& owner = relationship.owner;
  view.set("owner", harmless(owner.name.empty() ? owner.email : owner.name));
  view.set("has_owner", !owner.name.empty() || !owner.email.empty());
  view.set("outcome", word(visit, "relationship.", to_string(assessed.assessment->outcome)));
  view.set("findings", findings);
  view.set("has_more", stored.size() > shown);
  view.set(
      "more",
      message(visit.language, "finding.more",
              {{"count", number_text(static_cast<std::int64_t>(stored.size() - shown), visit.language)}}));
  view.set("no_findings", stored.empty());
  view.set("unwatched", is_behind(stored, assessed.assessment->findings));
  view.set("decisions", decisions);
  view.set("no_decisions", assessed.record->decisions.empty());
  return view;
}

bool speaks_for(const service::SourceDefinition& source, const Supplier& supplier) {
  const auto holder = normalise_name(source.holder.name);
  if (holder.empty()) return false;
  if (holder == normalise_name(supplier.name)) return true;
  for (const auto& alias : supplier.aliases)
    if (holder == normalise_name(alias)) return true;
  return false;
}

}  // namespace

Data page_search_view(const PageSearch& page, Language language) {
  Data view;
  view.set("address", harmless(page.address));
  view.set("searched", page.searched_on.has_value());
  view.set("searched_on", page.searched_on ? day_text(*page.searched_on, language) : std::string());
  view.set("failing", page.not_read_since.has_value());
  view.set("since", page.not_read_since ? day_text(*page.not_read_since, language) : std::string());
  view.set("why", harmless(page.why));
  view.set("never", !page.searched_on && !page.not_read_since);
  return view;
}

Data concerns_view(const Visit& visit, const SupplierId& supplier) {
  Data list{Data::type::list};
  bool away = false;
  try {
    for (const auto& relationship : service::relationships_of(visit.services, supplier))
      if (!relationship.retired) list.push_back(relationship_view(visit, relationship));
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Unavailable) throw;
    away = true;
  }
  Data view;
  view.set("away", away);
  view.set("none", !away && list.list_value().empty());
  view.set("relationships", list);
  return view;
}

Data sources_view(const Visit& visit, const Supplier& supplier) {
  Data list{Data::type::list};
  for (const auto& source : visit.services.sources()) {
    if (!speaks_for(source, supplier)) continue;
    const auto search = visit.services.catalogue.search_of(source.name);
    Data pages{Data::type::list};
    if (search)
      for (const auto& page : search->pages) pages.push_back(page_search_view(page, visit.language));
    Data view;
    view.set("title", harmless(source.title.empty() ? source.name : source.title));
    view.set("pages", pages);
    view.set("never", pages.list_value().empty());
    list.push_back(view);
  }
  Data view;
  view.set("list", list);
  view.set("none", list.list_value().empty());
  return view;
}

}  // namespace certreg::web
