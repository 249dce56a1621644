#include "web/csv_download.h"
#include "web/finding_filter.h"
#include "web/finding_topics.h"
#include "web/findings_page.h"

namespace certreg::web {
namespace {

constexpr int kBatch = 500;

std::string day(const std::optional<Date>& day) { return day ? day->to_string() : std::string(); }

void add(CsvDownload& table, const service::FindingCase& one) {
  const auto& stored = one.finding;
  const auto& finding = stored.finding;
  const auto* last = one.decisions.empty() ? nullptr : &one.decisions.back();
  table.add({stored.id.value, one.relationship.reference, one.relationship.supplier.name,
             one.relationship.owner.name, one.relationship.owner.email, to_string(finding.severity),
             topic_of(finding.rule), to_string(finding.rule), to_string(stored.state), finding.sentence,
             stored.open_since.to_string(), day(finding.due), last != nullptr ? to_string(last->kind) : "",
             last != nullptr ? day(last->until) : "", last != nullptr ? last->reason : "",
             last != nullptr ? last->decided_by : ""});
}

}  // namespace

Drawn findings_csv(const Visit& visit) {
  CsvDownload table({"finding", "reference", "supplier", "owner_name", "owner_email", "severity", "topic",
                     "rule", "state", "sentence", "open_since", "due", "last_decision", "until", "reason",
                     "decided_by"});
  auto filter = finding_filter_in(visit.request);
  filter.after.reset();
  for (bool more = true; more;) {
    auto batch = findings_for(visit, filter, kBatch);
    more = filter.finding.empty() && batch.size() == kBatch;
    if (!batch.empty()) filter.after = {batch.back().finding.severity, batch.back().id};
    for (const auto& one : service::finding_cases(visit.services, std::move(batch))) add(table, one);
  }
  return std::move(table).finish("findings.csv");
}

}  // namespace certreg::web
