#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "layout.h"
#include "truth.h"

namespace certreg::drawn {

// Draws one case of a layout as a PDF, or as a scan of it, and gives its truth. `file` is relative to
// `folder`.
std::vector<Json> draw_document(const std::filesystem::path& folder, const std::string& file,
                                const Layout& layout, const YAML::Node& a_case, const Data& data,
                                const std::optional<Scan>& scan);

}  // namespace certreg::drawn
