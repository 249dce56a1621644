// Marks what is known and no longer what its document says, until a person has decided.
#include <algorithm>

#include "service/new_id.h"
#include "service/settlement_case.h"

namespace certreg::service {
namespace {

// Somebody says that it is suspended or withdrawn, wherever that stands.
bool ends_something(const CertificateVersion& version) {
  return std::any_of(version.statuses.begin(), version.statuses.end(),
                     [](const StatusInterval& status) { return status.status != CertificateStatus::Active; });
}

}  // namespace

// Until a person has decided, the certificate's evidence says that its document changed in a field we use.
void Settlement::mark_changed(const Case& item) {
  const auto& latest = item.known->latest();
  const bool same_place = std::any_of(latest.quotes.begin(), latest.quotes.end(), [&](const Quote& quote) {
    return !quote.address.empty() && quote.address == item.offer.address;
  });
  if ((!same_place && !ends_something(item.offer.draft.version)) || latest.document_changed ||
      says_the_same(latest, item.offer.draft.version))
    return;
  known_.at(item.key).issues.back() =
      mark(item.key, latest,
           same_place ? "the document at the same address says otherwise"
                      : "another source says that it is suspended or withdrawn");
}

// The supplier's own certificate that stood at the address and that the document does not speak of any more;
// empty when there is none.
CertificateId Settlement::mark_displaced(const Case& item) {
  const auto& read = item.offer.draft.version;
  const auto pause = writer_.pause();
  for (const auto& before : store::versions_read_from(transaction_, item.offer.address, item.offer.document,
                                                      item.offer.source->name)) {
    const bool is_own =
        before.supplier == item.supplier.supplier && before.evidence != EvidenceLevel::Claimed;
    const bool stands_there_still = std::any_of(known_.begin(), known_.end(), [&](const auto& known) {
      return known.second.id == before.certificate;
    });
    if (!is_own || stands_there_still || before.standard != read.standard) continue;
    const bool is_marked = before.document_changed || replaced_.contains(before.id.value);
    if (!is_marked) mark({}, before, "at its address stands a certificate of another holder");
    return before.certificate;
  }
  return {};
}

CertificateVersion Settlement::mark(const std::string& key, const CertificateVersion& known,
                                    const std::string& why) {
  auto version = known;
  version.id = {new_id(services_.clock)};
  version.document_changed = true;
  version.recorded_at = services_.clock.now();
  version.recorded_by = actor_.name;
  version.reason = why;
  keep({key, version, known.id, known.quotes.empty() ? DocumentId{} : known.quotes.front().document});
  return version;
}

}  // namespace certreg::service
