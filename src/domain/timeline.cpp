#include "certreg/domain/timeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/domain/lifecycle.h"
#include "domain/assessment.h"
#include "domain/record.h"

namespace certreg {
namespace {

constexpr int kMonthsBefore = 12, kMonthsAfter = 12;  // at least, around the day that is asked about

std::string label_of(const CertificateVersion& version, const Reference& reference) {
  auto label = standard_name(reference, version.standard);
  if (!version.number.empty()) label += ", " + version.number;
  const auto issuer = issuer_name(version, reference);
  return issuer.empty() ? label : label + " (" + issuer + ")";
}

void add_issues(const CertificateRecord& record, const Reference& reference, TimelineRow& row) {
  std::optional<Date> covered_until;
  for (const auto& issue : record.issues) {
    const auto start = start_of(issue), end = effective_end(record, issue, reference);
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

TimelineRow row_of(const CertificateRecord& record, const Reference& reference, Date on, Date until) {
  TimelineRow row;
  row.label = label_of(record.latest(), reference);
  add_issues(record, reference, row);
  add_suspensions(record, until, row);
  if (const auto window = surveillance_window(record.latest(), on))
    row.spans.push_back({SpanKind::Window, window->from, window->until, "surveillance window, computed"});
  add_marks(record, reference, row);
  return row;
}

}  // namespace

Timeline timeline_of(std::span<const CertificateRecord> certificates, const Reference& reference, Date on) {
  Timeline timeline{on.plus_months(-kMonthsBefore), on.plus_months(kMonthsAfter), on, {}};
  for (const auto& record : certificates)
    for (const auto& issue : record.issues) {
      if (const auto start = start_of(issue)) timeline.from = std::min(timeline.from, *start);
      if (issue.expires) timeline.until = std::max(timeline.until, *issue.expires);
    }
  for (const auto& record : certificates)
    if (counts(record.latest())) timeline.rows.push_back(row_of(record, reference, on, timeline.until));
  return timeline;
}

}  // namespace certreg
