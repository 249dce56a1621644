#include "painter.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

#include "qr.h"
#include "shapes.h"

namespace certreg::drawn {
namespace {

constexpr double kNoEnd = std::numeric_limits<double>::max();

double number_at(const YAML::Node& block, const char* key, double otherwise) {
  return block[key] ? block[key].as<double>() : otherwise;
}

double points_at(const YAML::Node& block, const char* key, double otherwise) {
  return number_at(block, key, otherwise) * kPointsPerMillimetre;
}

Ink ink_of(const YAML::Node& block) {
  return block["picture"] && block["picture"].as<bool>() ? Ink::Picture : Ink::Text;
}

}  // namespace

Painter::Painter(const Layout& layout, const YAML::Node& a_case, Words& words, Garble garble)
    : layout_(layout), case_(a_case), words_(words), garble_(std::move(garble)) {}

void Painter::draw_page(cairo_t* context, const YAML::Node& blocks) {
  Canvas canvas(context);
  previous_top_ = bottom_ = 0;
  for (const auto& block : layout_.node["every_page"]) draw_block(canvas, block);
  for (const auto& block : blocks) draw_block(canvas, block);
}

bool Painter::wanted(const YAML::Node& block) const {
  if (block["if"] && !words_.has(block["if"].as<std::string>())) return false;
  return !block["unless"] || !words_.has(block["unless"].as<std::string>());
}

void Painter::draw_block(Canvas& canvas, const YAML::Node& block) {
  if (!wanted(block)) return;
  const double turn = number_at(block, "turn", 0);
  if (turn != 0) canvas.begin_turned(left(block), top(block), turn);
  if (block["text"]) {
    draw_text(canvas, block);
  } else if (block["rest"]) {
    draw_rest(canvas, block);
  } else if (block["table"]) {
    draw_table(canvas, block);
  } else if (block["qr"]) {
    draw_qr(canvas, block);
  } else {
    draw_shape(canvas, block);
  }
  if (turn != 0) canvas.end_turned();
}

Look Painter::styled(Look look, const YAML::Node& style) const {
  if (!style || style.IsNull()) return look;
  const YAML::Node found = layout_.node["styles"][style.as<std::string>()];
  if (!found) throw std::runtime_error(fmt::format("{}: no style {}", layout_.name, style.as<std::string>()));
  return look_over(std::move(look), found);
}

Look Painter::look_of(const YAML::Node& block) const {
  Look look = look_over(styled(look_over({}, layout_.node["look"]), block["style"]), block);
  if (words_.has("script_font")) look.font += ", " + words_.value("script_font");
  return look;
}

double Painter::left(const YAML::Node& block) const { return points_at(block, "x", 20); }

double Painter::top(const YAML::Node& block) const {
  if (block["beside"]) return previous_top_;
  return block["y"] ? points_at(block, "y", 0) : bottom_ + points_at(block, "gap", 2);
}

std::string Painter::markup(const YAML::Node& text, Ink ink) {
  const std::string expanded = words_.expand(text.as<std::string>(), ink);
  return garble_ && ink == Ink::Text ? garble_(expanded) : expanded;
}

// Beside blocks, the one that reaches lower counts; `floating` ones do not count.
void Painter::ended(const YAML::Node& block, double from, double to) {
  if (block["floating"] || block["turn"]) return;
  bottom_ = block["beside"] ? std::max(bottom_, to) : to;
  previous_top_ = from;
}

void Painter::draw_text(Canvas& canvas, const YAML::Node& block) {
  const Ink ink = ink_of(block);
  const Look look = look_of(block);
  const std::string address =
      block["link"] ? words_.expand(block["link"].as<std::string>(), Ink::Picture) : "";
  Paragraph paragraph = canvas.lay_out(markup(block["text"], ink), look, points_at(block, "w", 170));
  const double y = top(block);
  const double limit = block["h"] ? points_at(block, "h", 0) : kNoEnd;
  if (!address.empty()) canvas.begin_link(link_ = address);
  const int next = canvas.draw(paragraph, look, left(block), y, limit, 0, ink);
  if (!address.empty()) canvas.end_link();
  ended(block, y, y + std::min(Canvas::height_of(paragraph), limit));
  if (next >= pango_layout_get_line_count(paragraph.get())) return;
  if (!block["continues"]) throw std::runtime_error(fmt::format("{}: a text does not fit", layout_.name));
  std::string text = pango_layout_get_text(paragraph.get());
  rest_.emplace(Rest{std::move(text), std::move(paragraph), look, next});
}

// The rest is laid out anew, since the paragraph belongs to the page before.
void Painter::draw_rest(Canvas& canvas, const YAML::Node& block) {
  if (!rest_) return;
  const PangoLayoutLine* line = pango_layout_get_line_readonly(rest_->paragraph.get(), rest_->next_line);
  const std::string text = rest_->text.substr(static_cast<std::size_t>(line->start_index));
  const std::unique_ptr<char, decltype(&g_free)> escaped(g_markup_escape_text(text.c_str(), -1), &g_free);
  const Paragraph paragraph = canvas.lay_out(escaped.get(), rest_->look, points_at(block, "w", 170));
  const double y = top(block);
  canvas.draw(paragraph, rest_->look, left(block), y, kNoEnd, 0, Ink::Text);
  ended(block, y, y + Canvas::height_of(paragraph));
  rest_.reset();
  continued_ = true;
}

void Painter::set_entry(const YAML::Node& entry, std::size_t number) {
  for (const char* key : {"name", "address", "scope", "number", "issued"}) {
    const YAML::Node found = entry[key];
    words_.set(fmt::format("each.{}", key), found ? found.as<std::string>() : "");
  }
  words_.set("each.no", fmt::format("{:02}", number));
}

void Painter::draw_table(Canvas& canvas, const YAML::Node& block) {
  const double x = left(block);
  const double from = top(block);
  double y = from;
  if (block["head"]) y = draw_row(canvas, block, block["head"], x, y, block["head_styles"]);
  if (block["each"]) {
    std::size_t number = 0;
    for (const auto& entry : case_[block["each"].as<std::string>()]) {
      set_entry(entry, ++number);
      for (const auto& row : block["rows"]) y = draw_row(canvas, block, row, x, y, block["styles"]);
    }
  } else {
    for (const auto& row : block["rows"]) y = draw_row(canvas, block, row, x, y, block["styles"]);
  }
  ended(block, from, y);
}

// A row that is a map holds its cells under `row` and a condition beside them.
double Painter::draw_row(Canvas& canvas, const YAML::Node& block, const YAML::Node& row, double x, double y,
                         const YAML::Node& looks) {
  if (row.IsMap() && !wanted(row)) return y;
  const YAML::Node cells = row.IsMap() ? row["row"] : row;
  const YAML::Node widths = block["table"];
  const double pad = points_at(block, "pad", 1);
  std::vector<Paragraph> paragraphs;
  std::vector<Look> styles;
  double height = points_at(block, "row_height", 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    styles.push_back(looks ? styled(look_of(block), looks[i]) : look_of(block));
    const double width = widths[i].as<double>() * kPointsPerMillimetre - 2 * pad;
    paragraphs.push_back(canvas.lay_out(markup(cells[i], Ink::Text), styles.back(), width));
    height = std::max(height, Canvas::height_of(paragraphs.back()) + 2 * pad);
  }
  const Pen pen{colour_at(block, "fill"), colour_at(block, "stroke"), number_at(block, "line", 0.5)};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const double width = widths[i].as<double>() * kPointsPerMillimetre;
    if (pen.fill || pen.stroke) canvas.rectangle({x, y, width, height}, 0, pen);
    canvas.draw(paragraphs[i], styles[i], x + pad, y + pad, kNoEnd, 0, Ink::Text);
    x += width;
  }
  return y + height;
}

void Painter::draw_qr(Canvas& canvas, const YAML::Node& block) {
  qr_ = words_.expand(block["qr"].as<std::string>(), Ink::Picture);
  const double size = points_at(block, "w", 20);
  canvas.modules(qr_modules(qr_), {left(block), top(block), size, size});
}

}  // namespace certreg::drawn
