#include "service/version_changes.h"

#include <algorithm>

namespace certreg::service {
namespace {

// Of a supplier with more certificates than that (a holding's register, the keeper of a list) nobody could
// say which replaces which, and comparing all with all would stall an import.
constexpr std::size_t kComparable = 100;

const CertificateVersion& version_before(const CertificateRecord& known, const store::NewVersion& fresh) {
  for (const auto& issue : known.issues)
    if (issue.id == fresh.replaces) return issue;
  return known.latest();
}

bool is_earlier_issue(const CertificateVersion& before, const store::NewVersion& fresh) {
  return !fresh.replaces && !before.retired && before.issued && fresh.version.issued &&
         *fresh.version.issued < *before.issued;
}

RegisterChanges replacements(const Services& services, const CertificateVersion& fresh) {
  RegisterChanges all;
  if (services.catalogue.count_certificates_of(fresh.supplier) > kComparable) return all;
  for (const auto& other : services.catalogue.certificates_of(fresh.supplier)) {
    if (other->id == fresh.certificate || other->latest().evidence > fresh.evidence) continue;
    if (auto change = replacement_of(other->latest(), fresh, services.reference()))
      all.push_back(*std::move(change));
  }
  return all;
}

}  // namespace

RegisterChanges changes_of(const Services& services, const CertificateRecord* known,
                           const store::NewVersion& fresh) {
  const auto& reference = services.reference();
  if (known != nullptr && !known->issues.empty()) {
    const auto& before = version_before(*known, fresh);
    if (is_earlier_issue(before, fresh)) return {earlier_issue_found(fresh.version, reference)};
    return changes_between(before, fresh.version, reference);
  }
  auto all = changes_between(std::nullopt, fresh.version, reference);
  for (auto& change : replacements(services, fresh.version)) all.push_back(std::move(change));
  return all;
}

ChangeContext context_of(const store::NewVersion& fresh) {
  const auto& version = fresh.version;
  return {.at = version.recorded_at,
          .source = {},
          .supplier = version.supplier,
          .certificate = version.certificate,
          .version = version.id,
          .document = fresh.document,
          .address = version.quotes.empty() ? std::string() : version.quotes.front().address};
}

}  // namespace certreg::service
