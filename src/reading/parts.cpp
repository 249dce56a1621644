#include "reading/parts.h"

#include <algorithm>
#include <set>
#include <string>

#include "certreg/domain/names.h"
#include "reading/sheet.h"
#include "reading/standards.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kMostPages = 60;  // of a document that is looked through for several

struct PageFacts {
  bool holder = false, standard = false;
  std::set<std::string> numbers;       // normalised
  std::set<std::string> weak_numbers;  // beside labels that other numbers have, too
  std::string title;                   // folded: what is set in the largest type
};

// Large type that is no holder's name and no standard: "Certificate of registration".
std::vector<std::string> titles_of(const Sheet& sheet, std::size_t pages) {
  constexpr double kLarge = 1.4;  // of the body's size
  std::vector<std::string> titles(pages);
  std::vector<double> sizes(pages);
  for (const Segment& segment : sheet.segments) {
    const std::size_t page = segment.page_index;
    if (!segment.has_position || segment.font_size < kLarge * sheet.body_size ||
        segment.font_size <= sizes[page] ||
        !sheet.labels.roles_in(segment.folded.text).has(LabelRole::Certificate))
      continue;
    titles[page] = segment.folded.text;
    sizes[page] = segment.font_size;
  }
  return titles;
}

std::vector<PageFacts> facts_of(const Sheet& sheet, std::size_t pages) {
  std::vector<PageFacts> facts(pages);
  const std::vector<std::string> titles = titles_of(sheet, pages);
  for (std::size_t page = 0; page < pages; ++page) facts[page].title = titles[page];
  for (const Segment& segment : sheet.segments)
    if (!find_standards(segment.text, sheet.reference).empty()) facts[segment.page_index].standard = true;
  for (const Anchor& anchor : sheet.anchors) {
    PageFacts& page = facts[sheet.segments[anchor.segment].page_index];
    if (anchor.field == LabelField::Holder && !anchor.weak) page.holder = true;
    if (anchor.field != LabelField::Number) continue;
    for (const Value& value : values_of(sheet, anchor))
      if (const std::string number = number_in(value.text); !number.empty()) {
        (anchor.weak ? page.weak_numbers : page.numbers).insert(normalise_number(number));
        break;
      }
  }
  return facts;
}

bool has_other(const std::set<std::string>& numbers, const std::set<std::string>& before) {
  return !before.empty() &&
         std::ranges::any_of(numbers, [&](const std::string& number) { return !before.contains(number); });
}

bool begins_another(const PageFacts& page, const PageFacts& before) {
  if (!page.standard) return false;
  if (page.holder && has_other(page.numbers, before.numbers)) return true;
  // The same form again: its title, and another number in the place of the first.
  const bool same_form = !page.title.empty() && page.title == before.title;
  return same_form && (has_other(page.numbers, before.numbers) ||
                       (page.numbers.empty() && has_other(page.weak_numbers, before.weak_numbers)));
}

}  // namespace

std::vector<Text> certificates_in(const Text& text, const Labels& labels, const Reference& reference) {
  if (text.pages.size() < 2 || text.pages.size() > kMostPages) return {text};
  const Sheet sheet(text, labels, reference);
  const std::vector<PageFacts> facts = facts_of(sheet, text.pages.size());
  std::vector<Text> parts(1, text);
  parts.front().pages.clear();
  PageFacts before;
  for (std::size_t at = 0; at < text.pages.size(); ++at) {
    if (at > 0 && begins_another(facts[at], before)) {
      parts.push_back(text);
      parts.back().pages.clear();
    }
    parts.back().pages.push_back(text.pages[at]);
    before.numbers.insert(facts[at].numbers.begin(), facts[at].numbers.end());
    before.weak_numbers.insert(facts[at].weak_numbers.begin(), facts[at].weak_numbers.end());
    if (before.title.empty()) before.title = facts[at].title;
  }
  return parts;
}

}  // namespace certreg::reading
