#pragma once

#include <yaml-cpp/yaml.h>

#include <optional>
#include <string>

namespace certreg::drawn {

struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
  double alpha = 1;
};

enum class Align { Left, Centre, Right };

// How a text looks. Sizes in points.
struct Look {
  std::string font = "Liberation Sans";
  double size = 10;
  bool bold = false;
  bool italic = false;
  Colour colour;
  Align align = Align::Left;
  bool justify = false;
  double line_spacing = 1.15;
  double letter_spacing = 0;
};

// "#rrggbb" or "#rrggbbaa"; anything else is a std::runtime_error.
Colour colour_of(const std::string& text);
std::optional<Colour> colour_at(const YAML::Node& block, const char* key);

// The keys font, size, weight, slant, colour, align, leading, tracking of `node` over those of `base`.
Look look_over(Look base, const YAML::Node& node);

}  // namespace certreg::drawn
