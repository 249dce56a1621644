#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "layout.h"
#include "painter.h"
#include "scan.h"

namespace certreg::drawn {

using Json = nlohmann::ordered_json;

// The truth.jsonl rows of a drawn document, one for each certificate in it: only what was really printed
// counts. `scan` is how the sheet was scanned, if it was.
std::vector<Json> truth_of(const std::string& file, const Layout& layout, const YAML::Node& a_case,
                           const Words& words, const Painter& painter, const std::optional<Scan>& scan);

}  // namespace certreg::drawn
