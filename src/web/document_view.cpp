#include "web/document_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/service/document_pages.h"
#include "web/page_drawings.h"
#include "web/page_picture.h"

namespace certreg::web {
namespace {

using documents::PageView;

constexpr std::size_t kMostPages = 6;
constexpr std::size_t kAround = 4;  // lines of text shown before and after a marked one
constexpr std::size_t kLeastToMark = 4;
constexpr std::size_t kLongestLine = 2000;

using MarksOfPage = std::vector<const Mark*>;

std::map<int, MarksOfPage> by_page(const std::vector<Mark>& marks) {
  std::map<int, MarksOfPage> pages;
  for (const auto& mark : marks)
    if (is_on_a_page(*mark.quote)) pages[mark.quote->page].push_back(&mark);
  return pages;
}

PageView view_for(const MarksOfPage& marks) {
  const bool recognised =
      std::ranges::any_of(marks, [](const Mark* mark) { return mark->quote->method == ReadingMethod::Ocr; });
  return recognised ? PageView::AsRecognised : PageView::AsPrinted;
}

Data box_view(const Mark& mark) {
  constexpr double margin = 2;  // points; else the line runs through the letters
  const auto& box = *mark.quote->box;
  Data view;
  view.set("id", mark.id);
  view.set("field", mark.field);
  view.set("label", mark.label);
  view.set("x", fmt::format("{:.1f}", box.x - margin));
  view.set("y", fmt::format("{:.1f}", box.y - margin));
  view.set("width", fmt::format("{:.1f}", box.width + 2 * margin));
  view.set("height", fmt::format("{:.1f}", box.height + 2 * margin));
  return view;
}

bool is_marked(const std::string& line, const std::vector<const Mark*>& marks) {
  return std::ranges::any_of(marks, [&](const Mark* mark) {
    const auto& words = mark->quote->text;
    if (words.size() < kLeastToMark || line.size() < kLeastToMark) return false;
    return line.find(words) != std::string::npos || words.find(line) != std::string::npos;
  });
}

Data line_view(const std::string& text, bool marked, bool is_gap) {
  Data view;
  view.set("text", harmless(text.substr(0, kLongestLine)));
  view.set("marked", marked);
  view.set("gap", is_gap);
  return view;
}

// The marked lines with some around them.
Data lines_view(const std::vector<std::string>& lines, const MarksOfPage& marks) {
  std::vector<bool> marked(lines.size()), shown(lines.size());
  for (std::size_t at = 0; at < lines.size(); ++at) {
    marked[at] = is_marked(lines[at], marks);
    if (!marked[at]) continue;
    const auto from = at < kAround ? 0 : at - kAround, until = std::min(lines.size(), at + kAround + 1);
    std::fill(shown.begin() + static_cast<std::ptrdiff_t>(from),
              shown.begin() + static_cast<std::ptrdiff_t>(until), true);
  }
  Data list{Data::type::list};
  for (std::size_t at = 0; at < lines.size(); ++at)
    if (shown[at]) list.push_back(line_view(lines[at], marked[at], at > 0 && !shown[at - 1]));
  return list;
}

class DocumentText {
 public:
  DocumentText(const Visit& visit, const DocumentId& document) {
    try {
      text_ = service::document_text(visit.services, document);
    } catch (const Error&) {
      // What could be said stands beside the picture that failed already.
    }
  }
  std::vector<std::string> lines(std::optional<int> page) const {
    std::vector<std::string> all;
    for (const auto& one : text_.pages)
      for (const auto& line : one.lines)
        if (!page || one.number == *page) all.push_back(line.text);
    return all;
  }

 private:
  reading::Text text_;
};

void set_text(Data& view, const Data& lines) {
  view.set("lines", lines);
  view.set("has_lines", !lines.list_value().empty());
}

Data drawn_page(const Visit& visit, const DocumentId& document, int number, const MarksOfPage& marks) {
  const auto way = view_for(marks);
  const auto picture = visit.drawings->of(visit.services, document, number, way);
  Data boxes{Data::type::list};
  for (const auto* mark : marks) boxes.push_back(box_view(*mark));
  Data view;
  view.set("number", std::to_string(number));
  view.set("is_drawn", true);
  view.set("address", picture_address(document, number, way));
  view.set("width", fmt::format("{:.0f}", picture->width));
  view.set("height", fmt::format("{:.0f}", picture->height));
  view.set("size", fmt::format("{:.2f} {:.2f}", picture->width, picture->height));
  view.set("turned", way == PageView::AsRecognised);
  view.set("boxes", boxes);
  return view;
}

Data page_in_words(const DocumentText& text, int number, const MarksOfPage& marks, const std::string& why) {
  Data view;
  view.set("number", std::to_string(number));
  view.set("is_drawn", false);
  view.set("why", harmless(why));
  set_text(view, lines_view(text.lines(number), marks));
  return view;
}

Data page_view(const Visit& visit, const DocumentId& document, int number, const MarksOfPage& marks) {
  try {
    return drawn_page(visit, document, number, marks);
  } catch (const Error& failure) {
    return page_in_words(DocumentText(visit, document), number, marks, failure.what());
  }
}

}  // namespace

bool is_on_a_page(const Quote& quote) {
  return quote.page >= 1 && quote.box &&
         (quote.method == ReadingMethod::TextLayer || quote.method == ReadingMethod::Ocr);
}

Data document_view(const Visit& visit, const DocumentId& document, const std::vector<Mark>& marks) {
  Data pages{Data::type::list}, view;
  const auto places = by_page(marks);
  for (const auto& [number, on_it] : places)
    if (pages.list_value().size() < kMostPages) pages.push_back(page_view(visit, document, number, on_it));
  MarksOfPage all;
  for (const auto& mark : marks) all.push_back(&mark);
  const bool in_words = places.empty() && !document.empty();
  set_text(view,
           in_words ? lines_view(DocumentText(visit, document).lines({}), all) : Data(Data::type::list));
  view.set("pages", pages);
  view.set("has_pages", !pages.list_value().empty());
  view.set("left_out", places.size() > kMostPages);
  return view;
}

}  // namespace certreg::web
