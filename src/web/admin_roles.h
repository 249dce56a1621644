// The choice of a role in a form.
#pragma once

#include <optional>
#include <string>

#include "certreg/service/actor.h"
#include "web/visit.h"

namespace certreg::web {

Data role_options(std::string_view chosen);  // each with `name` and `selected`

// Of the form's field "role". Throws Error(Invalid) for none.
service::Role role_in(const http::Request& request);

}  // namespace certreg::web
