#include <algorithm>

#include "certreg/domain/names.h"
#include "reading/ballot.h"
#include "reading/scope_text.h"
#include "reading/sheet.h"
#include "reading/standards.h"
#include "reading/unlabelled_scope.h"

namespace certreg::reading {
namespace {

constexpr double kBareLabel = 0.35;
constexpr double kOfSite = 0.55;  // one site's may be less than the certificate's, or more
constexpr double kBesideLabel = 0.97, kBesideWeakLabel = 0.6, kJoinedLanguages = 0.95;
constexpr std::size_t kMostLinesOver = 20;
constexpr double kLineGap = 0.9;      // of the height: wider is another paragraph
constexpr std::size_t kShortest = 8;  // bytes; below, it is a heading

bool is_lower_case(std::string_view text) { return text.front() >= 'a' && text.front() <= 'z'; }

class ScopeReader {
 public:
  ScopeReader(const Sheet& sheet, const Draft& draft)
      : sheet_(sheet),
        holder_(draft.version.holders.empty() ? std::string()
                                              : normalise_name(draft.version.holders.front().name)) {}

  void read(Draft& draft) {
    for (const Anchor& anchor : sheet_.anchors)
      if (anchor.field == LabelField::Scope) collect(anchor);
    if (scopes_.empty()) take(quoted_scope(sheet_));
    if (scopes_.empty()) take(led_to_scope(sheet_));
    if (scopes_.empty() || stand_in_annex()) take(running_scope(sheet_, holder_, !scopes_.empty()));
    if (scopes_.empty()) return;
    keep_first_page();
    Ballot ballot;
    if (auto joined = in_two_languages()) {
      add(ballot, *joined);
    } else {
      drop_small_print(scopes_);
      for (Scope& scope : scopes_) add(ballot, scope);
    }
    auto settled = ballot.decide("scope", "several texts stand beside labels of the scope", draft);
    if (!settled) return;
    draft.version.scope = settled->value;
    draft.version.scope_language = language_of(settled->key);
    draft.version.quotes.push_back(settled->quote);
  }

 private:
  void take(std::optional<Scope> found) {
    if (found) scopes_.insert(scopes_.begin(), *std::move(found));
  }

  void collect(const Anchor& anchor) {
    if (is_in_reference(anchor) || goes_on_here(anchor)) return;
    std::vector<Value> values = scope_values_of(sheet_, anchor);
    if (values.empty()) return;
    const Value value = first_line_over(anchor, behind_running_head(behind_lead_in(values.front())));
    TextBlock block = text_block(sheet_, *value.segment, value.text);
    block.text = without_quotation_marks(std::move(block.text));
    add_translation(sheet_, block, is_in_two_languages(anchor));
    if (block.text.size() < kShortest || is_one_word(block.text) || sends_elsewhere(sheet_, block.text))
      return;
    if (block.lines.front()->text.find('@') != std::string::npos || is_about_certifying(block.text) ||
        is_standard_alone(block.text))
      return;
    bool known = std::ranges::any_of(scopes_, [&](const Scope& other) {
      return other.block.text.find(block.text) != std::string::npos;  // a label within the text of another
    });
    if (known) return;
    const double weight = anchor.weak      ? beside_weak_label(anchor, block)
                          : anchor.guessed ? kGuessedScope
                                           : kBesideLabel;
    const bool of_site = is_column_beside_sites(anchor, block.lines.front()->page_index);
    scopes_.push_back({std::move(block), of_site ? std::min(weight, kOfSite) : weight, of_site});
  }

  bool is_standard_alone(const std::string& text) const {
    constexpr std::size_t kFewLetters = 12;  // bytes
    const auto standards = find_standards(text, sheet_.reference);
    return !standards.empty() && standards.front().begin < kFewLetters &&
           text.size() - standards.back().end < kFewLetters;
  }

  // "... を運用していることを証明します", the rest of the sentence that certifies.
  bool is_about_certifying(const std::string& text) const {
    const std::string folded = fold_label(text);
    const Phrase* phrase = sheet_.labels.phrase_in(folded, PhraseKind::Certifies);
    return phrase != nullptr && folded.ends_with(phrase->folded);
  }

