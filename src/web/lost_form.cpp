#include "web/lost_form.h"

#include <algorithm>

#include "certreg/domain/harmless.h"
#include "certreg/http/form.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

// Fields that nobody types.
constexpr std::string_view kUntyped[] = {"token",         "back",         "seen",           "seen_version",
                                         "seen_services", "seen_finding", "seen_role",      "seen_blocked",
                                         "supplier",      "claimant",     "source.statuses"};

bool is_typed(const std::string& name, const std::string& value) {
  return !value.empty() && !name.starts_with("choice.") &&
         std::find(std::begin(kUntyped), std::end(kUntyped), name) == std::end(kUntyped);
}

bool is_plain_form(const http::Request& request) {
  const auto* type = request.header("Content-Type");
  return type != nullptr && type->starts_with("application/x-www-form-urlencoded") && request.held.empty();
}

std::string page_of_form(const http::Request& request) { return own_address(form_value(request, "back")); }

std::string label_of(const std::string& name, Language language) {
  const auto& all = messages(language);
  const auto found = all.find("read." + name.substr(name.find('.') + 1));
  return found == all.end() ? harmless(name) : found->second;
}

Data typed_view(const Visit& visit) {
  Data list{Data::type::list};
  if (!is_plain_form(visit.request)) return list;
  for (const auto& [name, value] : http::parse_form(visit.request.content())) {
    if (!is_typed(name, value)) continue;
    Data one;
    one.set("label", label_of(name, visit.language));
    one.set("value", value);
    list.push_back(one);
  }
  return list;
}

}  // namespace

Drawn lost_form(const Visit& visit) {
  const auto typed = typed_view(visit);
  Data view;
  view.set("typed", typed);
  view.set("has_typed", !typed.list_value().empty());
  view.set("back_address", "/sign-in?to=" + percent_encoded(page_of_form(visit.request)));
  return drawn(visit, "lost_form.mustache", view, message(visit.language, "notice.old_form.title"), 403);
}

}  // namespace certreg::web
