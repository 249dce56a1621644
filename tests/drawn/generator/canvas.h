#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <vector>

#include "look.h"
#include "words.h"

namespace certreg::drawn {

struct Unref {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using Paragraph = std::unique_ptr<PangoLayout, Unref>;

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

struct Pen {
  std::optional<Colour> fill;
  std::optional<Colour> stroke;
  double line = 0.3;
};

constexpr double kPointsPerMillimetre = 72.0 / 25.4;

// Shapes and text on a cairo context whose unit is the point. Everything here is in points.
class Canvas {
 public:
  explicit Canvas(cairo_t* context) : context_(context) {}

  // `markup` laid out in lines of at most `width`.
  Paragraph lay_out(const std::string& markup, const Look& look, double width) const;
  static double height_of(const Paragraph& paragraph);
  // Draws the lines from `first_line` on that fit in `height` and returns the number of the first that does
  // not.
  int draw(const Paragraph& paragraph, const Look& look, double x, double y, double height, int first_line,
           Ink ink);

  void rectangle(const Box& box, double radius, const Pen& pen);
  void ellipse(const Box& box, const Pen& pen);
  void polygon(const std::vector<double>& points, const Pen& pen);
  void line(double from_x, double from_y, double to_x, double to_y, const Pen& pen);
  // Interlaced waves, as behind certificates.
  void guilloche(const Box& box, const Pen& pen);
  void modules(const std::vector<std::vector<bool>>& rows, const Box& box);

  // What is drawn until end_turned() is turned about the point, clockwise in degrees.
  void begin_turned(double x, double y, double degrees);
  void end_turned();
  void begin_link(const std::string& address);
  void end_link();

 private:
  void paint(const Pen& pen);
  void use(const Colour& colour);

  cairo_t* context_;
};

}  // namespace certreg::drawn
