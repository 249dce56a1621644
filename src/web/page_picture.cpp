#include "web/page_picture.h"

#include <algorithm>
#include <charconv>

#include "certreg/domain/error.h"
#include "web/cookies.h"
#include "web/page_drawings.h"

namespace certreg::web {
namespace {

using documents::PageView;

bool is_digest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Of "12.png"; 0 for anything else.
int number_in(std::string_view name) {
  int number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  const auto rest = name.substr(static_cast<std::size_t>(end - name.data()));
  return error == std::errc() && rest == ".png" ? number : 0;
}

}  // namespace

std::string picture_address(const DocumentId& document, int page, PageView view) {
  return "/documents/" + document.value + "/pages/" + std::to_string(page) + ".png" +
         (view == PageView::AsRecognised ? "?as=recognised" : "");
}

Drawn page_picture(const Visit& visit) {
  const auto& segments = visit.request.segments;
  const auto number = segments.size() == 4 ? number_in(segments[3]) : 0;
  if (number < 1 || !is_digest(segments[1]) || segments[2] != "pages") throw not_found("page");
  const auto view =
      query_value(visit.request, "as") == "recognised" ? PageView::AsRecognised : PageView::AsPrinted;
  return {200, visit.drawings->of(visit.services, {segments[1]}, number, view)->png, {}, "image/png"};
}

}  // namespace certreg::web
