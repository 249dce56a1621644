#include <re2/re2.h>

#include <algorithm>

#include "certreg/domain/names.h"
#include "reading/sheet.h"
#include "reading/standards.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kLongest = 48;
constexpr double kWeakConfidence = 0.6, kMainOfSeveralConfidence = 0.8;

bool is_year_or_page(const std::string& number) {
  static const RE2 pattern(R"((?:19|20)\d\d|\d{1,2}/\d{1,2})");
  return RE2::FullMatch(number, pattern);
}

bool is_number(const std::string& number, const Sheet& sheet) {
  if (number.empty() || is_year_or_page(number)) return false;
  return find_dates(number, sheet.labels, sheet.orders).empty() &&
         find_standards(number, sheet.reference).empty();
}

void collect(const Sheet& sheet, const Anchor& anchor, std::vector<TextCandidate>& candidates) {
  for (const Value& value : values_of(sheet, anchor)) {
    std::string number = number_in(value.text);
    if (!is_number(number, sheet)) continue;
    Quote quote = quote_of(*value.segment, "number", value.segment->text, anchor.weak ? kWeakConfidence : 1);
    candidates.push_back({number, normalise_number(number), std::move(quote), anchor.weak});
    return;  // right before below
  }
}

// A main certificate with sub-certificates: their numbers begin with the main one's.
void keep_main_of_several(std::vector<TextCandidate>& candidates) {
  if (candidates.empty() || candidates.front().weak) return;
  const std::string main = candidates.front().key;
  bool all_begin = std::ranges::all_of(
      candidates, [&](const TextCandidate& other) { return other.key.starts_with(main); });
  bool several =
      std::ranges::any_of(candidates, [&](const TextCandidate& other) { return other.key != main; });
  if (!all_begin || !several) return;
  candidates.resize(1);
  candidates.front().quote.confidence = kMainOfSeveralConfidence;
}

}  // namespace

std::string number_in(std::string_view text) {
  static const RE2 pattern(
      R"(^((?:\p{Lu}{1,12}[ ]?)?[\p{Lu}\d][\p{Lu}\d./_–-]*(?:[ ][\p{Lu}\d./_–-]*\d[\p{Lu}\d./_–-]*){0,4})(?:$|[ ]?[,;|()]|[ ]{2}|[ ]-|[ ]/|[.]?$|[ ]\p{Ll}|[ ]\p{Lu}\p{Ll}|\p{Han}|\p{Hiragana}))");
  std::string found;
  if (!RE2::PartialMatch(text, pattern, &found)) return {};
  while (found.ends_with('.') || found.ends_with('-') || found.ends_with('/')) found.pop_back();
  bool has_digit = std::ranges::any_of(found, [](char letter) { return letter >= '0' && letter <= '9'; });
  return has_digit && found.size() >= 3 && found.size() <= kLongest ? found : std::string();
}

void read_number(const Sheet& sheet, Draft& draft) {
  std::vector<TextCandidate> candidates;
  for (const Anchor& anchor : sheet.anchors)
    if (anchor.field == LabelField::Number) collect(sheet, anchor, candidates);
  bool any_strong =
      std::ranges::any_of(candidates, [](const TextCandidate& candidate) { return !candidate.weak; });
  if (any_strong) std::erase_if(candidates, [](const TextCandidate& candidate) { return candidate.weak; });
  keep_main_of_several(candidates);
  auto settled = settle(std::move(candidates), "number",
                        "several numbers stand beside labels of certificate numbers", draft);
  if (!settled) return;
  draft.version.number = settled->value;
  draft.version.quotes.push_back(settled->quote);
}

}  // namespace certreg::reading
