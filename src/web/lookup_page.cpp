#include "web/lookup_page.h"

#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/service/catalogue_feed.h"
#include "web/template.h"
#include "web/verdict_view.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMaxText = 300;

struct Form {
  std::string entity, standard, service, site, on;
};

std::string given(const http::Request& request, std::string_view name) {
  for (const auto& [key, value] : request.query)
    if (key == name) return value;
  return {};
}

Form form_in(const http::Request& request) {
  return {given(request, "entity"), given(request, "standard"), given(request, "service"),
          given(request, "site"), given(request, "on")};
}

// What may not be shown is not repeated in the form either.
std::string repeated(const std::string& text) { return is_clean_text(text, kMaxText) ? text : std::string(); }

Data standards_view(const Reference& reference, const Form& form) {
  const auto asked = reference.standard_of(form.standard);
  Data list{Data::type::list};
  for (const auto& standard : reference.standards()) {
    if (!standard.asked) continue;
    Data view;
    view.set("id", standard.id.value);
    view.set("name", standard.name);
    view.set("selected", asked && asked->standard == standard.id);
    list.push_back(view);
  }
  return list;
}

// Somewhere to begin, when the register was started with made-up data.
Data samples_view(const service::Services& services) {
  Data list{Data::type::list};
  for (const auto& source : services.sources()) {
    if (!source.sample || source.holder.name.empty()) continue;
    Data view;
    view.set("name", source.holder.name);
    list.push_back(view);
  }
  return list;
}

service::VerifyRequest question_of(const Form& form) {
  service::VerifyRequest request;
  request.entity = form.entity;
  request.standard = form.standard;
  if (!form.service.empty()) request.services = {form.service};
  request.site = form.site;
  if (form.on.empty()) return request;
  request.on = Date::parse(form.on);
  if (!request.on) throw invalid("on", "must be a day that exists, as YYYY-MM-DD");
  return request;
}

// What is wrong with a field, under the name that the form gives it.
Data problems_view(const Error& error) {
  Data list{Data::type::list};
  for (const auto& [field, rule] : error.fields) {
    Data view;
    view.set("field", field == "entity" || field == "supplier" ? "Supplier" : field);
    view.set("rule", field == "supplier" ? "is required" : rule);
    list.push_back(view);
  }
  return list;
}

Data page_view(const Form& form, const service::Services& services) {
  Data view;
  view.set("entity", repeated(form.entity));
  view.set("service", repeated(form.service));
  view.set("site", repeated(form.site));
  view.set("on", repeated(form.on));
  view.set("standards", standards_view(services.reference(), form));
  const auto samples = samples_view(services);
  view.set("has_samples", !samples.list_value().empty());
  view.set("samples", samples);
  view.set("database_away", !services.feed.state().database_up);
  return view;
}

}  // namespace

Drawn lookup_page(const http::Request& request, service::Services& services) {
  const auto form = form_in(request);
  auto view = page_view(form, services);
  Drawn drawn;
  if (!request.query.empty()) {
    try {
      view.set("verdict", verdict_view(service::verify(services, question_of(form)), services));
    } catch (const Error& error) {
      if (error.kind != ErrorKind::Invalid) throw;
      view.set("has_problems", true);
      view.set("problems", problems_view(error));
      drawn.status = 400;
    }
  }
  drawn.html = fill("lookup.mustache", view);
  return drawn;
}

std::string closed_page() { return std::string(asset("closed.html")); }

}  // namespace certreg::web
