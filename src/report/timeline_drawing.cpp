#include "certreg/report/timeline_drawing.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/report/markup.h"

namespace certreg::report {
namespace {

constexpr double kRow = 34, kBar = 10, kHead = 24, kFoot = 20, kBarTop = 16, kTextSize = 9;

class Scale {
 public:
  Scale(const Timeline& timeline, double width)
      : from_(timeline.from),
        days_(std::max(1, days_between(timeline.from, timeline.until))),
        width_(width) {}
  double at(Date day) const { return std::clamp(days_between(from_, day) * width_ / days_, 0.0, width_); }

 private:
  Date from_;
  int days_;
  double width_;
};

std::string_view word_of(SpanKind kind) {
  constexpr std::string_view kWords[] = {"in force", "suspended", "not in force",
                                         "surveillance window, computed"};
  return kWords[static_cast<std::size_t>(kind)];
}

void add_years(const Timeline& timeline, const Scale& scale, TimelineDrawing& drawing) {
  const int years = timeline.until.year() - timeline.from.year();
  const int step = std::max(1, (years + 9) / 10);
  for (int year = timeline.from.year() + 1; year <= timeline.until.year(); year += step) {
    const double x = scale.at(Date(year, 1, 1));
    drawing.lines.push_back({x, kHead - 8, drawing.height - kFoot, false});
    drawing.texts.push_back({x + 2, kHead - 10, 40, std::to_string(year), true});
  }
}

void add_row(const TimelineRow& row, double top, const Scale& scale, TimelineDrawing& drawing) {
  drawing.texts.push_back({0, top + 11, drawing.width, row.label, false});
  for (const auto& span : row.spans) {
    const double x = scale.at(span.from), end = scale.at(span.until.plus_days(1));
    const double height = span.kind == SpanKind::Window ? kBar / 2 : kBar;
    drawing.bars.push_back(
        {span.kind, x, top + kBarTop + (kBar - height), std::max(1.0, end - x), height, span.label});
  }
  for (const auto& mark : row.marks) {
    const double x = scale.at(mark.day);
    drawing.lines.push_back({x, top + kBarTop - 3, top + kBarTop + kBar + 3, false});
  }
}

std::string fill_of(SpanKind kind) {
  constexpr std::string_view kFills[] = {"#2f6f4f", "url(#suspended)", "url(#gap)", "#9db7d5"};
  return std::string(kFills[static_cast<std::size_t>(kind)]);
}

std::string svg_of(const TimelineBar& bar) {
  return fmt::format(
      "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\" stroke=\"#333\" "
      "stroke-width=\"0.5\"><title>{}: {}</title></rect>",
      bar.x, bar.y, bar.width, bar.height, fill_of(bar.kind), word_of(bar.kind), escaped(bar.label));
}

std::string svg_of(const TimelineText& text) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{}\">{}</text>", text.x, text.y,
                     text.is_small ? 8.0 : kTextSize, escaped(text.text));
}

std::string svg_of(const TimelineLine& line) {
  return fmt::format(
      "<line x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.1f}\" y2=\"{2:.1f}\" stroke=\"{3}\" "
      "stroke-width=\"{4}\"/>",
      line.x, line.from, line.until, line.is_today ? "#b00020" : "#bbbbbb", line.is_today ? 1.5 : 0.5);
}

constexpr std::string_view kPatterns =
    "<defs><pattern id=\"suspended\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><rect "
    "width=\"4\" "
    "height=\"4\" fill=\"#fff\"/><path d=\"M0 4L4 0\" stroke=\"#8a4b00\" "
    "stroke-width=\"1.2\"/></pattern><pattern "
    "id=\"gap\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><rect width=\"4\" height=\"4\" "
    "fill=\"#fff\"/><circle cx=\"2\" cy=\"2\" r=\"0.8\" fill=\"#b00020\"/></pattern></defs>";

}  // namespace

TimelineDrawing draw(const Timeline& timeline, double width) {
  TimelineDrawing drawing;
  drawing.width = width;
  drawing.height = kHead + kRow * static_cast<double>(timeline.rows.size()) + kFoot;
  const Scale scale(timeline, width);
  add_years(timeline, scale, drawing);
  double top = kHead;
  for (const auto& row : timeline.rows) {
    add_row(row, top, scale, drawing);
    top += kRow;
  }
  const double today = scale.at(timeline.on);
  drawing.lines.push_back({today, kHead - 8, drawing.height - kFoot, true});
  const double room = 90, x = std::clamp(today - room / 2, 0.0, std::max(0.0, width - room));
  drawing.texts.push_back({x, drawing.height - 6, room, "as of " + timeline.on.to_string(), true});
  return drawing;
}

std::vector<std::string> in_words(const Timeline& timeline) {
  std::vector<std::string> words;
  for (const auto& row : timeline.rows) {
    if (row.spans.empty()) words.push_back(row.label + ": its days are not known");
    for (const auto& span : row.spans)
      words.push_back(fmt::format("{}: {} from {} to {}", row.label, word_of(span.kind),
                                  span.from.to_string(), span.until.to_string()));
    for (const auto& mark : row.marks)
      words.push_back(fmt::format("{}: {} on {}", row.label, mark.label, mark.day.to_string()));
  }
  return words;
}

std::string to_svg(const Timeline& timeline, double width) {
  const auto drawing = draw(timeline, width);
  auto svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
      "width=\"{0:.0f}\" "
      "height=\"{1:.0f}\" font-family=\"sans-serif\"><title>Certificates over time, as of {2}</title>",
      drawing.width, drawing.height, timeline.on.to_string());
  svg += kPatterns;
  for (const auto& line : drawing.lines) svg += svg_of(line);
  for (const auto& bar : drawing.bars) svg += svg_of(bar);
  for (const auto& text : drawing.texts) svg += svg_of(text);
  return svg + "</svg>";
}

}  // namespace certreg::report
