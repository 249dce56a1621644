// HTML and XML. Pure.
#pragma once

#include <string>
#include <string_view>

namespace certreg::report {

// Harmless (certreg/domain/harmless.h), with & < > " ' as references.
std::string escaped(std::string_view text);

}  // namespace certreg::report
