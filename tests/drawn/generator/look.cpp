#include "look.h"

#include <fmt/format.h>

#include <stdexcept>

namespace certreg::drawn {
namespace {

double channel(const std::string& text, std::size_t at) {
  return std::stoi(text.substr(at, 2), nullptr, 16) / 255.0;
}

Align align_of(const std::string& word) {
  if (word == "center") return Align::Centre;
  return word == "right" ? Align::Right : Align::Left;
}

void take_align(Look& look, const std::string& word) {
  look.justify = word == "justify";
  look.align = align_of(word);
}

}  // namespace

Colour colour_of(const std::string& text) {
  if ((text.size() != 7 && text.size() != 9) || text[0] != '#') {
    throw std::runtime_error(fmt::format("colour \"{}\"", text));
  }
  return {channel(text, 1), channel(text, 3), channel(text, 5), text.size() == 9 ? channel(text, 7) : 1};
}

std::optional<Colour> colour_at(const YAML::Node& block, const char* key) {
  const YAML::Node found = block[key];
  if (!found) return std::nullopt;
  return colour_of(found.as<std::string>());
}

Look look_over(Look base, const YAML::Node& node) {
  if (!node || !node.IsMap()) return base;
  if (node["font"]) base.font = node["font"].as<std::string>();
  if (node["size"]) base.size = node["size"].as<double>();
  if (node["weight"]) base.bold = node["weight"].as<std::string>() == "bold";
  if (node["slant"]) base.italic = node["slant"].as<std::string>() == "italic";
  if (const auto colour = colour_at(node, "colour")) base.colour = *colour;
  if (node["align"]) take_align(base, node["align"].as<std::string>());
  if (node["leading"]) base.line_spacing = node["leading"].as<double>();
  if (node["tracking"]) base.letter_spacing = node["tracking"].as<double>();
  return base;
}

}  // namespace certreg::drawn
