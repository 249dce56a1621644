#include "certreg/domain/timeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/domain/lifecycle.h"
#include "domain/assessment.h"
#include "domain/record.h"

namespace certreg {
namespace {

constexpr int kMonthsBefore = 12, kMonthsAfter = 12;  // at least, around the day that is asked about

// What one certificate's row is drawn from. `parent`: of an extension, when it is known.
struct Drawn {
  const CertificateRecord& record;
  const Reference& reference;
  bool is_extension = false;
  std::optional<Issued> parent;
};

Drawn drawn_of(const CertificateRecord& record, std::span<const RecordPtr> all, const Reference& reference,
               Date on) {
  const auto& latest = record.latest();
  const auto* standard = reference.find(latest.standard);
  const bool is_extension = standard != nullptr && standard->extends;
  return {record, reference, is_extension,
          find_parent(latest, all, {.standard = latest.standard, .on = on, .today = on}, reference)};
}

// A bar must not look better than what it stands for.
std::string remark_of(const Drawn& drawn) {
  std::string remark;
  if (drawn.record.latest().evidence == EvidenceLevel::Claimed) remark += ", claimed";
  if (drawn.is_extension && !drawn.parent) remark += ", extends a certificate that is not known";
  return remark;
}

std::string label_of(const Drawn& drawn) {
  const auto& version = drawn.record.latest();
  auto label = standard_name(drawn.reference, version.standard);
  if (!version.number.empty()) label += ", " + version.number;
  const auto issuer = issuer_name(version, drawn.reference);
  return (issuer.empty() ? label : label + " (" + issuer + ")") + remark_of(drawn);
}

// An extension lives no longer than what it extends: ISO/IEC 27006-1:2024, 8.2.3.
std::optional<Date> end_of(const Drawn& drawn, const CertificateVersion& issue) {
  const auto own = effective_end(drawn.record, issue, drawn.reference);
  if (!drawn.parent) return own;
  const auto parent = effective_end(*drawn.parent->record, drawn.parent->record->latest(), drawn.reference);
  return own && parent ? std::optional(std::min(*own, *parent)) : own ? own : parent;
}

void add_issues(const Drawn& drawn, TimelineRow& row) {
  const auto& record = drawn.record;
  std::optional<Date> covered_until;
  for (const auto& issue : record.issues) {
    const auto start = start_of(issue), end = end_of(drawn, issue);
    if (!counts(issue) || !start || !end || *end < *start) continue;
    if (covered_until && *covered_until < start->plus_days(-1))
      row.spans.push_back({SpanKind::Gap, covered_until->plus_days(1), start->plus_days(-1), "not in force"});
    row.spans.push_back(
        {SpanKind::InForce, *start, *end, fmt::format("{} to {}", start->to_string(), end->to_string())});
    covered_until = covered_until ? std::max(*covered_until, *end) : *end;
    if (const auto gap = lapse_of(issue))
      row.spans.push_back({SpanKind::Gap, gap->from, gap->until, "lapsed"});
  }
}

void add_suspensions(const CertificateRecord& record, Date until, TimelineRow& row) {
  for (const auto& status : record.latest().statuses)
    if (status.status == CertificateStatus::Suspended)
      row.spans.push_back({SpanKind::Suspended, status.from, status.until.value_or(until), "suspended"});
}

void add_marks(const CertificateRecord& record, const Reference& reference, TimelineRow& row) {
  const auto& latest = record.latest();
  if (const auto withdrawn = withdrawn_from(record)) row.marks.push_back({*withdrawn, "withdrawn"});
  const auto* edition = reference.find(latest.standard, latest.edition);
  const auto last = edition == nullptr ? std::nullopt : last_day_of(*edition);
  if (last) row.marks.push_back({*last, "edition " + latest.edition + " ends"});
}

TimelineRow row_of(const Drawn& drawn, Date on, Date until) {
  const auto& record = drawn.record;
  TimelineRow row;
  row.label = label_of(drawn);
  add_issues(drawn, row);
  add_suspensions(record, until, row);
  if (const auto window = surveillance_window(record.latest(), on))
    row.spans.push_back({SpanKind::Window, window->from, window->until, "surveillance window, computed"});
  add_marks(record, drawn.reference, row);
  return row;
}

}  // namespace

Timeline timeline_of(std::span<const RecordPtr> certificates, const Reference& reference, Date on) {
  Timeline timeline{on.plus_months(-kMonthsBefore), on.plus_months(kMonthsAfter), on, {}};
  for (const auto& record : certificates)
    for (const auto& issue : record->issues) {
      if (const auto start = start_of(issue)) timeline.from = std::min(timeline.from, *start);
      if (issue.expires) timeline.until = std::max(timeline.until, *issue.expires);
    }
  for (const auto& record : certificates)
    if (counts(record->latest()))
      timeline.rows.push_back(row_of(drawn_of(*record, certificates, reference, on), on, timeline.until));
  return timeline;
}

Timeline timeline_of(std::span<const CertificateRecord> certificates, const Reference& reference, Date on) {
  return timeline_of(borrowed(certificates), reference, on);
}

}  // namespace certreg
