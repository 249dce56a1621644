// Draws the sample's certificates: the same bytes for the same drawing.
#pragma once

#include <string>
#include <string_view>

namespace certreg::sample {

// A drawing has one text a line, "x y size text" in points from the page's top left corner (A4), and "page"
// for the next page; empty lines and those that begin with # are passed over. Latin letters with accents are
// fine. Throws std::runtime_error for any other line.
std::string draw_pdf(std::string_view drawing);

}  // namespace certreg::sample
