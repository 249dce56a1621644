#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "reading/sheet.h"

namespace certreg::reading {
namespace {

constexpr int kMostPages = 1000;

void read_pages(const Sheet& sheet, Draft& draft) {
  static const RE2 pattern(
      R"((?i)(?:page|pg\.?|seite|sida|página|pagina|pág\.?|sayfa|ページ|第)\s*:?\s*(\d{1,3})\s*(?:of|von|de|di|van|av|/|\()\s*(\d{1,3}))");
  std::set<int> held;
  const Segment* segment_of_total = nullptr;
  for (const Segment& segment : sheet.segments) {
    int page = 0, total = 0;
    if (!RE2::PartialMatch(segment.text, pattern, &page, &total) || page < 1 || total < page ||
        total > kMostPages)
      continue;
    held.insert(page);
    if (total > draft.version.pages_stated) segment_of_total = &segment;
    draft.version.pages_stated = std::max(draft.version.pages_stated, total);
  }
  bool has_pages = !sheet.text.pages.empty() && sheet.text.pages.front().width > 0;
  if (segment_of_total == nullptr) {
    draft.version.pages_held = has_pages ? static_cast<int>(sheet.text.pages.size()) : 0;
    return;
  }
  // A page whose number is a picture still counts; one that repeats another's number does not.
  int in_file = has_pages ? static_cast<int>(sheet.text.pages.size()) : static_cast<int>(held.size());
  draft.version.pages_held = std::min(in_file, draft.version.pages_stated);
  if (!sheet.text.whole) draft.version.pages_held = static_cast<int>(held.size());
  draft.version.quotes.push_back(quote_of(*segment_of_total, "pages_stated", segment_of_total->text, 1));
}

struct IssueNumber {
  std::string number;
  Quote quote;
  bool weak = false;
};

std::vector<IssueNumber> issue_numbers(const Sheet& sheet) {
  static const RE2 pattern(
      R"((?i)^(?:version|issue|rev(?:ision)?\.?|no\.?|nr\.?)?\s*([0-9]{1,3}(?:\.[0-9]{1,2})?)(?:$|[ ,;|)]))");
  std::vector<IssueNumber> numbers;
  for (const Anchor& anchor : sheet.anchors) {
    if (anchor.field != LabelField::IssueNumber) continue;
    for (const Value& value : values_of(sheet, anchor)) {
      std::string number;
      if (!RE2::PartialMatch(value.text, pattern, &number)) continue;
      if (!find_dates(value.text.substr(0, 24), sheet.labels, sheet.orders).empty()) continue;
      numbers.push_back({number,
                         quote_of(*value.segment, "issue_number", value.segment->text, anchor.weak ? 0.7 : 1),
                         anchor.weak});
      break;
    }
  }
  return numbers;
}

// The one that all labels agree on; weak labels count where there are no others, and are left alone where
// they differ. Several beside strong ones are left open.
void read_issue_number(const Sheet& sheet, Draft& draft) {
  std::vector<IssueNumber> numbers = issue_numbers(sheet);
  const bool any_strong = !std::ranges::all_of(numbers, &IssueNumber::weak);
  if (any_strong) std::erase_if(numbers, [](const IssueNumber& other) { return other.weak; });
  if (numbers.empty()) return;
  const IssueNumber& first = numbers.front();
  if (std::ranges::all_of(numbers, [&](const auto& other) { return other.number == first.number; })) {
    draft.version.issue_number = first.number;
    draft.version.quotes.push_back(first.quote);
    return;
  }
  if (!any_strong) return;
  Ambiguity open{"issue_number", "several issue numbers are printed", {}};
  for (IssueNumber& other : numbers)
    if (std::ranges::find(open.candidates, other.number, &Candidate::value) == open.candidates.end())
      open.candidates.push_back({other.number, std::move(other.quote)});
  draft.ambiguities.push_back(std::move(open));
}

}  // namespace

void read_details(const Sheet& sheet, Draft& draft) {
  read_pages(sheet, draft);
  read_issue_number(sheet, draft);
}

}  // namespace certreg::reading
