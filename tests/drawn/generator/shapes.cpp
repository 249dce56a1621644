#include "shapes.h"

#include <stdexcept>
#include <vector>

namespace certreg::drawn {
namespace {

std::vector<double> points_of(const YAML::Node& numbers) {
  std::vector<double> result;
  for (const auto& number : numbers) result.push_back(number.as<double>() * kPointsPerMillimetre);
  return result;
}

Box box_of(const YAML::Node& numbers) {
  const auto points = points_of(numbers);
  return {points.at(0), points.at(1), points.at(2), points.at(3)};
}

double number_at(const YAML::Node& block, const char* key, double otherwise) {
  return block[key] ? block[key].as<double>() : otherwise;
}

}  // namespace

void draw_shape(Canvas& canvas, const YAML::Node& block) {
  const Pen pen{colour_at(block, "fill"), colour_at(block, "stroke"), number_at(block, "line", 0.5)};
  if (block["rect"]) {
    return canvas.rectangle(box_of(block["rect"]), number_at(block, "radius", 0) * kPointsPerMillimetre, pen);
  }
  if (block["ellipse"]) return canvas.ellipse(box_of(block["ellipse"]), pen);
  if (block["polygon"]) return canvas.polygon(points_of(block["polygon"]), pen);
  if (block["guilloche"]) return canvas.guilloche(box_of(block["guilloche"]), pen);
  if (!block["rule"]) throw std::runtime_error("a block of no known kind");
  const auto ends = points_of(block["rule"]);
  canvas.line(ends.at(0), ends.at(1), ends.at(2), ends.at(3), pen);
}

}  // namespace certreg::drawn
