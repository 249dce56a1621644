#include "web/lookup_page.h"

#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/service/supplier_search.h"
#include "web/cookies.h"
#include "web/lookup_form.h"
#include "web/suggestions.h"
#include "web/timeline_view.h"
#include "web/verdict_view.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMostCandidates = 8;

// Somewhere to begin, when the register was started with made-up data.
Data samples_view(const service::Services& services) {
  Data list{Data::type::list};
  for (const auto& source : services.sources()) {
    if (!source.sample || source.holder.name.empty()) continue;
    Data view;
    view.set("name", source.holder.name);
    view.set("address", "/?standard=27001&entity=" + percent_encoded(source.holder.name));
    list.push_back(view);
  }
  return list;
}

std::string label_of(const Visit& visit, const std::string& field) {
  const auto key = "field." + field;
  const auto& all = messages(visit.language);
  const auto found = all.find(key);
  return found == all.end() ? field : found->second;
}

// What is wrong with a field, under the name that the form gives it.
Data problems_view(const Error& error, const Visit& visit) {
  Data list{Data::type::list};
  for (const auto& [field, rule] : error.fields) {
    Data view;
    view.set("field", label_of(visit, field));
    view.set("rule", field == "supplier" ? message(visit.language, "problem.required") : rule);
    list.push_back(view);
  }
  return list;
}

bool looks_like_identifier(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

// A number, LEI or domain stands for the one supplier that bears the whole of it; a name never for another.
struct Asked {
  service::Verification verification;
  std::string found_by;  // the identifier; empty: by name
};
Asked ask(service::Services& services, const service::VerifyRequest& question) {
  Asked asked{service::verify(services, question), ""};
  const bool is_name =
      asked.verification.supplier || !services.catalogue.suppliers_named(question.entity).empty();
  if (is_name || !looks_like_identifier(question.entity)) return asked;
  const auto bearer = bearer_of(services, question.entity);
  if (!bearer) return asked;
  auto narrowed = question;
  narrowed.supplier = bearer->id;
  narrowed.entity.clear();
  return {service::verify(services, narrowed), question.entity};
}

// Whom the text may mean, when nobody is called exactly so: for a person to choose from.
Data candidates_view(const Visit& visit, const service::Verification& verification) {
  std::vector<Supplier> all = verification.candidates;
  if (!verification.supplier && all.empty())
    for (const auto& match : service::search_suppliers(
             visit.services, {.text = verification.request.entity, .limit = kMostCandidates}))
      all.push_back(*match.supplier);
  Data list{Data::type::list};
  for (const auto& candidate : all) {
    auto question = verification.request;
    question.supplier = candidate.id;
    question.entity.clear();
    Data view;
    view.set("name", harmless(candidate.name));
    view.set("country", candidate.country);
    view.set("address", address_of(question, question.known_at));
    list.push_back(view);
  }
  return list;
}

Data answered(const Visit& visit, const service::VerifyRequest& question) {
  const auto asked = ask(visit.services, question);
  const auto& verification = asked.verification;
  auto view = verdict_view(verification, visit);
  const auto candidates = candidates_view(visit, verification);
  view.set("has_candidates", !candidates.list_value().empty());
  view.set("candidates", candidates);
  view.set("has_found_by", !asked.found_by.empty());
  view.set("found_by", harmless(asked.found_by));
  const auto known_at = question.known_at.value_or(visit.services.clock.now());
  view.set("known_at_text", instant_text(known_at, visit.language));
  view.set("share_address", address_of(verification.request, known_at));
  // What the register knows now is no picture of what it knew then.
  const bool draws = verification.supplier && !question.known_at;
  const auto timeline = draws ? timeline_view(visit, verification) : Data(Data::type::list);
  view.set("has_timeline", !timeline.list_value().empty());
  view.set("timeline", timeline);
  return view;
}

}  // namespace

Drawn lookup_page(const Visit& visit) {
  const auto form = form_in(visit.request);
  auto view = form_view(form, visit.services);
  const auto samples = samples_view(visit.services);
  view.set("has_samples", !samples.list_value().empty());
  view.set("samples", samples);
  view.set("has_problems", false);
  view.set("verdict", false);
  auto title = message(visit.language, "lookup.title");
  int status = 200;
  try {
    if (!form.entity.empty() || !form.supplier.empty() || !form.standard.empty()) {
      auto verdict = answered(visit, question_of(form));
      title = verdict.get("sentence")->string_value();
      view.set("verdict", verdict);
    }
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid) throw;
    view.set("has_problems", true);
    view.set("problems", problems_view(error, visit));
    status = 400;
  }
  return drawn(visit, "lookup.mustache", view, title, status);
}

}  // namespace certreg::web
