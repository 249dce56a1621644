#include "web/decision_form.h"

#include <algorithm>

#include "certreg/domain/harmless.h"
#include "certreg/domain/names.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

constexpr std::size_t kLongestReason = 2000, kLongestService = 300, kMostServices = 200;
constexpr std::string_view kScopeIsIn = "scope_is_in", kScopeIsOut = "scope_is_out";

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\t'; }, ' ');
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? std::string()
                                    : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (auto line = one_line(text.substr(at, end - at)); !line.empty()) all.push_back(std::move(line));
    at = end + 1;
  }
  return all;
}

std::optional<DecisionKind> kind_of(std::string_view choice) {
  if (choice == kScopeIsIn || choice == kScopeIsOut) return DecisionKind::ConfirmScope;
  const auto& names = decision_kind_names();
  const auto at = std::find(names.begin(), names.end(), choice);
  if (at == names.end()) return std::nullopt;
  return static_cast<DecisionKind>(at - names.begin());
}

bool needs_a_day(DecisionKind kind) {
  return kind == DecisionKind::AcceptRisk || kind == DecisionKind::AskSupplier ||
         kind == DecisionKind::ReplaceSupplier;
}

bool is_about_scope(FindingRule rule) {
  return rule == FindingRule::OutOfScope || rule == FindingRule::ScopeReduced;
}

// Collects what is wrong with a form.
class Reading {
 public:
  Reading(const DecisionForm& form, const Visit& visit, std::vector<FieldProblem>& problems)
      : form_(form), visit_(visit), problems_(problems) {}

  void kind(Decision& decision) {
    const auto kind = kind_of(form_.choice);
    if (!kind) return problem("kind", "problem.required");
    decision.kind = *kind;
    decision.in_scope = form_.choice == kScopeIsIn;
    day(decision);
  }
  void reason(Decision& decision) {
    decision.reason = one_line(form_.reason);
    if (decision.reason.empty()) return problem("reason", "problem.required");
    if (!is_clean_text(decision.reason, kLongestReason)) problem("reason", "problem.reason");
  }
  void services(Decision& decision) {
    if (decision.kind != DecisionKind::ConfirmScope) return;
    decision.services = lines(form_.services);
    const bool fits = std::all_of(decision.services.begin(), decision.services.end(),
                                  [](const auto& name) { return is_clean_text(name, kLongestService); });
    if (!fits || decision.services.size() > kMostServices) problem("services", "problem.services");
  }

 private:
  void day(Decision& decision) {
    const bool needed = needs_a_day(decision.kind);
    if (form_.until.empty()) return needed ? problem("until", "problem.day_needed") : void();
    if (!needed) return problem("until", "problem.no_day");
    decision.until = Date::parse(form_.until);
    if (!decision.until) return problem("until", "problem.day");
    if (*decision.until < visit_.services.clock.today()) problem("until", "problem.past");
  }
  void problem(const std::string& field, std::string_view key) {
    problems_.push_back({field, message(visit_.language, key)});
  }

  const DecisionForm& form_;
  const Visit& visit_;
  std::vector<FieldProblem>& problems_;
};

void set_problem(Data& view, const std::string& field, const std::vector<FieldProblem>& problems) {
  const auto found = std::find_if(problems.begin(), problems.end(),
                                  [&](const FieldProblem& one) { return one.field == field; });
  view.set(field + "_wrong", found != problems.end());
  view.set(field + "_problem", found != problems.end() ? harmless(found->rule) : std::string());
}

// What the form may show again: what was typed, but for what no page can show.
std::string again(const std::string& text) {
  std::string shown;
  for (const auto& line : lines(text)) shown += (shown.empty() ? "" : "\n") + harmless(line);
  return shown;
}

}  // namespace

DecisionForm decision_form_in(const http::Request& request) {
  const auto sent = [&](std::string_view name) { return form_value(request, name); };
  return {{sent("finding")},
          {{sent("seen")}, {sent("seen_version")}, sent("seen_services"), sent("seen_finding")},
          sent("kind"),
          sent("until"),
          sent("reason"),
          sent("services")};
}

std::vector<std::string> choices_for(const service::FindingCase& one) {
  const auto rule = one.finding.finding.rule;
  std::vector<std::string> choices;
  const auto add = [&](DecisionKind kind) { choices.emplace_back(to_string(kind)); };
  if (one.finding.state != FindingState::Cured) {
    for (const auto kind : {DecisionKind::AcceptRisk, DecisionKind::AskSupplier,
                            DecisionKind::ReplaceSupplier, DecisionKind::NotApplicable})
      add(kind);
    if (is_about_scope(rule) && one.finding.finding.certificate)
      choices.insert(choices.end(), {std::string(kScopeIsIn), std::string(kScopeIsOut)});
    if (rule == FindingRule::SuccessorUnconfirmed) add(DecisionKind::ConfirmSuccessor);
  }
  if (!one.decisions.empty() && one.decisions.back().kind != DecisionKind::Withdraw)
    add(DecisionKind::Withdraw);
  return choices;
}

Decision decision_of(const DecisionForm& form, const Visit& visit, std::vector<FieldProblem>& problems) {
  Decision decision;
  Reading reading(form, visit, problems);
  reading.kind(decision);
  reading.reason(decision);
  reading.services(decision);
  return decision;
}

std::vector<FieldProblem> problems_of(const Error& error, const Visit& visit) {
  if (error.kind == ErrorKind::Conflict) {
    const auto* said = error.fields.empty() ? "finding.meanwhile" : "finding.changed";
    return {{"form", message(visit.language, said)}};
  }
  std::vector<FieldProblem> problems;
  for (const auto& problem : error.fields) problems.push_back(problem);
  return problems;
}

void set_form(Data& view, const service::FindingCase& one, const DecisionForm& form,
              const std::vector<FieldProblem>& problems, const Visit& visit) {
  const auto offered = choices_for(one);
  Data choices{Data::type::list};
  for (const auto& choice : offered) {
    Data option;
    option.set("choice", choice);
    option.set("choice_name", message(visit.language, "choice." + choice));
    option.set("chosen", choice == form.choice);
    choices.push_back(option);
  }
  Data values;
  values.set("choices", choices);
  const auto seen = service::seen_case(visit.services, one);
  values.set("seen", seen.last_decision.value);
  values.set("seen_version", seen.version.value);
  values.set("seen_services", seen.services);
  values.set("seen_finding", seen.finding);
  values.set("until", Date::parse(form.until) ? form.until : std::string());
  values.set("reason", again(form.reason));
  values.set("asks_services", std::find(offered.begin(), offered.end(), kScopeIsIn) != offered.end());
  values.set("services_typed", again(form.services));
  values.set("is_open", !problems.empty());
  for (const char* field : {"form", "kind", "until", "reason", "services"})
    set_problem(values, field, problems);
  view.set("form", offered.empty() ? Data(false) : values);
}

}  // namespace certreg::web
