#include "web/line_list.h"

#include <algorithm>

#include "certreg/domain/harmless.h"

namespace certreg::web {
namespace {

Data lines_view(std::span<const Line> lines, const LineTag& tag, Language language) {
  Data list{Data::type::list};
  for (const auto& line : lines) {
    Data view;
    view.set("text", harmless(line.text));
    view.set("is_only_here", line.is_only_here && !tag.only_here.empty());
    view.set("tag", tag.only_here.empty() ? std::string() : message(language, tag.only_here));
    list.push_back(view);
  }
  return list;
}

}  // namespace

Data line_list(std::span<const Line> lines, const LineTag& tag, Language language) {
  const auto first = lines.first(std::min(lines.size(), kMostLines)), rest = lines.subspan(first.size());
  Data view;
  view.set("first", lines_view(first, tag, language));
  view.set("rest", lines_view(rest, tag, language));
  view.set("has_rest", !rest.empty());
  view.set("is_one", lines.size() == 1);
  const auto* key = std::ranges::any_of(rest, &Line::is_only_here) && !tag.only_here.empty()
                        ? "review.and_more_differing"
                        : "review.and_more";
  view.set("more", message(language, key, {{"count", std::to_string(rest.size())}}));
  return view;
}

}  // namespace certreg::web
