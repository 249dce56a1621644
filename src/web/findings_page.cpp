#include "web/findings_page.h"

#include <algorithm>

#include "certreg/domain/error.h"
#include "web/cookies.h"
#include "web/decision_form.h"
#include "web/finding_filter.h"
#include "web/finding_topics.h"
#include "web/finding_view.h"
#include "web/sign_in_page.h"

namespace certreg::web {
namespace {

constexpr int kPageSize = 25;

struct Sent {  // a form that was not taken, and why
  DecisionForm form;
  std::vector<FieldProblem> problems;
};

template <class Names>
Data choices_view(const Names& names, std::string_view prefix, std::string_view chosen, Language language) {
  Data list{Data::type::list};
  for (const auto& name : names) {
    Data view;
    view.set("id", std::string(name));
    view.set("name", message(language, std::string(prefix) + std::string(name)));
    view.set("selected", name == chosen);
    list.push_back(view);
  }
  return list;
}

void set_filter(Data& view, const FindingListFilter& filter, Language language) {
  std::vector<std::string_view> severities(severity_names().rbegin(), severity_names().rend());
  const auto least = filter.at_least ? to_string(*filter.at_least) : std::string_view();
  view.set("severities", choices_view(severities, "at_least.", least, language));
  view.set("topics", choices_view(finding_topics(), "finding_topic.", filter.topic, language));
  view.set("states", choices_view(finding_state_names(), "state.", filter.state, language));
  view.set("any_state", filter.state == "any");
  view.set("supplier_asked", filter.supplier);
  view.set("owner_asked", filter.owner);
  view.set("is_filtered", is_filtered(filter));
  view.set("csv_address", address_of("/findings.csv", filter).text());
}

// The finding whose form was not taken is shown, even if it left the list meanwhile.
void put_sent_first(const Visit& visit, const Sent* sent, std::vector<store::StoredFinding>& findings) {
  if (sent == nullptr) return;
  const auto is_it = [&](const store::StoredFinding& one) { return one.id == sent->form.finding; };
  if (std::any_of(findings.begin(), findings.end(), is_it)) return;
  findings.insert(findings.begin(), service::find_finding(visit.services, sent->form.finding));
}

Data case_view(const service::FindingCase& one, const Visit& visit, const Sent* sent) {
  auto view = finding_view(one, visit);
  const bool is_sent = sent != nullptr && sent->form.finding == one.finding.id;
  const bool may_decide = visit.visitor->actor.role >= service::Role::Reviewer;
  if (may_decide)
    set_form(view, one, is_sent ? sent->form : DecisionForm{},
             is_sent ? sent->problems : std::vector<FieldProblem>{}, visit);
  else
    view.set("form", false);
  return view;
}

// What was decided with the form before, since it may have left the list by that.
Data done_view(const Visit& visit) {
  const FindingId id{query_value(visit.request, "decided")};
  if (id.empty()) return Data(false);
  const auto cases = service::finding_cases(visit.services, {service::find_finding(visit.services, id)});
  auto view = finding_view(cases.front(), visit);
  view.set("address", Address("/findings").with("finding", id.value).text());
  return view;
}

// That nothing is recorded says only as much as when was looked.
void set_watch(Data& view, const Visit& visit) {
  const auto watched = service::last_watched(visit.services);
  view.set("never_watched", !watched);
  view.set("watched", watched ? instant_text(*watched, visit.language) : std::string());
  view.set("not_today", watched && day_of(*watched) < visit.services.clock.today());
}

Drawn list_page(const Visit& visit, const Sent* sent, int status) {
  const auto filter = finding_filter_in(visit.request);
  auto findings = findings_for(visit, filter, kPageSize + 1);
  const bool has_more = findings.size() > kPageSize;
  if (has_more) findings.pop_back();
  const auto next = has_more ? next_address(filter, findings.back()).text() : std::string();
  put_sent_first(visit, sent, findings);
  Data list{Data::type::list};
  for (const auto& one : service::finding_cases(visit.services, std::move(findings)))
    list.push_back(case_view(one, visit, sent));
  Data view;
  set_filter(view, filter, visit.language);
  set_watch(view, visit);
  view.set("done", sent == nullptr ? done_view(visit) : Data(false));
  view.set("none", list.list_value().empty());
  view.set("findings", list);
  view.set("has_next", has_more);
  view.set("next", next);
  view.set("has_first", filter.after.has_value());
  view.set("first", address_of("/findings", filter).text());
  auto sent_to = address_of("/findings", filter);
  if (filter.after) sent_to.with("after", query_value(visit.request, "after"));
  view.set("sent_to", sent_to.text());
  return drawn(visit, "findings.mustache", view, message(visit.language, "findings.title"), status);
}

}  // namespace

Drawn findings_page(const Visit& visit) { return list_page(visit, nullptr, 200); }

Drawn decide_on_page(const Visit& visit) {
  Sent sent{decision_form_in(visit.request), {}};
  auto decision = decision_of(sent.form, visit, sent.problems);
  int status = 400;
  if (sent.problems.empty()) {
    try {
      service::decide(visit.services, sent.form.finding, std::move(decision), visit.visitor->actor,
                      sent.form.seen);
      auto back = address_of("/findings", finding_filter_in(visit.request));
      return redirect(back.with("after", query_value(visit.request, "after"))
                          .with("decided", sent.form.finding.value)
                          .at("done")
                          .text());
    } catch (const Error& error) {
      if (error.kind != ErrorKind::Invalid && error.kind != ErrorKind::Conflict) throw;
      sent.problems = problems_of(error, visit);
      if (error.kind == ErrorKind::Conflict) status = 409;
    }
  }
  return list_page(visit, &sent, status);
}

}  // namespace certreg::web
