#pragma once

#include <yaml-cpp/yaml.h>

#include <optional>

#include "service/reference_row.h"

namespace certreg::service {

// The root of a file, or nothing when a problem was noted: too large, no YAML, or YAML with anchors, aliases,
// tags or several documents, which could make a small file large or mean something else than it shows.
std::optional<YAML::Node> read_document(const NamedText& file, ReferenceProblems& problems);

}  // namespace certreg::service
