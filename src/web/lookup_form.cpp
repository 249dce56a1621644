#include "web/lookup_form.h"

#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMaxText = 300, kIdLength = 36;

// What may not be shown is not repeated in the form either.
std::string repeated(const std::string& text) { return is_clean_text(text, kMaxText) ? text : std::string(); }

Data standards_view(const Reference& reference, const LookupForm& form) {
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

void add(std::string& address, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  address.append(address.ends_with('?') ? "" : "&").append(name).append("=").append(percent_encoded(value));
}

}  // namespace

LookupForm form_in(const http::Request& request) {
  LookupForm form{query_value(request, "supplier"), query_value(request, "entity"),
                  query_value(request, "standard"), query_value(request, "service"),
                  query_value(request, "site"),     query_value(request, "on"),
                  query_value(request, "known_at")};
  if (form.supplier.size() != kIdLength) form.supplier.clear();
  return form;
}

Data form_view(const LookupForm& form, const service::Services& services) {
  const auto chosen = services.catalogue.supplier({form.supplier});
  Data view;
  view.set("entity", repeated(form.entity.empty() && chosen ? chosen->name : form.entity));
  view.set("chosen", chosen ? chosen->id.value : std::string());
  view.set("service", repeated(form.service));
  view.set("site", repeated(form.site));
  view.set("on", repeated(form.on));
  view.set("known_at", repeated(form.known_at));
  view.set("standards", standards_view(services.reference(), form));
  return view;
}

service::VerifyRequest question_of(const LookupForm& form) {
  service::VerifyRequest request;
  if (!form.supplier.empty()) request.supplier = SupplierId{form.supplier};
  if (!request.supplier) request.entity = form.entity;
  request.standard = form.standard;
  if (!form.service.empty()) request.services = {form.service};
  request.site = form.site;
  if (!form.on.empty()) request.on = Date::parse(form.on);
  if (!form.on.empty() && !request.on) throw invalid("on", "must be a day that exists, as YYYY-MM-DD");
  if (!form.known_at.empty()) request.known_at = parse_instant(form.known_at);
  if (!form.known_at.empty() && !request.known_at)
    throw invalid("known_at", "must be a day or an instant, as YYYY-MM-DDThh:mm:ssZ");
  return request;
}

std::string address_of(const service::VerifyRequest& question, const std::optional<Instant>& known_at) {
  std::string address = "/?";
  add(address, "supplier", question.supplier ? question.supplier->value : "");
  add(address, "entity", question.entity);
  add(address, "standard", question.standard);
  add(address, "service", question.services.empty() ? "" : question.services.front());
  add(address, "site", question.site);
  add(address, "on", question.on ? question.on->to_string() : "");
  add(address, "known_at", known_at ? certreg::to_string(*known_at) : "");
  return address;
}

}  // namespace certreg::web
