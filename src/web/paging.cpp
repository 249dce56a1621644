#include "web/paging.h"

#include <algorithm>
#include <charconv>

#include "certreg/domain/error.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMostDigits = 6;

std::size_t number_in(const http::Request& request) {
  const auto text = query_value(request, "page");
  std::size_t number = 1;
  if (text.empty()) return number;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ptr != end || number == 0 || text.size() > kMostDigits)
    throw invalid("page", "must be a number from 1");
  return number;
}

std::string page_address(Address address, std::size_t number) {
  return address.with("page", number == 1 ? "" : std::to_string(number)).at("list").text();
}

}  // namespace

PageOf page_of(const http::Request& request, std::size_t all, std::size_t size) {
  const auto pages = std::max<std::size_t>(1, (all + size - 1) / size);
  const auto number = std::min(number_in(request), pages);
  const auto first = (number - 1) * size;
  return {number, first, std::min(size, all - first), all};
}

void set_paging(Data& view, const PageOf& page, std::size_t size, const Address& address, Language language) {
  const bool has_next = page.first + size < page.all;
  const auto shown = [&](std::size_t number) {
    return number_text(static_cast<std::int64_t>(number), language);
  };
  Data paging;
  paging.set("range", message(language, "paging.range",
                              {{"first", shown(page.count == 0 ? 0 : page.first + 1)},
                               {"last", shown(page.first + page.count)},
                               {"all", shown(page.all)}}));
  paging.set("has_before", page.number > 1);
  paging.set("before", page.number > 1 ? page_address(address, page.number - 1) : std::string());
  paging.set("has_after", has_next);
  paging.set("after", has_next ? page_address(address, page.number + 1) : std::string());
  view.set("paging", paging);
}

}  // namespace certreg::web
