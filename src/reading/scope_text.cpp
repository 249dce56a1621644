#include "reading/scope_text.h"

#include <algorithm>

namespace certreg::reading {
namespace {

constexpr std::size_t kLongestHint = 60;  // of "see annex"
constexpr double kFarBelow = 7;           // of a line's height

}  // namespace

bool ends_in_colon(std::string_view text) { return text.ends_with(':') || text.ends_with("："); }

std::string without_quotation_marks(std::string text) {
  for (const auto& [open, close] :
       {std::pair{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"– ", " –"}, {"- ", " -"}}) {
    std::string_view first = open, last = close;
    if (!text.starts_with(first) || !text.ends_with(last) || text.size() <= first.size() + last.size())
      continue;
    return text.substr(first.size(), text.size() - first.size() - last.size());
  }
  return text;
}

bool sends_elsewhere(const Sheet& sheet, const std::string& text) {
  if (text.size() > kLongestHint) return false;
  const std::string folded = fold_label(text);
  return std::ranges::any_of(sheet.labels.phrases(), [&](const Phrase& phrase) {
    return phrase.kind == PhraseKind::SeeAnnex && folded.find(phrase.folded) != std::string::npos;
  });
}

bool sends_on(const Sheet& sheet, const Segment& line) {
  return sheet.labels.phrase_in(line.folded.text, PhraseKind::SeeAnnex) != nullptr;
}

// Chinese and Japanese take a third of the letters, and three bytes each.
bool is_as_long(const std::string& one, const std::string& other) {
  return 3 * one.size() > other.size() && 3 * other.size() > one.size();
}

// The same in another language, below it or below its Statement of Applicability. Short texts do not tell
// their language: under a label in two languages, type that changes tells it.
void add_translation(const Sheet& sheet, TextBlock& block, bool in_two_languages) {
  if (block.text.find(" / ") != std::string::npos) return;
  if (block.language.empty() && !in_two_languages) return;
  const Segment* last = block.lines.back();
  const Segment* next = last;
  for (std::size_t count = 0; count < kMostLinesBetween; ++count) {
    next = sheet.neighbours.next_in_block(sheet.index_of(*next));
    if (next == nullptr || next->box.y - last->box.y > kFarBelow * last->box.height) return;
    if (is_soa_statement(sheet, *next) || sheet.field_at_start(*next) == LabelField::Soa) continue;
    if (sheet.neighbours.begins_with_label(*next)) return;
    const auto label = sheet.neighbours.label_left_of(*next);
    if (label == LabelField::Soa) continue;
    if (label && *label != LabelField::Scope) return;
    TextBlock other = text_block(sheet, *next, next->text);
    const bool known = !other.language.empty() && !block.language.empty();
    const bool same = !is_another_language(other.language, block.language);
    const bool other_type = next->page_index == last->page_index && !same_type(*last, *next);
    if (known ? same : !in_two_languages || !other_type) return;
    if (!is_as_long(block.text, other.text) || sends_on(sheet, *next)) return;
    block.text += " / " + other.text;
    block.confidence = std::min(block.confidence, other.confidence);
    return;
  }
}

// "valid for three years from the decision", at the foot of the page.
void drop_small_print(std::vector<Scope>& scopes) {
  double largest = 0;
  for (const Scope& scope : scopes)
    if (scope.weight >= kWithoutLabel) largest = std::max(largest, scope.block.lines.front()->font_size);
  const auto is_small = [&](const Scope& scope) {
    return scope.block.lines.front()->font_size < kSmallPrint * largest;
  };
  std::erase_if(scopes, is_small);
}

}  // namespace certreg::reading