  // "... as described on the back of this certificate, with regard to": in mid-sentence, and the sentence
  // says where the scope stands.
  bool is_in_reference(const Anchor& anchor) const {
    const Segment& line = sheet_.segments[anchor.segment];
    const std::string_view before = std::string_view(line.text).substr(0, anchor.begin);
    if (!before.ends_with(", ")) return false;
    const Segment* above = line_above(sheet_.segments, anchor.segment);
    const std::string words = (above == nullptr ? std::string() : above->text + " ") + std::string(before);
    return sheet_.labels.phrase_in(fold_label(words), PhraseKind::SeeAnnex) != nullptr;
  }

  // "Scope of certification (continued)" on a later page: the rest of the text before.
  bool goes_on_here(const Anchor& anchor) {
    const Segment& line = sheet_.segments[anchor.segment];
    if (scopes_.empty() || sheet_.labels.phrase_in(line.folded.text, PhraseKind::Continued) == nullptr)
      return false;
    TextBlock& before = scopes_.back().block;
    const Segment* next = sheet_.neighbours.next_in_block(anchor.segment);
    if (next == nullptr || line.page_index <= before.lines.back()->page_index) return false;
    if (!same_type(*next, *before.lines.back()) || sheet_.neighbours.begins_with_label(*next)) return false;
    const TextBlock rest = text_block(sheet_, *next, next->text);
    join_line(before.text, rest.text, before.language);
    before.lines.insert(before.lines.end(), rest.lines.begin(), rest.lines.end());
    before.confidence = std::min(before.confidence, rest.confidence);
    return true;
  }

  // Running text beside words that are nothing but the label.
  double beside_weak_label(const Anchor& anchor, const TextBlock& block) const {
    const bool bare = sheet_.neighbours.is_bare_label(sheet_.segments[anchor.segment]);
    const bool running = block.text.size() > kLeastRunning;
    return 1 - (1 - kBesideWeakLabel) * (bare ? 1 - kBareLabel : 1) * (running ? 1 - kRunning : 1);
  }

  // Of a text that stands over its label, the first line.
  Value first_line_over(const Anchor& anchor, const Value& value) const {
    const Segment* line = value.segment;
    if (line->box.y + line->box.height > sheet_.segments[anchor.segment].box.y || line->text != value.text)
      return value;
    for (std::size_t count = 0; count < kMostLinesOver; ++count) {
      const Segment* above = line_above(sheet_.segments, sheet_.index_of(*line));
      const bool goes_on = above != nullptr && same_type(*above, *line) &&
                           line->box.y - above->box.y - above->box.height < kLineGap * line->box.height &&
                           !sheet_.neighbours.begins_with_label(*above);
      if (!goes_on) break;
      line = above;
    }
    return {line->text, line};
  }

  // "The scope is limited to the following:" leads to the text below it.
  Value behind_lead_in(const Value& value) const {
    if (!ends_in_colon(value.text) && !is_rest_of_label(value.text)) return value;
    const Segment* next = sheet_.neighbours.next_in_block(sheet_.index_of(*value.segment));
    if (next == nullptr || sheet_.neighbours.begins_with_label(*next)) return value;
    return {next->text, next};
  }

  // "Acme Ltd · ISO/IEC 27001:2022 · Certificate AC-1" between the heading and the text.
  Value behind_running_head(const Value& value) const {
    const auto at = sheet_.index_of(*value.segment);
    const bool numbered = std::ranges::any_of(sheet_.anchors, [&](const Anchor& other) {
      return other.segment == at && other.field == LabelField::Number && !other.rest.empty();
    });
    if (!numbered || find_standards(value.text, sheet_.reference).empty()) return value;
    const Segment* next = sheet_.neighbours.next_in_block(at);
    if (next == nullptr || sheet_.neighbours.begins_with_label(*next)) return value;
    return {next->text, next};
  }

  // "følgende", what a label leaves of its line; Chinese and Japanese set no blanks.
  static bool is_one_word(const std::string& text) {
    return text.find(' ') == std::string::npos && static_cast<unsigned char>(text.front()) < 0xE3;
  }

