// A long list in pages, with their numbers in the address.
#pragma once

#include "web/address.h"
#include "web/visit.h"

namespace certreg::web {

struct PageOf {
  std::size_t number = 1, first = 0, count = 0, all = 0;  // `first`: index of the first entry shown
};

// The page that the address asks for; one past the end is the last. Throws Error(Invalid) for no number.
PageOf page_of(const http::Request& request, std::size_t all, std::size_t size);

// "paging": "1 to 50 of 120" and the ways before and after. `address`: of the list without its page.
void set_paging(Data& view, const PageOf& page, std::size_t size, const Address& address, Language language);

}  // namespace certreg::web
