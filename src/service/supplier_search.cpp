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
  const auto standard = search.standard.empty() ? StandardId{} : standard_in(reference, search.standard);
  if (search.country.empty() && standard.empty() && !search.standing) return {};
  return [&reference, standard, today = services.clock.today(), country = search.country,
          standing = search.standing](const Supplier& supplier,
                                      const std::vector<catalogue::RecordPtr>& records) {
    if (!country.empty() && supplier.country != country) return false;
    if (standard.empty() && !standing) return true;
    return std::any_of(records.begin(), records.end(), [&](const catalogue::RecordPtr& record) {
      if (!standard.empty() && record->latest().standard != standard) return false;
      const auto found = standing_on(*record, today, reference);  // none: a third party's claim, or absent
      return found && (!standing || found == standing);
    });
  };
}

}  // namespace

std::vector<catalogue::SupplierMatch> search_suppliers(const Services& services,
                                                       const SupplierSearch& search) {
  return services.catalogue.search(search.text, search.limit, filter_of(services, search));
}

}  // namespace certreg::service