  // "in respect of" and in a line of its own "the following scope".
  bool is_rest_of_label(const std::string& text) const {
    constexpr std::ptrdiff_t kMostBlanks = 3;
    return !text.empty() && is_lower_case(text) && std::ranges::count(text, ' ') <= kMostBlanks &&
           sheet_.labels.roles_in(fold_label(text)).has(LabelRole::Scope);
  }

  // "Kapsam (Scope)", "Kapsam Scope": the same label in another language stands before it, or in the next
  // line.
  bool is_in_two_languages(const Anchor& anchor) const {
    const std::string& text = sheet_.segments[anchor.segment].text;
    const std::string own = language_of_label(text.substr(anchor.begin, anchor.end - anchor.begin));
    const auto is_other = [&](const std::string& language) { return !language.empty() && language != own; };
    if (is_other(language_of_label(text.substr(0, anchor.begin)))) return true;
    for (auto blank = text.find(' ', anchor.begin); blank < anchor.end; blank = text.find(' ', blank + 1)) {
      const std::string before = language_of_label(text.substr(anchor.begin, blank - anchor.begin));
      const std::string after = language_of_label(text.substr(blank + 1, anchor.end - blank - 1));
      if (!before.empty() && !after.empty() && before != after) return true;
    }
    return std::ranges::any_of(sheet_.anchors, [&](const Anchor& other) {
      return &other != &anchor && other.field == LabelField::Scope && other.segment >= anchor.segment &&
             other.segment <= anchor.segment + 1 &&
             is_other(language_of_label(
                 sheet_.segments[other.segment].text.substr(other.begin, other.end - other.begin)));
    });
  }

  // Of words that are a label of the scope and nothing else; empty for others.
  std::string language_of_label(std::string_view words) const {
    const std::string folded = fold_label(words);
    const auto match = sheet_.labels.longest_at(folded);
    const bool whole = match.label != nullptr && match.length == folded.size();
    return whole && match.label->field == LabelField::Scope ? match.label->language : std::string();
  }

  // Of sites, or of labels that were only guessed, on later pages.
  bool stand_in_annex() const {
    return std::ranges::all_of(scopes_, [&](const Scope& scope) {
      return scope.block.lines.front()->page_index > 0 && (scope.of_site || scope.weight <= kGuessedScope);
    });
  }

  // "Site | Address | Scope"
  bool is_column_beside_sites(const Anchor& anchor, std::size_t page) const {
    const Segment* left = sheet_.neighbours.left_of(sheet_.segments[anchor.segment]);
    if (left == nullptr || !sheet_.neighbours.is_bare_label(*left)) return false;
    const LabelField field = sheet_.field_at_start(*left);
    return field == LabelField::Sites || (field == LabelField::Address && page > 0);
  }

  // The first page's is the certificate's; annexes give the sites' own. A later page that certifies the same
  // in another language repeats it.
  void keep_first_page() {
    const TextBlock first = scopes_.front().block;
    const std::size_t page = first.lines.front()->page_index;
    std::erase_if(scopes_, [&](const Scope& scope) {
      const TextBlock& other = scope.block;
      const std::size_t other_page = other.lines.front()->page_index;
      const bool repeats = is_another_language(first.language, other.language) &&
                           is_as_long(first.text, other.text) && certifies(other_page);
      return other_page != page && !repeats;
    });
  }

  bool certifies(std::size_t page) const {
    return std::ranges::any_of(sheet_.segments, [&](const Segment& segment) {
      return segment.page_index == page &&
             sheet_.labels.phrase_in(segment.folded.text, PhraseKind::Certifies) != nullptr;
    });
  }

  std::optional<Scope> in_two_languages() {
    if (scopes_.size() != 2) return std::nullopt;
    TextBlock &first = scopes_[0].block, &second = scopes_[1].block;
    if (!is_another_language(first.language, second.language)) return std::nullopt;
    if (!is_as_long(first.text, second.text)) return std::nullopt;
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
  std::string holder_;  // normalised; empty where it is not known
  std::vector<Scope> scopes_;
};

}  // namespace

void read_scope(const Sheet& sheet, Draft& draft) { ScopeReader(sheet, draft).read(draft); }

}  // namespace certreg::reading
