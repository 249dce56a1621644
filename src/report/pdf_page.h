// Where text goes on pages of A4. For document_pdf.cpp.
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>

#include "certreg/report/timeline_drawing.h"

namespace certreg::report {

struct TextStyle {
  double size = 9.5;  // in points
  bool bold = false;
  double red = 0.1, green = 0.12, blue = 0.17;
};

class PdfPages {
 public:
  // `header`: at the head of each page; metadata from the rest.
  PdfPages(const std::string& title, const std::string& author, std::string header, Instant made_at);
  ~PdfPages();
  PdfPages(const PdfPages&) = delete;
  PdfPages& operator=(const PdfPages&) = delete;

  static constexpr double kWidth = 595.28, kHeight = 841.89, kMargin = 48, kTop = 62, kBottom = 790;
  static constexpr double kInner = kWidth - 2 * kMargin;

  double y() const { return y_; }
  double room() const { return kBottom - y_; }
  void move(double down) { y_ += down; }
  void new_page();
  void need(double height) {
    if (height > room() && y_ > kTop) new_page();
  }
  void outline(const std::string& title, int level);

  // Text that is laid out once, to be measured and put; of these pages alone.
  struct LayoutFree {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  };
  using Layout = std::unique_ptr<PangoLayout, LayoutFree>;
  Layout layout(const std::string& text, const TextStyle& style, double width);
  static double height_of(const Layout& layout);
  void put(const Layout& layout, const TextStyle& style, double x);

  // At (x, y()), wrapped; without moving on. Returns its height.
  double put(const std::string& text, const TextStyle& style, double x, double width);
  // The same, as much as fits on each page, on as many as it takes; moves on.
  void flow(const std::string& text, const TextStyle& style, double x, double width);
  void flow(const Layout& layout, const TextStyle& style, double x);
  void rule(double x, double y, double width, double height, bool filled);
  void draw(const TimelineDrawing& drawing);

  std::string finish();

 private:
  void begin_page();
  void bar(const TimelineBar& bar, double top);
  std::string header_;
  std::string bytes_;
  cairo_surface_t* surface_ = nullptr;
  cairo_t* cairo_ = nullptr;
  PangoContext* context_ = nullptr;  // whoever makes one for each text looks for its fonts anew
  PangoFontDescription* font_ = nullptr;
  double y_ = 0;
  int page_ = 0;
  int outline_[4] = {0, 0, 0, 0};
};

}  // namespace certreg::report
