#include "certreg/domain/lifecycle.h"

#include "domain/say.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/record.h"

namespace certreg {
namespace {

constexpr int kCycleMonths = 36;
constexpr int kRestorationMonths = 6;         // ISO/IEC 17021-1:2015, 9.6.3.2.5
constexpr int kFirstSurveillanceMonths = 12;  // ISO/IEC 17021-1:2015, 9.1.3.3

std::optional<Date> earlier(std::optional<Date> left, std::optional<Date> right) {
  if (!left || !right) return left ? left : right;
  return std::min(*left, *right);
}

std::optional<Date> edition_end(const CertificateVersion& version, const Reference& reference) {
  const auto* edition = reference.find(version.standard, version.edition);
  return edition == nullptr ? std::nullopt : last_day_of(*edition);
}

std::optional<Date> day_before(std::optional<Date> day) {
  if (day) day = day->plus_days(-1);
  return day;
}

// First day of the cycle that the version belongs to. A bare issue date is the cycle's start only close to
// the end of the cycle before; later it is a re-issue in mid-cycle.
std::optional<Date> cycle_start(const CertificateVersion& version) {
  if (version.valid_from) return version.valid_from;
  if (version.decided) return version.decided;
  if (!version.issued || !version.previous_expiry) return std::nullopt;
  const bool restores = *version.issued <= version.previous_expiry->plus_months(kRestorationMonths);
  return restores ? version.issued : std::nullopt;
}

// The initial decision; the decision of a later cycle is another day.
std::optional<Date> initial_decision(const CertificateVersion& version) {
  if (version.first_issued) return version.first_issued;
  return version.previous_expiry ? std::nullopt : version.decided;
}

bool is_recertification_year(int year, const CertificateVersion& version, Date initial) {
  const int cycle_end = version.expires ? version.expires->year() : initial.plus_months(kCycleMonths).year();
  return (year - cycle_end) % 3 == 0;
}

}  // namespace

std::optional<Date> start_of(const CertificateVersion& version) {
  if (version.valid_from) return version.valid_from;
  return version.decided ? version.decided : version.issued;
}

std::optional<Date> own_end(const CertificateVersion& version) { return version.expires; }

std::optional<Date> effective_end(const CertificateRecord& record, const CertificateVersion& version,
                                  const Reference& reference) {
  const auto stated = earlier(own_end(version), edition_end(version, reference));
  const auto told = earlier(withdrawn_from(record), found_expired_on(record, version));
  return earlier(stated, day_before(told));
}

std::vector<Sentence> date_contradictions(const CertificateVersion& version) {
  std::vector<Sentence> found;
  const auto start = start_of(version);
  const auto add = [&](SentenceId what, Date first, Date second) {
    found.push_back(say(what, first, second));
  };
  if (version.expires && version.issued && *version.expires < *version.issued) {
    add("dates_contradict.expiry_before_issue", *version.expires, *version.issued);
  } else if (version.expires && start && *version.expires < *start) {
    add("dates_contradict.expiry_before_start", *version.expires, *start);
  }
  if (version.first_issued && version.issued && *version.first_issued > *version.issued) {
    add("dates_contradict.first_issue_after", *version.first_issued, *version.issued);
  }
  // A timely recertification may count from the old expiry, so a cycle may be longer than three years from
  // its decision.
  if (version.expires && start && *version.expires > start->plus_months(kCycleMonths + kRestorationMonths)) {
    add("dates_contradict.long_cycle", *version.expires, *start);
  }
  return found;
}

std::optional<Gap> lapse_of(const CertificateVersion& version) {
  const auto start = cycle_start(version);
  if (!version.previous_expiry || !start) return std::nullopt;
  const Gap gap{version.previous_expiry->plus_days(1), start->plus_days(-1)};
  if (gap.until < gap.from) return std::nullopt;
  return gap;
}

std::optional<Date> restorable_until(const CertificateRecord& record, const CertificateVersion& version,
                                     const Reference& reference) {
  const auto end = own_end(version);
  const auto last_day_of_edition = edition_end(version, reference);
  if (!end || withdrawn_from(record)) return std::nullopt;
  if (last_day_of_edition && *last_day_of_edition <= *end) return std::nullopt;
  return earlier(end->plus_months(kRestorationMonths), last_day_of_edition);
}

std::optional<CalendarNote> surveillance_window(const CertificateVersion& version, Date on) {
  const auto initial = initial_decision(version);
  if (!initial) return std::nullopt;
  CalendarNote window{"surveillance_window", *initial, initial->plus_months(kFirstSurveillanceMonths)};
  if (on > window.until) {
    int year = std::max(on.year(), window.until.year() + 1);
    while (is_recertification_year(year, version, *initial)) ++year;
    window.from = Date(year, 1, 1);
    window.until = Date(year, 12, 31);
  }
  if (version.expires && window.from > *version.expires) return std::nullopt;
  return window;
}

}  // namespace certreg
