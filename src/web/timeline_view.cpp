#include "web/timeline_view.h"

#include <algorithm>

#include "certreg/domain/harmless.h"
#include "certreg/domain/timeline.h"

namespace certreg::web {
namespace {

constexpr int kWidth = 1000;  // of the picture, in its own units

// How a span is drawn, and called: the texts are "timeline.NAME". A window lies below the bar, since the
// certificate is in force in it.
struct Look {
  std::string_view name;
  int y, height;
};
Look look_of(SpanKind kind) {
  constexpr int bar = 6, bar_height = 20, below = 30, below_height = 6;
  switch (kind) {
    case SpanKind::InForce:
      return {"force", bar, bar_height};
    case SpanKind::Suspended:
      return {"suspended", bar, bar_height};
    case SpanKind::Gap:
      return {"gap", bar, bar_height};
    case SpanKind::Window:
      return {"window", below, below_height};
  }
  return {"gap", bar, bar_height};
}

class Scale {
 public:
  explicit Scale(const Timeline& timeline)
      : from_(timeline.from), days_(std::max(1, days_between(timeline.from, timeline.until))) {}
  int at(Date day) const { return std::clamp(days_between(from_, day) * kWidth / days_, 0, kWidth); }

 private:
  Date from_;
  int days_;
};

Data span_view(const TimelineSpan& span, const Scale& scale, Language language) {
  const auto begin = scale.at(span.from);
  const auto look = look_of(span.kind);
  Data view;
  view.set("class", "bar-" + std::string(look.name));
  view.set("kind", message(language, "timeline." + std::string(look.name)));
  view.set("y", std::to_string(look.y));
  view.set("height", std::to_string(look.height));
  view.set("x", std::to_string(begin));
  view.set("width", std::to_string(std::max(2, scale.at(span.until) - begin)));
  view.set("days", day_text(span.from, language) + " – " + day_text(span.until, language));
  view.set("label", harmless(span.label));
  return view;
}

Data mark_view(const TimelineMark& mark, const Scale& scale, Language language) {
  Data view;
  view.set("x", std::to_string(scale.at(mark.day)));
  view.set("day", day_text(mark.day, language));
  view.set("label", harmless(mark.label));
  return view;
}

Data row_view(const TimelineRow& row, const Timeline& timeline, Language language) {
  const Scale scale(timeline);
  Data spans{Data::type::list}, marks{Data::type::list};
  for (const auto& span : row.spans) spans.push_back(span_view(span, scale, language));
  for (const auto& mark : row.marks) marks.push_back(mark_view(mark, scale, language));
  Data view;
  view.set("row_label", harmless(row.label));
  view.set("spans", spans);
  view.set("no_spans", row.spans.empty());
  view.set("marks", marks);
  view.set("on_x", std::to_string(scale.at(timeline.on)));
  view.set("from", day_text(timeline.from, language));
  view.set("until", day_text(timeline.until, language));
  return view;
}

// Claims are left out: a bar looks like a fact.
std::vector<CertificateRecord> drawn_records(const Visit& visit, const service::Verification& verification) {
  const auto* standard = verification.standard;
  std::vector<CertificateRecord> records;
  for (const auto& record : visit.services.catalogue.certificates_of(verification.supplier->id)) {
    const auto& latest = record->latest();
    const bool is_asked =
        latest.standard == standard->id || (standard->extends && latest.standard == *standard->extends);
    if (is_asked && latest.evidence != EvidenceLevel::Claimed) records.push_back(*record);
  }
  return records;
}

}  // namespace

Data timeline_view(const Visit& visit, const service::Verification& verification) {
  Data list{Data::type::list};
  const auto records = drawn_records(visit, verification);
  if (records.empty()) return list;
  const auto timeline = timeline_of(records, visit.services.reference(), *verification.request.on);
  for (const auto& row : timeline.rows) list.push_back(row_view(row, timeline, visit.language));
  return list;
}

}  // namespace certreg::web
