#include "web/admin_roles.h"

#include "certreg/domain/error.h"
#include "web/cookies.h"

namespace certreg::web {

Data role_options(std::string_view chosen) {
  using service::Role;
  Data list{Data::type::list};
  for (const auto role : {Role::Reader, Role::Buyer, Role::Reviewer, Role::Admin}) {
    Data view;
    view.set("name", std::string(to_string(role)));
    view.set("selected", to_string(role) == chosen);
    list.push_back(view);
  }
  return list;
}

service::Role role_in(const http::Request& request) {
  const auto role = service::role_of(form_value(request, "role"));
  if (!role) throw invalid("role", "must be reader, buyer, reviewer or admin");
  return *role;
}

}  // namespace certreg::web
