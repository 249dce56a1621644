// A timeline as shapes, for whoever draws them. Pure.
#pragma once

#include <string>
#include <vector>

#include "certreg/domain/timeline.h"

namespace certreg::report {

struct TimelineBar {
  SpanKind kind = SpanKind::InForce;
  double x = 0, y = 0, width = 0, height = 0;
  std::string label;
};
struct TimelineText {
  double x = 0, y = 0;  // of its baseline's start
  double most = 0;      // its room; what does not fit is cut
  std::string text;
  bool is_small = false;
};
struct TimelineLine {
  double x = 0, from = 0, until = 0;  // upright
  bool is_today = false;
};

struct TimelineDrawing {
  double width = 0, height = 0;  // in points
  std::vector<TimelineBar> bars;
  std::vector<TimelineText> texts;
  std::vector<TimelineLine> lines;
};

TimelineDrawing draw(const Timeline& timeline, double width);

// The picture in words, for who does not see it: a sentence a bar and mark.
std::vector<std::string> in_words(const Timeline& timeline);

std::string to_svg(const Timeline& timeline, double width);

}  // namespace certreg::report
