// The files of reviews, and links to them.
#pragma once

#include <optional>
#include <string>

#include "certreg/report/review.h"
#include "web/visit.h"

namespace certreg::web {

std::optional<report::ReviewFormat> format_named(std::string_view name);

// HTML opens in a window, without scripts and links to others' files; all else is kept.
Drawn file_drawn(report::ReviewFormat format, std::string bytes);

}  // namespace certreg::web
