// The only place that fills templates in.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "web/messages.h"

namespace certreg::web {

using Data = kainjow::mustache::data;

// A file of src/web/assets; empty when there is none of that name.
std::string_view asset(std::string_view name);
// All files of src/web whose path there begins so.
std::vector<std::string_view> embedded_below(std::string_view folder);

// A template with its parts ("[[> name]]") and the language's texts ("[[key]]", escaped) put in.
std::string expanded(std::string_view text, Language language);

// Fills an embedded template in, within the frame of all pages; every value is escaped. Throws
// std::logic_error for a template that is broken, a text or a value that is missing.
std::string fill(std::string_view name, const Data& values, Language language);

}  // namespace certreg::web
