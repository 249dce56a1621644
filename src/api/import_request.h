// What POST /v1/imports asks for: a raw upload described by its query, or a JSON order.
#pragma once

#include <chrono>

#include "api/context.h"
#include "certreg/service/intake.h"

namespace certreg::api {

struct ImportOrder {
  service::ImportRequest request;
  std::chrono::milliseconds wait{0};  // for the run to end
};

// An upload is told by the query parameter `name`. Throws Error(Invalid).
ImportOrder import_order_in(const Context& context);

// A table that is only looked at. Throws Error(Invalid).
service::ImportRequest table_in(const Context& context);

}  // namespace certreg::api
