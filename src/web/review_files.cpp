#include "web/review_files.h"

#include <algorithm>

namespace certreg::web {

std::optional<report::ReviewFormat> format_named(std::string_view name) {
  const auto& names = report::review_format_names();
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<report::ReviewFormat>(at - names.begin());
}

Drawn file_drawn(report::ReviewFormat format, std::string bytes) {
  const auto name =
      "review." + std::string(report::review_format_names().at(static_cast<std::size_t>(format)));
  const std::string shown = format == report::ReviewFormat::Html ? "inline" : "attachment";
  return {200,
          std::move(bytes),
          {{"Content-Disposition", shown + "; filename=\"" + name + "\""},
           {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"}},
          std::string(report::media_type_of(format))};
}

}  // namespace certreg::web
