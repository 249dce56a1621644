#include <algorithm>

#include "certreg/domain/lifecycle.h"
#include "domain/record.h"

namespace certreg {
namespace {

int rank(StatusSource source) { return source == StatusSource::Supplier ? 0 : 1; }

bool is_whole(const StatusInterval& interval) { return interval.sites.empty() && interval.services.empty(); }

bool covers(const StatusInterval& interval, Date on) {
  return interval.from <= on && (!interval.until || on <= *interval.until);
}

std::optional<CertificateStatus> status_of(CheckResult result) {
  switch (result) {
    case CheckResult::Active:
      return CertificateStatus::Active;
    case CheckResult::Suspended:
      return CertificateStatus::Suspended;
    case CheckResult::Withdrawn:
      return CertificateStatus::Withdrawn;
    case CheckResult::Expired:
    case CheckResult::NotFound:
    case CheckResult::SourceFailed:
      return std::nullopt;
  }
  return std::nullopt;
}

// All that was said, by documents and by registers, about any issue: a new issue does not lift a suspension.
std::vector<StatusInterval> all_statements(const CertificateRecord& record) {
  std::vector<StatusInterval> statements;
  for (const auto& issue : record.issues) {
    if (counts(issue)) statements.insert(statements.end(), issue.statuses.begin(), issue.statuses.end());
  }
  for (const auto& check : record.checks) {
    const auto status = status_of(check.result);
    if (status) {
      statements.push_back({*status, check.checked_on, {}, check.source, check.register_name, {}, {}});
    }
  }
  return statements;
}

bool same_part(const StatusInterval& left, const StatusInterval& right) {
  return left.sites == right.sites && left.services == right.services;
}

// Lifted by a later "active", or given an end by a later statement of the same interval, from no lesser
// source.
bool is_lifted(const StatusInterval& adverse, const std::vector<StatusInterval>& statements, Date on) {
  return std::any_of(statements.begin(), statements.end(), [&](const StatusInterval& other) {
    if (rank(other.source) < rank(adverse.source)) return false;
    if (!is_whole(other) && !same_part(other, adverse)) return false;
    if (other.status == CertificateStatus::Active) return other.from > adverse.from && other.from <= on;
    return other.status == adverse.status && other.from == adverse.from && other.until && *other.until < on;
  });
}

// A service must not be found under a name by which its suspension is not.
bool names(const std::vector<std::string>& names, const std::string& service, const Naming& naming) {
  const auto asked = keys_of(service, naming);
  return std::any_of(names.begin(), names.end(),
                     [&](const auto& name) { return share_key(keys_of(name, naming), asked); });
}

bool names_place(const std::vector<std::string>& sites, const AskedPart& asked) {
  const std::string place(asked.site);
  return std::any_of(sites.begin(), sites.end(), [&](const auto& site) {
    return asked.places.may_be_same(site, place) || asked.places.is_in_town(site, place);
  });
}

bool concerns(const StatusInterval& interval, const AskedPart& asked) {
  if (is_whole(interval) || names_place(interval.sites, asked)) return true;
  return std::any_of(asked.services.begin(), asked.services.end(),
                     [&](const auto& service) { return names(interval.services, service, asked.naming); });
}

}  // namespace

std::vector<StatusInterval> adverse_statuses(const CertificateRecord& record, Date on,
                                             const AskedPart& asked) {
  const auto statements = all_statements(record);
  std::vector<StatusInterval> adverse;
  for (const auto& interval : statements) {
    if (interval.status == CertificateStatus::Active || !covers(interval, on)) continue;
    if (concerns(interval, asked) && !is_lifted(interval, statements, on)) adverse.push_back(interval);
  }
  // The withdrawal first, then the earliest.
  std::stable_sort(adverse.begin(), adverse.end(), [](const auto& left, const auto& right) {
    return left.status != right.status ? left.status > right.status : left.from < right.from;
  });
  return adverse;
}

std::optional<Date> withdrawn_from(const CertificateRecord& record) {
  const auto statements = all_statements(record);
  std::optional<Date> first;
  for (const auto& interval : statements) {
    if (interval.status != CertificateStatus::Withdrawn || interval.until || !is_whole(interval)) continue;
    if (is_lifted(interval, statements, Date(std::chrono::sys_days::max()))) continue;
    if (!first || interval.from < *first) first = interval.from;
  }
  return first;
}

bool is_suspended_on(const CertificateRecord& record, Date on) {
  const auto statements = all_statements(record);
  return std::any_of(statements.begin(), statements.end(), [&](const StatusInterval& interval) {
    return interval.status == CertificateStatus::Suspended && is_whole(interval) && covers(interval, on) &&
           !is_lifted(interval, statements, on);
  });
}

std::optional<Date> found_expired_on(const CertificateRecord& record, const CertificateVersion& version) {
  const auto start = start_of(version);
  std::optional<Date> found, active;
  for (const auto& check : record.checks) {
    // A register's word about the issue before this one says nothing of this one.
    if (start && check.checked_on < *start) continue;
    if (check.result == CheckResult::Expired && (!found || check.checked_on < *found))
      found = check.checked_on;
    if (check.result == CheckResult::Active && rank(check.source) > 0 &&
        (!active || *active < check.checked_on))
      active = check.checked_on;
    if (found && active && *active > *found) found.reset();
  }
  return found;
}

}  // namespace certreg
