// The only place that fills templates in.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

namespace certreg::web {

using Data = kainjow::mustache::data;

// An embedded file of src/web/assets; empty when there is none of that name.
std::string_view asset(std::string_view name);

// Fills an embedded template in; every value is escaped. Throws std::logic_error for a template that is
// broken.
std::string fill(std::string_view name, const Data& values);

}  // namespace certreg::web
