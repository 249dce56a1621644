#pragma once

#include <yaml-cpp/yaml.h>

#include "canvas.h"

namespace certreg::drawn {

// Draws a block that is a shape: rect, ellipse, polygon, line, guilloche, with fill, stroke, line width,
// radius. An unknown kind is a std::runtime_error.
void draw_shape(Canvas& canvas, const YAML::Node& block);

}  // namespace certreg::drawn
