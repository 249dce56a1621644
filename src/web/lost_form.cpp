#include "web/lost_form.h"

#include <algorithm>

#include "certreg/domain/harmless.h"
#include "certreg/http/form.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

// Fields that nobody types.
constexpr std::string_view kHidden[] = {"token", "back", "seen"};

bool is_typed(const std::string& name, const std::string& value) {
  return !value.empty() && std::find(std::begin(kHidden), std::end(kHidden), name) == std::end(kHidden);
}

std::string label_of(const std::string& name, Language language) {
  const auto& all = messages(language);
  const auto found = all.find("read." + name.substr(name.find('.') + 1));
  return found == all.end() ? harmless(name) : found->second;
}

Data typed_view(const Visit& visit) {
  Data list{Data::type::list};
  const auto* type = visit.request.header("Content-Type");
  if (type == nullptr || !type->starts_with("application/x-www-form-urlencoded")) return list;
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
  const auto back = form_value(visit.request, "back");
  Data view;
  view.set("typed", typed);
  view.set("has_typed", !typed.list_value().empty());
  view.set("back_address", "/sign-in?to=" + percent_encoded(own_address(back)));
  return drawn(visit, "lost_form.mustache", view, message(visit.language, "notice.old_form.title"), 403);
}

}  // namespace certreg::web
