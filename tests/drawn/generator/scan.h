#pragma once

#include <cairo.h>
#include <yaml-cpp/yaml.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace certreg::drawn {

// How a sheet was scanned. Angles in degrees, the rest as fractions of full black.
struct Scan {
  int dpi = 200;
  double angle = 0;
  double noise = 0.02;
  int blur = 0;      // radius in pixels
  double shade = 0;  // how much darker the far edge is
  int quality = 60;  // of the JPEG
  bool colour = false;
  bool bilevel = false;
  std::string stamp;  // a round stamp with this text across the sheet
  std::string ocr;    // "" none, "lookalike" some letters wrong, "nonsense" all of them
};

Scan scan_of(const YAML::Node& node);

// Draws one page on a context whose unit is the point.
using DrawPage = std::function<void(cairo_t*)>;

// The JPEG bytes of a scanned page; the same seed gives the same bytes. Sizes in points.
std::vector<std::uint8_t> scanned_page(const Scan& scan, double width, double height, std::uint32_t seed,
                                       const DrawPage& draw);

// What a bad OCR makes of a text; tags and entities of its markup are kept.
std::string garbled(const std::string& markup, const std::string& kind);

}  // namespace certreg::drawn
