#include "report/pdf_page.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include "certreg/domain/harmless.h"

namespace certreg::report {
namespace {

constexpr TextStyle kSmall{8, false, 0.3, 0.33, 0.4};
constexpr double kGapOfHeader = 30;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

std::string iso_instant(Instant instant) {
  return to_string(std::chrono::floor<std::chrono::seconds>(instant)).substr(0, 19) + "Z";
}

}  // namespace

PdfPages::PdfPages(const std::string& title, const std::string& author, std::string header, Instant made_at)
    : header_(std::move(header)) {
  surface_ = cairo_pdf_surface_create_for_stream(append, &bytes_, kWidth, kHeight);
  cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, harmless(title).c_str());
  cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_AUTHOR, harmless(author).c_str());
  cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATE_DATE, iso_instant(made_at).c_str());
  cairo_ = cairo_create(surface_);
  context_ = pango_cairo_create_context(cairo_);
  font_ = pango_font_description_from_string("Liberation Sans, DejaVu Sans, sans-serif");
  begin_page();
}

PdfPages::~PdfPages() {
  pango_font_description_free(font_);
  g_object_unref(context_);
  if (cairo_ != nullptr) cairo_destroy(cairo_);
  if (surface_ != nullptr) cairo_surface_destroy(surface_);
}

PdfPages::Layout PdfPages::layout(const std::string& text, const TextStyle& style, double width) {
  Layout layout(pango_layout_new(context_));
  pango_font_description_set_absolute_size(font_, style.size * PANGO_SCALE);
  pango_font_description_set_weight(font_, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout.get(), font_);
  pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  const auto clean = harmless(text);
  pango_layout_set_text(layout.get(), clean.data(), static_cast<int>(clean.size()));
  return layout;
}

void PdfPages::begin_page() {
  ++page_;
  y_ = kTop - kGapOfHeader;
  put(header_, kSmall, kMargin, kInner - 60);
  put(fmt::format("page {}", page_), kSmall, kWidth - kMargin - 50, 60);
  y_ = kTop;
}

void PdfPages::new_page() {
  cairo_show_page(cairo_);
  begin_page();
}

void PdfPages::outline(const std::string& title, int level) {
  outline_[level] = cairo_pdf_surface_add_outline(
      surface_, level > 1 ? outline_[level - 1] : CAIRO_PDF_OUTLINE_ROOT, harmless(title).c_str(),
      fmt::format("page={} pos=[{:.1f} {:.1f}]", page_, kMargin, y_).c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
  for (int deeper = level + 1; deeper < 4; ++deeper) outline_[deeper] = outline_[level];
}

double PdfPages::height_of(const Layout& layout) {
  int height = 0;
  pango_layout_get_size(layout.get(), nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

void PdfPages::put(const Layout& layout, const TextStyle& style, double x) {
  cairo_set_source_rgb(cairo_, style.red, style.green, style.blue);
  cairo_move_to(cairo_, x, y_);
  pango_cairo_show_layout(cairo_, layout.get());
}

double PdfPages::put(const std::string& text, const TextStyle& style, double x, double width) {
  const auto shaped = layout(text, style, width);
  put(shaped, style, x);
  return height_of(shaped);
}

void PdfPages::flow(const std::string& text, const TextStyle& style, double x, double width) {
  flow(layout(text, style, width), style, x);
}

void PdfPages::flow(const Layout& layout, const TextStyle& style, double x) {
  const int lines = pango_layout_get_line_count(layout.get());
  for (int i = 0; i < lines; ++i) {
    auto* line = pango_layout_get_line_readonly(layout.get(), i);
    PangoRectangle extents;
    pango_layout_line_get_extents(line, nullptr, &extents);
    const double height = static_cast<double>(extents.height) / PANGO_SCALE;
    need(height);
    cairo_set_source_rgb(cairo_, style.red, style.green, style.blue);
    cairo_move_to(cairo_, x, y_ - static_cast<double>(extents.y) / PANGO_SCALE);
    pango_cairo_show_layout_line(cairo_, line);
    y_ += height;
  }
}

void PdfPages::rule(double x, double y, double width, double height, bool filled) {
  cairo_rectangle(cairo_, x, y, width, height);
  if (filled) {
    cairo_set_source_rgb(cairo_, 0.93, 0.95, 0.97);
    cairo_fill(cairo_);
    return;
  }
  cairo_set_source_rgb(cairo_, 0.63, 0.68, 0.75);
  cairo_set_line_width(cairo_, 0.5);
  cairo_stroke(cairo_);
}

void PdfPages::bar(const TimelineBar& bar, double top) {
  const double x = kMargin + bar.x, y = top + bar.y;
  cairo_rectangle(cairo_, x, y, bar.width, bar.height);
  switch (bar.kind) {
    case SpanKind::InForce:
      cairo_set_source_rgb(cairo_, 0.18, 0.44, 0.31);
      cairo_fill_preserve(cairo_);
      break;
    case SpanKind::Window:
      cairo_set_source_rgb(cairo_, 0.62, 0.72, 0.84);
      cairo_fill_preserve(cairo_);
      break;
    case SpanKind::Suspended:
    case SpanKind::Gap:
      cairo_set_source_rgb(cairo_, 1, 1, 1);
      cairo_fill_preserve(cairo_);
      break;
  }
  cairo_set_source_rgb(cairo_, 0.2, 0.2, 0.2);
  cairo_set_line_width(cairo_, 0.5);
  cairo_stroke(cairo_);
  if (bar.kind != SpanKind::Suspended) return;
  cairo_save(cairo_);
  cairo_rectangle(cairo_, x, y, bar.width, bar.height);
  cairo_clip(cairo_);
  for (double at = x - bar.height; at < x + bar.width; at += 4) {
    cairo_move_to(cairo_, at, y + bar.height);
    cairo_line_to(cairo_, at + bar.height, y);
  }
  cairo_stroke(cairo_);
  cairo_restore(cairo_);
}

void PdfPages::draw(const TimelineDrawing& drawing) {
  need(drawing.height);
  const double top = y_;
  for (const auto& line : drawing.lines) {
    cairo_set_source_rgb(cairo_, line.is_today ? 0.69 : 0.73, line.is_today ? 0 : 0.73,
                         line.is_today ? 0.13 : 0.73);
    cairo_set_line_width(cairo_, line.is_today ? 1.2 : 0.5);
    cairo_move_to(cairo_, kMargin + line.x, top + line.from);
    cairo_line_to(cairo_, kMargin + line.x, top + line.until);
    cairo_stroke(cairo_);
  }
  for (const auto& one : drawing.bars) bar(one, top);
  for (const auto& text : drawing.texts) {
    const TextStyle style{text.is_small ? 7.5 : 8.5};
    y_ = top + text.y - style.size;
    put(text.text, style, kMargin + text.x, text.most);
  }
  y_ = top + drawing.height;
}

std::string PdfPages::finish() {
  cairo_destroy(cairo_);
  cairo_ = nullptr;
  cairo_surface_finish(surface_);
  cairo_surface_destroy(surface_);
  surface_ = nullptr;
  return std::move(bytes_);
}

}  // namespace certreg::report
