#include <algorithm>

#include "certreg/domain/register_change.h"

namespace certreg {

const std::vector<std::string_view>& change_kind_names() {
  static const std::vector<std::string_view> names{"certificate_added",
                                                   "claim_added",
                                                   "edition_changed",
                                                   "renewed",
                                                   "reissued",
                                                   "certificate_replaced",
                                                   "expiry_changed",
                                                   "number_changed",
                                                   "issuer_changed",
                                                   "holder_changed",
                                                   "scope_changed",
                                                   "service_added",
                                                   "service_dropped",
                                                   "site_added",
                                                   "site_dropped",
                                                   "exclusion_added",
                                                   "exclusion_dropped",
                                                   "accreditation_changed",
                                                   "status_changed",
                                                   "soa_changed",
                                                   "evidence_changed",
                                                   "details_changed",
                                                   "retired",
                                                   "corrected_by_person",
                                                   "check_recorded",
                                                   "waits_for_decision",
                                                   "reading_rejected",
                                                   "source_unreachable",
                                                   "source_back",
                                                   "page_gone",
                                                   "page_back",
                                                   "page_moved",
                                                   "page_emptied",
                                                   "page_became_sign_in",
                                                   "page_became_cookie_wall",
                                                   "page_unreadable",
                                                   "blocked_by_robots",
                                                   "claim_no_longer_stated",
                                                   "page_says_less"};
  return names;
}

std::string_view to_string(ChangeKind kind) { return change_kind_names().at(static_cast<std::size_t>(kind)); }

std::optional<ChangeKind> change_kind_of(std::string_view name) {
  const auto& names = change_kind_names();
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<ChangeKind>(at - names.begin());
}

}  // namespace certreg
