#include "service/succession.h"

#include <algorithm>

#include "service/difference.h"
#include "service/scope_list.h"

namespace certreg::service {

std::string dropped_limits(const CertificateVersion& known, const CertificateVersion& read,
                           const Comparison& compared) {
  static constexpr std::string_view limits[] = {"exclusions", "roles", "previous_expiry", "declared_absent"};
  std::string dropped;
  const auto drop = [&](const std::string& limit) { dropped += (dropped.empty() ? "" : ", ") + limit; };
  for (const auto& field : compared.left_out)
    if (std::find(std::begin(limits), std::end(limits), field) != std::end(limits)) drop(field);
  if (const auto lifted = lifted_exclusions(known.scope_items, read.scope_items); !lifted.empty())
    drop("what is left out of " + lifted);
  return dropped;
}

void carry_over(const CertificateVersion& replaced, CertificateVersion& version) {
  if (version.statuses.empty()) version.statuses = replaced.statuses;
  if (!version.parent) version.parent = replaced.parent;
}

bool is_corrected_reading_of(const CertificateVersion& known, const DocumentId& document) {
  const auto has = [&](auto is) { return std::any_of(known.quotes.begin(), known.quotes.end(), is); };
  return has([](const Quote& quote) { return quote.method == ReadingMethod::Person; }) &&
         has([&](const Quote& quote) { return quote.document == document; });
}

}  // namespace certreg::service
