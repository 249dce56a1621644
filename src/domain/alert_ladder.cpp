#include "certreg/domain/alert_ladder.h"

#include <algorithm>

namespace certreg {
namespace {

constexpr int kShareOfValidity = 4;

// Nobody is reminded of these: they are told once and stand in the list of findings.
bool is_told_once(const Finding& finding) {
  switch (finding.rule) {
    case FindingRule::SupplierUnmatched:
    case FindingRule::TierUnknown:
    case FindingRule::SourceNotRefreshed:
    case FindingRule::SuccessorUnconfirmed:
    case FindingRule::ReviewOverdue:
      return true;
    default:
      return !is_urgent(finding.rule) && finding.severity < Severity::High;
  }
}

bool is_too_long(int days, const LadderFacts& facts, Date end) {
  if (!facts.valid_from || *facts.valid_from >= end) return false;
  return days > days_between(*facts.valid_from, end) / kShareOfValidity;
}

std::vector<Rung> ladder_to(const LadderFacts& facts, Date end) {
  std::vector<Rung> rungs;
  for (const int days : facts.tier.lead_days)
    if (days > 0 && !is_too_long(days, facts, end))
      rungs.push_back({std::to_string(days), end.plus_days(-days)});
  rungs.push_back({"0", end});
  std::stable_sort(rungs.begin(), rungs.end(),
                   [](const Rung& left, const Rung& right) { return left.day < right.day; });
  return rungs;
}

// The repeat that is due on the day, counted from `from`; none before the first.
std::optional<Rung> repeat(Date from, int every, const std::string& prefix, Date on) {
  if (every <= 0 || on < from.plus_days(every)) return std::nullopt;
  const int days = days_between(from, on) / every * every;
  return Rung{prefix + std::to_string(days), from.plus_days(days)};
}

struct Start {  // of the repeats
  Date from;
  std::string prefix;
  bool repeats = true;
};

Start start_of_repeats(const LadderFacts& facts) {
  if (const auto end = end_of(facts.finding)) return {*end, "-"};
  return {facts.open_since, "opened+", !is_told_once(facts.finding)};
}

std::vector<Rung> fixed_rungs(const LadderFacts& facts) {
  if (const auto end = end_of(facts.finding)) return ladder_to(facts, *end);
  return {{"opened", facts.open_since}};
}

}  // namespace

std::optional<Date> end_of(const Finding& finding) {
  if (finding.rule == FindingRule::Expiring) return finding.due;
  if (finding.rule == FindingRule::Lapsed && finding.since) return finding.since->plus_days(-1);
  return std::nullopt;
}

std::vector<Rung> rungs_due(const LadderFacts& facts, Date on) {
  std::vector<Rung> due;
  for (auto& rung : fixed_rungs(facts))
    if (rung.day <= on) due.push_back(std::move(rung));
  const auto start = start_of_repeats(facts);
  if (start.repeats)
    if (auto rung = repeat(start.from, facts.tier.repeat_days, start.prefix, on))
      due.push_back(*std::move(rung));
  std::reverse(due.begin(), due.end());
  return due;
}

std::string matter_of(const Finding& finding, Date open_since) {
  const auto certificate = finding.certificate ? finding.certificate->value : std::string();
  const auto end = end_of(finding);
  const auto what =
      end ? "end|" + end->to_string()
          : std::string(to_string(finding.rule)) + "|" + finding.subject + "|" + open_since.to_string();
  return finding.standard.value + "|" + certificate + "|" + what;
}

}  // namespace certreg
