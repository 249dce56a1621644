#include "domain/record.h"

#include <algorithm>

#include "certreg/domain/lifecycle.h"

namespace certreg {
namespace {

bool starts_by(const CertificateVersion& version, Date on) {
  const auto start = start_of(version);
  return start && *start <= on;
}

bool covers(const CertificateVersion& version, Date on) {
  const auto end = own_end(version);
  return starts_by(version, on) && (!end || on <= *end);
}

using Issues = std::vector<const CertificateVersion*>;

const CertificateVersion* latest_started(const Issues& issues, Date on) {
  const CertificateVersion* chosen = nullptr;
  for (const auto* issue : issues) {
    if (starts_by(*issue, on) && (chosen == nullptr || *start_of(*issue) >= *start_of(*chosen)))
      chosen = issue;
  }
  return chosen;
}

const CertificateVersion* latest_undated(const Issues& issues) {
  const auto found =
      std::find_if(issues.rbegin(), issues.rend(), [](const auto* issue) { return !start_of(*issue); });
  return found == issues.rend() ? nullptr : *found;
}

const CertificateVersion* first_after(const Issues& issues, Date on) {
  const CertificateVersion* first = nullptr;
  for (const auto* issue : issues) {
    const auto start = start_of(*issue);
    if (start && *start > on && (first == nullptr || *start < *start_of(*first))) first = issue;
  }
  return first;
}

const CertificateVersion* chosen_of(const Issues& issues, Date on) {
  const auto* started = latest_started(issues, on);
  if (started != nullptr && covers(*started, on)) return started;
  if (const auto* undated = latest_undated(issues)) return undated;
  return started != nullptr ? started : first_after(issues, on);
}

}  // namespace

bool is_disregarded(const CertificateVersion& version) {
  return version.evidence == EvidenceLevel::Claimed && version.claimant &&
         version.claimant->kind != ClaimantKind::Supplier;
}

bool counts(const CertificateVersion& version) { return !version.retired && !is_disregarded(version); }

std::vector<const CertificateVersion*> deciding_issues(const CertificateRecord& record) {
  Issues documented, claimed;
  const bool has_document = std::any_of(record.issues.begin(), record.issues.end(), [](const auto& issue) {
    return counts(issue) && issue.evidence != EvidenceLevel::Claimed;
  });
  for (const auto& issue : record.issues) {
    if (!counts(issue)) continue;
    // What a person entered stands beside the documents of the record; what a page claims does not.
    const bool is_claim = issue.evidence == EvidenceLevel::Claimed;
    (is_claim && (issue.claimant || !has_document) ? claimed : documented).push_back(&issue);
  }
  return documented.empty() ? claimed : documented;
}

IssueChoice choose_issue(const CertificateRecord& record, Date on) {
  const auto issues = deciding_issues(record);
  IssueChoice choice;
  choice.version = chosen_of(issues, on);
  choice.next = first_after(issues, on);
  if (choice.next == choice.version) choice.next = nullptr;
  const auto at = std::find(issues.begin(), issues.end(), choice.version);
  if (at != issues.begin() && at != issues.end()) choice.previous = *(at - 1);
  return choice;
}

}  // namespace certreg
