#include "certreg/service/supplier_search.h"

#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/domain/names.h"

namespace certreg::service {
namespace {

StandardId standard_in(const Reference& reference, const std::string& printed) {
  const auto mention = reference.standard_of(printed);
  if (!mention) throw invalid("standard", "is not a standard that the register knows");
  return mention->standard;
}

catalogue::SupplierFilter filter_of(const Services& services, const SupplierSearch& search) {
  if (!search.country.empty() && !is_country_code(search.country))
    throw invalid("country", "must be a country code of ISO 3166-1, such as DE");
  const auto& reference = services.reference();
  catalogue::SupplierFilter filter{.country = search.country};
  if (!search.standard.empty()) filter.standard = standard_in(reference, search.standard);
  if (filter.asks_for_certificates() || search.standing)
    filter.certificate = [&reference, today = services.clock.today(),
                          standing = search.standing](const CertificateRecord& record) {
      const auto found = standing_on(record, today, reference);  // none: a third party's claim, or absent
      return found && (!standing || found == standing);
    };
  return filter;
}

}  // namespace

std::vector<catalogue::SupplierMatch> search_suppliers(const Services& services,
                                                       const SupplierSearch& search) {
  return services.catalogue.search(search.text, search.limit, filter_of(services, search));
}

}  // namespace certreg::service
