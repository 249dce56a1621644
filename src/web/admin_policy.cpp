#include <charconv>
#include <nlohmann/json.hpp>

#include "certreg/codec/relationships.h"
#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/service/policies.h"
#include "web/admin_pages.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

using codec::Json;

std::string text_of(const Policy& policy) {
  const Json tiers{{"tiers", codec::to_json(policy).at("tiers")}};
  return tiers.dump(2);
}

Policy policy_in(const Visit& visit) {
  auto value = codec::parse(form_value(visit.request, "policy"));
  if (!value.is_object()) throw invalid("policy", "must be an object with tiers");
  if (const auto reason = form_value(visit.request, "reason"); !reason.empty()) value["reason"] = reason;
  codec::Problems problems;
  auto policy = codec::policy_from(value, visit.services.reference(), problems);
  if (!problems.empty()) throw invalid(std::move(problems));
  return policy;
}

// What the page has to say beside the text.
struct Said {
  std::string policy, reason;
  std::optional<std::vector<service::PolicyEffect>> effects;
  std::vector<FieldProblem> problems = {};
  bool saved = false, meanwhile = false;
};

Data titles(const std::vector<std::string>& all) {
  Data list{Data::type::list};
  for (const auto& title : all) list.push_back(Data(harmless(title)));
  return list;
}

Data effects_view(const std::vector<service::PolicyEffect>& effects, const Visit& visit) {
  Data list{Data::type::list};
  for (const auto& effect : effects) {
    const auto word = [&](Outcome outcome) {
      return message(visit.language, "relationship." + std::string(to_string(outcome)));
    };
    Data view;
    view.set("reference", harmless(effect.reference));
    view.set("supplier", harmless(effect.supplier));
    view.set("before", word(effect.before));
    view.set("after", word(effect.after));
    view.set("opened", titles(effect.findings_opened));
    view.set("cured", titles(effect.findings_cured));
    list.push_back(view);
  }
  return list;
}

Data problems_view(const std::vector<FieldProblem>& problems) {
  Data list{Data::type::list};
  for (const auto& problem : problems) {
    Data view;
    view.set("field", harmless(problem.field));
    view.set("rule", harmless(problem.rule));
    list.push_back(view);
  }
  return list;
}

Drawn page(const Visit& visit, int seen, const Said& said, int status = 200) {
  Data values;
  values.set("seen", std::to_string(seen));
  values.set("policy", said.policy);
  values.set("reason", said.reason);
  values.set("saved", said.saved);
  values.set("meanwhile", said.meanwhile);
  values.set("has_problems", !said.problems.empty());
  values.set("problems", problems_view(said.problems));
  values.set("previewed", said.effects.has_value());
  values.set("nobody", said.effects && said.effects->empty());
  values.set("somebody", said.effects && !said.effects->empty());
  values.set("effects", said.effects ? effects_view(*said.effects, visit) : Data(Data::type::list));
  return drawn(visit, "admin_policy.mustache", values, message(visit.language, "admin.policy"), status);
}

// Of the form; a number that is none is that of no version, and nothing is saved over it.
int version_in(const http::Request& request) {
  const auto text = form_value(request, "seen");
  int version = -1;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version;
}

}  // namespace

Drawn policy_page(const Visit& visit) {
  const auto policy = service::current_policy(visit.services);
  return page(visit, policy.version, {text_of(policy), {}, {}});
}

Drawn change_policy(const Visit& visit) {
  const auto seen = version_in(visit.request);
  Said said{form_value(visit.request, "policy"), form_value(visit.request, "reason"), {}};
  try {
    const auto policy = policy_in(visit);
    if (form_value(visit.request, "do") != "save") {
      said.effects = service::preview_policy(visit.services, policy);
      return page(visit, seen, said);
    }
    const auto saved = service::save_policy(visit.services, policy, seen, visit.visitor->actor);
    return page(visit, saved.version, {.policy = text_of(saved), .reason = {}, .effects = {}, .saved = true});
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid && error.kind != ErrorKind::Conflict) throw;
    said.problems = error.fields;
    said.meanwhile = error.kind == ErrorKind::Conflict;
    return page(visit, seen, said, said.meanwhile ? 409 : 400);
  }
}

}  // namespace certreg::web
