// What speaks about a supplier beside its certificates: our findings and decisions, and where was looked.
#pragma once

#include "certreg/domain/supplier.h"
#include "web/visit.h"

namespace certreg::web {

// Each relationship with its findings and decisions; `away` when the database does not answer, which is not
// "no findings".
Data concerns_view(const Visit& visit, const SupplierId& supplier);

// A page of a source: searched, not read since, never looked at.
Data page_search_view(const PageSearch& page, Language language);

// The pages of the sources that speak for the supplier: searched, not read since, never looked at.
Data sources_view(const Visit& visit, const Supplier& supplier);

}  // namespace certreg::web
