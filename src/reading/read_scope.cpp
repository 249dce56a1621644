#include <algorithm>

#include "reading/ballot.h"
#include "reading/name_shape.h"
#include "reading/sheet.h"
#include "reading/standards.h"
#include "reading/text_block.h"

namespace certreg::reading {
namespace {

constexpr double kGuessedLabel = 0.85;
constexpr double kWithoutLabel = 0.6, kSmallPrint = 0.95;
constexpr std::size_t kLeastRunning = 40;  // bytes
constexpr double kBesideLabel = 0.97, kBesideWeakLabel = 0.6, kJoinedLanguages = 0.95;
constexpr std::size_t kMostLinesBetween = 3;
constexpr double kFarBelow = 7;           // of a line's height
constexpr std::size_t kShortest = 8;      // bytes; below, it is a heading
constexpr std::size_t kLongestHint = 60;  // of "see annex"

bool sends_elsewhere(const Sheet& sheet, const std::string& text) {
  if (text.size() > kLongestHint) return false;
  const std::string folded = fold_label(text);
  return std::ranges::any_of(sheet.labels.phrases(), [&](const Phrase& phrase) {
    return phrase.kind == PhraseKind::SeeAnnex && folded.find(phrase.folded) != std::string::npos;
  });
}

bool is_lower_case(std::string_view text) { return text.front() >= 'a' && text.front() <= 'z'; }

struct Scope {
  TextBlock block;
  double weight;
};

std::string without_quotation_marks(std::string text) {
  for (const auto& [open, close] : {std::pair{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}}) {
    std::string_view first = open, last = close;
    if (!text.starts_with(first) || !text.ends_with(last) || text.size() <= first.size() + last.size())
      continue;
    return text.substr(first.size(), text.size() - first.size() - last.size());
  }
  return text;
}

class ScopeReader {
 public:
  explicit ScopeReader(const Sheet& sheet) : sheet_(sheet) {}

  void read(Draft& draft) {
    for (const Anchor& anchor : sheet_.anchors)
      if (anchor.field == LabelField::Scope) collect(anchor);
    if (scopes_.empty()) from_running_text();
    if (scopes_.empty()) return;
    keep_first_page();
    Ballot ballot;
    if (auto joined = in_two_languages())
      add(ballot, *joined);
    else
      for (Scope& scope : scopes_) add(ballot, scope);
    auto settled = ballot.decide("scope", "several texts stand beside labels of the scope", draft);
    if (!settled) return;
    draft.version.scope = settled->value;
    draft.version.scope_language = language_of(settled->key);
    draft.version.quotes.push_back(settled->quote);
  }

 private:
  void collect(const Anchor& anchor) {
    std::vector<Value> values = scope_values_of(sheet_, anchor);
    if (values.empty()) return;
    TextBlock block = text_block(sheet_, *values.front().segment, values.front().text);
    block.text = without_quotation_marks(std::move(block.text));
    add_translation(block);
    if (block.text.size() < kShortest || sends_elsewhere(sheet_, block.text)) return;
    bool known = std::ranges::any_of(scopes_, [&](const Scope& other) {
      return other.block.text.find(block.text) != std::string::npos;  // a label within the text of another
    });
    if (!known)
      scopes_.push_back({std::move(block),
                         anchor.weak ? kBesideWeakLabel : (anchor.guessed ? kGuessedLabel : kBesideLabel)});
  }

  bool sends_on(const Segment& line) const {
    return sheet_.labels.phrase_in(line.folded.text, PhraseKind::SeeAnnex) != nullptr;
  }

  // The same in another language, below it or below its Statement of Applicability.
  void add_translation(TextBlock& block) const {
    if (block.language.empty() || block.text.find(" / ") != std::string::npos) return;
    const Segment* last = block.lines.back();
    const Segment* next = last;
    for (std::size_t count = 0; count < kMostLinesBetween; ++count) {
      next = sheet_.neighbours.next_in_block(sheet_.index_of(*next));
      if (next == nullptr || next->box.y - last->box.y > kFarBelow * last->box.height) return;
      const LabelField label = sheet_.field_at_start(*next);
      if (sheet_.neighbours.begins_with_label(*next) && label != LabelField::Soa) return;
      if (label == LabelField::Soa) continue;
      TextBlock other = text_block(sheet_, *next, next->text);
      if (other.language.empty() || other.language == block.language || !is_as_long(block.text, other.text))
        return;
      block.text += " / " + other.text;
      block.confidence = std::min(block.confidence, other.confidence);
      return;
    }
  }

  // Chinese and Japanese take a third of the letters, and three bytes each.
  static bool is_as_long(const std::string& one, const std::string& other) {
    return 3 * one.size() > other.size() && 3 * other.size() > one.size();
  }

  // Without a label: the longest text on the first page between the standard and what is printed small.
  void from_running_text() {
    const Segment* after = nullptr;
    for (const Segment& segment : sheet_.segments)
      if (segment.page_index == 0 && segment.font_size >= kSmallPrint * sheet_.body_size &&
          !find_standards(segment.text, sheet_.reference).empty())
        after = &segment;
    if (after == nullptr || !after->has_position) return;
    std::optional<TextBlock> longest;
    for (const Segment* line = after + 1; line < sheet_.segments.data() + sheet_.segments.size(); ++line) {
      if (line->page_index != 0 || sheet_.neighbours.begins_with_label(*line)) break;
      if (line->font_size < kSmallPrint * sheet_.body_size || is_lower_case(line->text)) continue;
      if (looks_like_address(line->text) || sends_on(*line)) continue;
      TextBlock block = text_block(sheet_, *line, line->text);
      if (!longest || block.text.size() > longest->text.size()) longest = std::move(block);
    }
    if (longest && longest->text.size() > kLeastRunning)
      scopes_.push_back({std::move(*longest), kWithoutLabel});
  }

  // The first page's is the certificate's; annexes give the sites' own.
  void keep_first_page() {
    const std::size_t page = scopes_.front().block.lines.front()->page_index;
    std::erase_if(scopes_, [&](const Scope& scope) { return scope.block.lines.front()->page_index != page; });
  }

  std::optional<Scope> in_two_languages() {
    if (scopes_.size() != 2) return std::nullopt;
    TextBlock &first = scopes_[0].block, &second = scopes_[1].block;
    if (first.language.empty() || second.language.empty() || first.language == second.language)
      return std::nullopt;
    TextBlock joined = first;
    joined.text += " / " + second.text;
    joined.confidence = std::min(first.confidence, second.confidence);
    return Scope{std::move(joined), kJoinedLanguages};
  }

  void add(Ballot& ballot, const Scope& scope) {
    const TextBlock& block = scope.block;
    Quote quote = quote_of(*block.lines.front(), "scope", block.text, scope.weight);
    if (quote.box) quote.box = block.box;
    ballot.add(block.text, fold_label(block.text), std::move(quote), scope.weight * block.confidence);
  }

  std::string language_of(std::string_view key) const {
    for (const Scope& scope : scopes_)
      if (!scope.block.language.empty() && key.starts_with(fold_label(scope.block.text)))
        return scope.block.language;
    return sheet_.text.language;
  }

  const Sheet& sheet_;
  std::vector<Scope> scopes_;
};

}  // namespace

void read_scope(const Sheet& sheet, Draft& draft) { ScopeReader(sheet).read(draft); }

}  // namespace certreg::reading
