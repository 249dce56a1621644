#include "canvas.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace certreg::drawn {
namespace {

constexpr double kFullTurn = 2 * std::numbers::pi;

// Without hinting a text has the same lines on paper and on every pixel grid.
void without_hinting(PangoContext* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
}

void set_font(PangoLayout* layout, const Look& look) {
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family(font, look.font.c_str());
  pango_font_description_set_absolute_size(font, look.size * PANGO_SCALE);
  pango_font_description_set_weight(font, look.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(font, look.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
}

PangoAlignment alignment_of(Align align) {
  switch (align) {
    case Align::Centre:
      return PANGO_ALIGN_CENTER;
    case Align::Right:
      return PANGO_ALIGN_RIGHT;
    case Align::Left:
      break;
  }
  return PANGO_ALIGN_LEFT;
}

std::string spaced(const std::string& markup, double letter_spacing) {
  if (letter_spacing == 0) return markup;
  return fmt::format("<span letter_spacing=\"{}\">{}</span>", std::lround(letter_spacing * PANGO_SCALE),
                     markup);
}

// Pango draws nothing and goes on when the markup is wrong.
void expect_markup(const std::string& markup) {
  GError* error = nullptr;
  if (pango_parse_markup(markup.c_str(), -1, 0, nullptr, nullptr, nullptr, &error) != 0) return;
  const std::string message = fmt::format("{} in \"{}\"", error->message, markup);
  g_error_free(error);
  throw std::runtime_error(message);
}

}  // namespace

Paragraph Canvas::lay_out(const std::string& markup, const Look& look, double width) const {
  expect_markup(markup);
  Paragraph paragraph(pango_cairo_create_layout(context_));
  without_hinting(pango_layout_get_context(paragraph.get()));
  set_font(paragraph.get(), look);
  pango_layout_set_width(paragraph.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(paragraph.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(paragraph.get(), alignment_of(look.align));
  pango_layout_set_justify(paragraph.get(), static_cast<gboolean>(look.justify));
  pango_layout_set_line_spacing(paragraph.get(), static_cast<float>(look.line_spacing));
  pango_layout_set_markup(paragraph.get(), spaced(markup, look.letter_spacing).c_str(), -1);
  return paragraph;
}

double Canvas::height_of(const Paragraph& paragraph) {
  PangoRectangle extents;
  pango_layout_get_extents(paragraph.get(), nullptr, &extents);
  return static_cast<double>(extents.height) / PANGO_SCALE;
}

int Canvas::draw(const Paragraph& paragraph, const Look& look, double x, double y, double height,
                 int first_line, Ink ink) {
  use(look.colour);
  pango_cairo_update_layout(context_, paragraph.get());
  const std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> lines(
      pango_layout_get_iter(paragraph.get()), &pango_layout_iter_free);
  int number = 0;
  double top = 0;
  do {
    if (number < first_line) continue;
    PangoRectangle extents;
    pango_layout_iter_get_line_extents(lines.get(), nullptr, &extents);
    const double line_top = static_cast<double>(extents.y) / PANGO_SCALE;
    if (number == first_line) top = line_top;
    const double bottom = line_top - top + static_cast<double>(extents.height) / PANGO_SCALE;
    if (bottom > height) return number;
    const double baseline = static_cast<double>(pango_layout_iter_get_baseline(lines.get())) / PANGO_SCALE;
    cairo_move_to(context_, x + static_cast<double>(extents.x) / PANGO_SCALE, y + baseline - top);
    PangoLayoutLine* line = pango_layout_iter_get_line_readonly(lines.get());
    if (ink == Ink::Text) {
      pango_cairo_show_layout_line(context_, line);
      continue;
    }
    pango_cairo_layout_line_path(context_, line);
    cairo_fill(context_);
  } while (++number, pango_layout_iter_next_line(lines.get()) != 0);
  return number;
}

void Canvas::rectangle(const Box& box, double radius, const Pen& pen) {
  const double r = std::min({radius, box.width / 2, box.height / 2});
  const double right = box.x + box.width;
  const double bottom = box.y + box.height;
  constexpr double quarter = kFullTurn / 4;
  cairo_new_sub_path(context_);
  if (r <= 0) {
    cairo_rectangle(context_, box.x, box.y, box.width, box.height);
  } else {
    cairo_arc(context_, right - r, box.y + r, r, -quarter, 0);
    cairo_arc(context_, right - r, bottom - r, r, 0, quarter);
    cairo_arc(context_, box.x + r, bottom - r, r, quarter, 2 * quarter);
    cairo_arc(context_, box.x + r, box.y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(context_);
  }
  paint(pen);
}

void Canvas::ellipse(const Box& box, const Pen& pen) {
  cairo_save(context_);
  cairo_translate(context_, box.x + box.width / 2, box.y + box.height / 2);
  cairo_scale(context_, box.width / 2, box.height / 2);
  cairo_new_sub_path(context_);
  cairo_arc(context_, 0, 0, 1, 0, kFullTurn);
  cairo_restore(context_);
  paint(pen);
}

void Canvas::polygon(const std::vector<double>& points, const Pen& pen) {
  cairo_new_path(context_);
  for (std::size_t at = 0; at + 1 < points.size(); at += 2)
    cairo_line_to(context_, points[at], points[at + 1]);
  cairo_close_path(context_);
  paint(pen);
}

void Canvas::line(double from_x, double from_y, double to_x, double to_y, const Pen& pen) {
  cairo_move_to(context_, from_x, from_y);
  cairo_line_to(context_, to_x, to_y);
  paint(pen);
}

void Canvas::guilloche(const Box& box, const Pen& pen) {
  constexpr int waves = 12;
  constexpr double step = 3;
  for (int wave = 0; wave < waves; ++wave) {
    const double phase = kFullTurn * wave / waves;
    cairo_new_path(context_);
    for (double x = 0; x <= box.width; x += step) {
      const double swing =
          std::sin(x / box.width * 3 * kFullTurn + phase) * std::cos(x / box.width * kFullTurn);
      cairo_line_to(context_, box.x + x, box.y + box.height / 2 * (1 + swing));
    }
    paint(pen);
  }
}

void Canvas::modules(const std::vector<std::vector<bool>>& rows, const Box& box) {
  const double size = box.width / static_cast<double>(rows.size());
  use({});
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      if (!rows[row][column]) continue;
      const double x = box.x + static_cast<double>(column) * size;
      cairo_rectangle(context_, x, box.y + static_cast<double>(row) * size, size, size);
    }
  }
  cairo_fill(context_);
}

void Canvas::begin_turned(double x, double y, double degrees) {
  cairo_save(context_);
  cairo_translate(context_, x, y);
  cairo_rotate(context_, degrees / 360 * kFullTurn);
  cairo_translate(context_, -x, -y);
}

void Canvas::end_turned() { cairo_restore(context_); }

void Canvas::begin_link(const std::string& address) {
  cairo_tag_begin(context_, CAIRO_TAG_LINK, fmt::format("uri='{}'", address).c_str());
}

void Canvas::end_link() { cairo_tag_end(context_, CAIRO_TAG_LINK); }

void Canvas::paint(const Pen& pen) {
  if (pen.fill) {
    use(*pen.fill);
    cairo_fill_preserve(context_);
  }
  if (pen.stroke) {
    use(*pen.stroke);
    cairo_set_line_width(context_, pen.line);
    cairo_stroke_preserve(context_);
  }
  cairo_new_path(context_);
}

void Canvas::use(const Colour& colour) {
  cairo_set_source_rgba(context_, colour.red, colour.green, colour.blue, colour.alpha);
}

}  // namespace certreg::drawn
