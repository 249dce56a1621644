#pragma once

#include <functional>
#include <optional>
#include <string>

#include "canvas.h"
#include "layout.h"

namespace certreg::drawn {

// Changes a text before it is drawn; the wrong text layer of a scan is made by one.
using Garble = std::function<std::string(const std::string& markup)>;

// A text that did not fit on its page.
struct Rest {
  std::string text;
  Paragraph paragraph;
  Look look;
  int next_line = 0;
};

// Draws the blocks of a layout's pages, one after another, and remembers where the last one ended.
class Painter {
 public:
  Painter(const Layout& layout, const YAML::Node& a_case, Words& words, Garble garble);

  // One page on a context whose unit is the point.
  void draw_page(cairo_t* context, const YAML::Node& blocks);
  // True when a text went over a page's end and was drawn to its own end.
  bool continued() const { return continued_; }
  // Address of a drawn link or QR code.
  const std::string& link() const { return link_; }
  const std::string& qr() const { return qr_; }

 private:
  void draw_block(Canvas& canvas, const YAML::Node& block);
  void draw_text(Canvas& canvas, const YAML::Node& block);
  void draw_rest(Canvas& canvas, const YAML::Node& block);
  void draw_table(Canvas& canvas, const YAML::Node& block);
  void draw_qr(Canvas& canvas, const YAML::Node& block);
  double draw_row(Canvas& canvas, const YAML::Node& block, const YAML::Node& cells, double x, double y,
                  const YAML::Node& looks);
  void set_entry(const YAML::Node& entry, std::size_t number);
  bool wanted(const YAML::Node& block) const;
  Look look_of(const YAML::Node& block) const;
  Look styled(Look look, const YAML::Node& style) const;
  double left(const YAML::Node& block) const;
  double top(const YAML::Node& block) const;
  std::string markup(const YAML::Node& text, Ink ink);
  void ended(const YAML::Node& block, double from, double to);

  const Layout& layout_;
  YAML::Node case_;
  Words& words_;
  Garble garble_;
  double previous_top_ = 0;
  double bottom_ = 0;
  std::optional<Rest> rest_;
  bool continued_ = false;
  std::string link_;
  std::string qr_;
};

}  // namespace certreg::drawn
