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
  std::set<std::string> numbers;  // normalised
};

std::vector<PageFacts> facts_of(const Sheet& sheet, std::size_t pages) {
  std::vector<PageFacts> facts(pages);
  for (const Segment& segment : sheet.segments)
    if (!find_standards(segment.text, sheet.reference).empty()) facts[segment.page_index].standard = true;
  for (const Anchor& anchor : sheet.anchors) {
    PageFacts& page = facts[sheet.segments[anchor.segment].page_index];
    if (anchor.field == LabelField::Holder && !anchor.weak) page.holder = true;
    if (anchor.field != LabelField::Number || anchor.weak) continue;
    for (const Value& value : values_of(sheet, anchor))
      if (const std::string number = number_in(value.text); !number.empty()) {
        page.numbers.insert(normalise_number(number));
        break;
      }
  }
  return facts;
}

bool begins_another(const PageFacts& page, const std::set<std::string>& before) {
  const bool other =
      std::ranges::any_of(page.numbers, [&](const std::string& number) { return !before.contains(number); });
  return page.holder && page.standard && other && !before.empty();
}

}  // namespace

std::vector<Text> certificates_in(const Text& text, const Labels& labels, const Reference& reference) {
  if (text.pages.size() < 2 || text.pages.size() > kMostPages) return {text};
  const Sheet sheet(text, labels, reference);
  const std::vector<PageFacts> facts = facts_of(sheet, text.pages.size());
  std::vector<Text> parts(1, text);
  parts.front().pages.clear();
  std::set<std::string> before;
  for (std::size_t at = 0; at < text.pages.size(); ++at) {
    if (begins_another(facts[at], before)) {
      parts.push_back(text);
      parts.back().pages.clear();
    }
    parts.back().pages.push_back(text.pages[at]);
    before.insert(facts[at].numbers.begin(), facts[at].numbers.end());
  }
  return parts;
}

}  // namespace certreg::reading
