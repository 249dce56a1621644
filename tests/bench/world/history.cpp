#include "bench/world/history.h"

#include <algorithm>

namespace certreg::bench {
namespace {

constexpr int kCycleMonths = 36, kCycleDays = 1095, kLongestLapse = 1500;

// The day from which this certificate's body certifies to the edition after `edition`.
Date change_day(const Edition& edition, const Edition& next, Draw& draw) {
  return next.published.plus_days(draw.between(0, days_between(next.published, *edition.until)));
}

class Editions {
 public:
  Editions(const Standard& standard, Draw& draw) : standard_(standard) {
    for (std::size_t i = 0; i + 1 < standard.editions.size(); ++i)
      changes_.push_back(change_day(standard.editions[i], standard.editions[i + 1], draw));
  }

  const Edition& on(Date day) const {
    const auto passed =
        std::count_if(changes_.begin(), changes_.end(), [&](Date change) { return change <= day; });
    return standard_.editions[static_cast<std::size_t>(passed)];
  }

 private:
  const Standard& standard_;
  std::vector<Date> changes_;
};

std::string printed_in(const std::string& country, const Edition& edition, Draw& draw) {
  const auto found = edition.printed.find(country);
  return draw.one_of(found == edition.printed.end() ? edition.printed.at("*") : found->second);
}

Issue issue_on(Date day, Date expires, const Edition& edition, const std::string& country, Draw& draw) {
  return {.edition = &edition,
          .printed = printed_in(country, edition, draw),
          .issued = day,
          .first_issued = day,
          .expires = expires};
}

Date start_of_present_cycle(const Shape& shape, Draw& draw) {
  const auto days = draw.per_cent(shape.lapsed) ? draw.between(kCycleDays + 1, kLongestLapse)
                                                : draw.between(1, kCycleDays - 1);
  return shape.today.plus_days(-days);
}

// The day within the cycle on which it was issued again, if it was: to the next edition before this one's
// end, or for a change of scope.
std::optional<Date> day_of_re_issue(const Shape& shape, const Issue& issue, Draw& draw) {
  const auto last = std::min(issue.expires, shape.today).plus_days(-1);
  const auto& ended = issue.edition->ended;
  if (ended && *ended < issue.expires && draw.per_cent(shape.changed_over)) {
    const auto from = std::max(issue.issued.plus_days(1), *issue.edition->until);
    const auto until = std::min(*ended, last);
    if (from < until) return from.plus_days(draw.between(0, days_between(from, until)));
  }
  if (issue.issued < last && draw.per_cent(shape.re_issued))
    return issue.issued.plus_days(draw.between(1, days_between(issue.issued, last)));
  return std::nullopt;
}

void end(const Shape& shape, Issue& issue, Draw& draw) {
  const auto& ended = issue.edition->ended;
  if (ended && *ended < issue.expires && draw.per_cent(shape.shortened)) issue.expires = *ended;
  if (draw.per_cent(shape.withdrawn))
    issue.status = CertificateStatus::Withdrawn;
  else if (draw.per_cent(shape.suspended))
    issue.status = CertificateStatus::Suspended;
  if (issue.status == CertificateStatus::Active) return;
  const auto last = std::min(issue.expires, shape.today);
  issue.status_from = issue.issued.plus_days(draw.between(0, days_between(issue.issued, last)));
}

}  // namespace

std::vector<Issue> history_of(const Shape& shape, const Standard& standard, const std::string& country,
                              Draw& draw) {
  const Editions editions(standard, draw);
  const auto start = start_of_present_cycle(shape, draw);
  const auto cycles = shape.cycles.item(draw);
  const auto add = [&](std::vector<Issue>& issues, Date day, Date expires) {
    issues.push_back(issue_on(day, expires, editions.on(day), country, draw));
  };
  std::vector<Issue> issues;
  if (cycles > 1 && draw.per_cent(shape.previous_cycle_kept))
    add(issues, start.plus_months(-kCycleMonths), start.plus_days(-1));
  add(issues, start, start.plus_months(kCycleMonths).plus_days(-1));
  if (const auto again = day_of_re_issue(shape, issues.back(), draw))
    add(issues, *again, issues.back().expires);
  end(shape, issues.back(), draw);
  int number = 0;
  for (auto& issue : issues) {
    issue.first_issued = start.plus_months(-kCycleMonths * (cycles - 1));
    issue.number = ++number;
  }
  return issues;
}

Issue extension_of(const Issue& parent, const Standard& standard, const std::string& country, Draw& draw) {
  auto issue =
      issue_on(parent.issued, parent.expires, Editions(standard, draw).on(parent.issued), country, draw);
  issue.status = parent.status;
  issue.status_from = parent.status_from;
  return issue;
}

}  // namespace certreg::bench
