#include <algorithm>

#include "certreg/domain/names.h"
#include "reading/ballot.h"
#include "reading/name_shape.h"
#include "reading/sheet.h"
#include "reading/standards.h"
#include "reading/text_block.h"

namespace certreg::reading {
namespace {

constexpr double kGuessedLabel = 0.85, kQuoted = 0.85;
constexpr double kWithoutLabel = 0.6, kSmallPrint = 0.95;
// Without a label: what each sign adds, as independent witnesses do.
constexpr double kAfterLead = 0.45, kOwnType = 0.2, kBehindStandard = 0.35, kRunning = 0.25;
constexpr std::size_t kMostLooked = 300;                          // lines of a page: a certificate has fewer
constexpr double kLineGap = 0.9;                                  // of the height: wider is another paragraph
constexpr std::size_t kLeastRunning = 40, kLeastUnlabelled = 16;  // bytes
constexpr double kBareLabel = 0.35;
constexpr double kBesideLabel = 0.97, kBesideWeakLabel = 0.6, kJoinedLanguages = 0.95;
constexpr std::size_t kMostLinesBetween = 3, kMostLinesOver = 20;
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
  ScopeReader(const Sheet& sheet, const Draft& draft)
      : sheet_(sheet),
        holder_(draft.version.holders.empty() ? std::string()
                                              : normalise_name(draft.version.holders.front().name)) {}

  void read(Draft& draft) {
    for (const Anchor& anchor : sheet_.anchors)
      if (anchor.field == LabelField::Scope) collect(anchor);
    if (scopes_.empty()) from_quotations();
    if (scopes_.empty()) from_lead_sentences();
    if (scopes_.empty() || stand_in_annex()) from_running_text();
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
  void collect(const Anchor& anchor) {
    if (is_in_reference(anchor) || goes_on_here(anchor)) return;
    std::vector<Value> values = scope_values_of(sheet_, anchor);
    if (values.empty()) return;
    const Value value = first_line_over(anchor, behind_running_head(behind_lead_in(values.front())));
    TextBlock block = text_block(sheet_, *value.segment, value.text);
    block.text = without_quotation_marks(std::move(block.text));
    add_translation(block, is_in_two_languages(anchor));
    if (block.text.size() < kShortest || is_one_word(block.text) || sends_elsewhere(sheet_, block.text))
      return;
    if (block.lines.front()->text.find('@') != std::string::npos) return;
    bool known = std::ranges::any_of(scopes_, [&](const Scope& other) {
      return other.block.text.find(block.text) != std::string::npos;  // a label within the text of another
    });
    if (known) return;
    const double weight = anchor.weak      ? beside_weak_label(anchor, block)
                          : anchor.guessed ? kGuessedLabel
                                           : kBesideLabel;
    scopes_.push_back({std::move(block), weight});
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

  static bool ends_in_colon(std::string_view text) { return text.ends_with(':') || text.ends_with("："); }

  bool sends_on(const Segment& line) const {
    return sheet_.labels.phrase_in(line.folded.text, PhraseKind::SeeAnnex) != nullptr;
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

  // The same in another language, below it or below its Statement of Applicability. Short texts do not tell
  // their language: under a label in two languages, type that changes tells it.
  void add_translation(TextBlock& block, bool in_two_languages) const {
    if (block.text.find(" / ") != std::string::npos) return;
    if (block.language.empty() && !in_two_languages) return;
    const Segment* last = block.lines.back();
    const Segment* next = last;
    for (std::size_t count = 0; count < kMostLinesBetween; ++count) {
      next = sheet_.neighbours.next_in_block(sheet_.index_of(*next));
      if (next == nullptr || next->box.y - last->box.y > kFarBelow * last->box.height) return;
      if (is_soa_statement(sheet_, *next) || sheet_.field_at_start(*next) == LabelField::Soa) continue;
      if (sheet_.neighbours.begins_with_label(*next)) return;
      TextBlock other = text_block(sheet_, *next, next->text);
      const bool known = !other.language.empty() && !block.language.empty();
      const bool other_type = next->page_index == last->page_index && !same_type(*last, *next);
      if (known ? other.language == block.language : !in_two_languages || !other_type) return;
      if (!is_as_long(block.text, other.text) || sends_on(*next)) return;
      block.text += " / " + other.text;
      block.confidence = std::min(block.confidence, other.confidence);
      return;
    }
  }

  // Chinese and Japanese take a third of the letters, and three bytes each.
  static bool is_as_long(const std::string& one, const std::string& other) {
    return 3 * one.size() > other.size() && 3 * other.size() > one.size();
  }

  // Of labels that were only guessed, on later pages: those are of sites.
  bool stand_in_annex() const {
    return std::ranges::all_of(scopes_, [&](const Scope& scope) {
      return scope.block.lines.front()->page_index > 0 && scope.weight <= kGuessedLabel;
    });
  }

  // "The scope of this certification is bounded by the services of" and, lines below, "Acme, as follows:".
  void from_lead_sentences() {
    for (const Segment& segment : sheet_.segments) {
      if (!sheet_.labels.roles_in(segment.folded.text).has(LabelRole::Scope)) continue;
      const Segment* line = &segment;
      for (std::size_t count = 0; line != nullptr && !ends_in_colon(line->text); ++count) {
        const bool ends = count == kMostLinesBetween || line->text.ends_with('.');
        line = ends ? nullptr : sheet_.neighbours.next_in_block(sheet_.index_of(*line));
        if (line != nullptr && (!same_type(*line, segment) || sheet_.neighbours.begins_with_label(*line)))
          line = nullptr;
      }
      const Segment* next =
          line == nullptr ? nullptr : sheet_.neighbours.next_in_block(sheet_.index_of(*line));
      if (next == nullptr || sheet_.neighbours.begins_with_label(*next)) continue;
      TextBlock block = text_block(sheet_, *next, next->text);
      if (block.text.size() <= kLeastRunning || sends_elsewhere(sheet_, block.text)) continue;
      scopes_.push_back({std::move(block), kGuessedLabel});
      return;
    }
  }

  // Without a label: running text on the first page that stands apart, after words that lead to it or behind
  // the standard.
  void from_running_text() {
    const Segment* standard = nullptr;
    for (const Segment& segment : sheet_.segments)
      if (is_in_body(segment) && !find_standards(segment.text, sheet_.reference).empty()) standard = &segment;
    if (standard == nullptr || !standard->has_position) return;
    std::vector<Scope> found;
    std::size_t looked = 0;
    for (const Segment& line : sheet_.segments) {
      if (line.page_index > 0 || ++looked > kMostLooked) break;
      if (!is_in_body(line) || !may_begin_text(line)) continue;
      TextBlock block = text_block(sheet_, line, line.text);
      if (block.text.size() < kLeastUnlabelled || !may_be_scope(block)) continue;
      const std::string unquoted = without_quotation_marks(block.text);
      const double weight = unquoted == block.text ? weight_without_label(block, &line > standard) : kQuoted;
      block.text = unquoted;
      found.push_back({std::move(block), weight});
    }
    drop_small_print(found);
    const auto best = std::ranges::max_element(found, {}, &Scope::weight);
    if (best == found.end() || (!scopes_.empty() && best->weight < kWithoutLabel)) return;
    // Of texts that nothing leads to the longest is meant.
    for (Scope& scope : found)
      if (&scope != &*best && scope.weight == best->weight &&
          scope.block.text.size() > best->block.text.size())
        std::swap(scope, *best);
    if (best->weight < kWithoutLabel && best->block.text.size() <= kLeastRunning) return;
    add_translation(best->block, false);
    scopes_.insert(scopes_.begin(), std::move(*best));
  }

  // "for the perimeter «Hosting of patients' data»" in mid-sentence.
  void from_quotations() {
    constexpr std::size_t kNear = 24;  // bytes between the word and the quotation
    for (const Segment& segment : sheet_.segments)
      for (const auto& [open, close] :
           {std::pair<std::string_view, std::string_view>{"«", "»"}, {"“", "”"}, {"„", "“"}}) {
        const auto at = segment.text.find(open);
        if (at == std::string::npos || segment.page_index > 0) continue;
        const std::size_t begin = at < kNear ? 0 : at - kNear;
        if (!sheet_.labels.roles_in(fold_label(segment.text.substr(begin, at - begin))).has(LabelRole::Scope))
          continue;
        TextBlock block =
            text_block(sheet_, segment, std::string_view(segment.text).substr(at + open.size()));
        const auto end = block.text.find(close);
        if (end == std::string::npos) continue;
        block.text = block.text.substr(0, end);
        while (block.text.starts_with(' ')) block.text.erase(0, 1);
        while (block.text.ends_with(' ')) block.text.pop_back();
        if (block.text.size() >= kLeastUnlabelled) scopes_.push_back({std::move(block), kQuoted});
        return;
      }
  }

  bool is_in_body(const Segment& segment) const {
    return segment.page_index == 0 && segment.font_size >= kSmallPrint * sheet_.body_size;
  }

  bool may_begin_text(const Segment& line) const {
    if (sheet_.neighbours.begins_with_label(line) || ends_in_colon(line.text)) return false;
    const Segment* above = line_above(sheet_.segments, sheet_.index_of(line));
    // In the middle of a text.
    if (above != nullptr && same_type(*above, line) && !leads_here(*above) &&
        line.box.y - above->box.y - above->box.height < kLineGap * line.box.height)
      return false;
    return !is_lower_case(line.text) || (above != nullptr && leads_here(*above) && !is_running(*above, line));
  }

  // "..., including the" and in the next line "operation of the data centres": one paragraph, which says of
  // itself nothing that leads anywhere.
  bool is_running(const Segment& above, const Segment& line) const {
    return same_type(above, line) && !ends_in_colon(above.text) && above.text.size() > kLeastRunning &&
           find_standards(above.text, sheet_.reference).empty() && !says_conformity(above) &&
           sheet_.labels.phrase_in(above.folded.text, PhraseKind::Certifies) == nullptr &&
           sheet_.labels.phrase_in(above.folded.text, PhraseKind::System) == nullptr &&
           !sheet_.labels.roles_in(above.folded.text).has(LabelRole::Scope);
  }

  bool may_be_scope(const TextBlock& block) const {
    for (const Segment* line : block.lines) {
      if (sheet_.labels.phrase_in(line->folded.text, PhraseKind::Certifies) != nullptr) return false;
      if (!find_standards(line->text, sheet_.reference).empty() || sends_on(*line)) return false;
      if (line->text.find('@') != std::string::npos) return false;
      if (!find_dates(line->text, sheet_.labels, sheet_.orders).empty() || says_conformity(*line))
        return false;
    }
    const Segment& first = *block.lines.front();
    const Segment* above = line_above(sheet_.segments, sheet_.index_of(first));
    const bool led_to = above != nullptr && leads_here(*above);
    if (ends_in_legal_form(first.text) ||
        (!led_to && (looks_like_address(first.text) || is_of_person(first.text))))
      return false;
    if (!holder_.empty() && normalise_name(block.text).starts_with(holder_)) return false;
    if (above != nullptr && leads_to_holder(*above)) return false;
    const Phrase* system = sheet_.labels.phrase_in(first.folded.text, PhraseKind::System);
    return system == nullptr ||
           (block.text.size() > kLeastRunning && 2 * system->folded.size() < block.text.size());
  }

  bool says_conformity(const Segment& line) const {
    const auto at = sheet_.index_of(line);
    return std::ranges::any_of(sheet_.anchors, [&](const Anchor& anchor) {
      return anchor.segment == at && anchor.field == LabelField::Conformity;
    });
  }

  bool leads_to_holder(const Segment& line) const {
    return sheet_.labels.phrase_in(line.folded.text, PhraseKind::System) != nullptr &&
           !sheet_.labels.roles_in(line.folded.text).has(LabelRole::Scope) && is_lead_in(line.text);
  }

  // "Beatrix Phantasm" over what she is.
  static bool is_of_person(std::string_view line) {
    constexpr std::ptrdiff_t kMostBlanks = 3;
    return std::ranges::count(line, ' ') <= kMostBlanks && is_mostly_capitals(line);
  }

  // Words that lead to the text below: a colon, a word of scopes, "in respect of", "for".
  bool leads_here(const Segment& line) const {
    if (ends_in_colon(line.text)) return true;
    const bool scope = sheet_.labels.roles_in(line.folded.text).has(LabelRole::Scope);
    return scope || is_lead_in(line.text);
  }

  double weight_without_label(const TextBlock& block, bool behind_standard) const {
    const Segment& first = *block.lines.front();
    const Segment* above = line_above(sheet_.segments, sheet_.index_of(first));
    double doubt = 1;
    if (above != nullptr && leads_here(*above)) doubt *= 1 - kAfterLead;
    if (above != nullptr && !same_type(*above, first)) doubt *= 1 - kOwnType;
    if (behind_standard) doubt *= 1 - kBehindStandard;
    if (block.text.size() > kLeastRunning) doubt *= 1 - kRunning;
    return 1 - doubt;
  }

  // The first page's is the certificate's; annexes give the sites' own. A later page that certifies the same
  // in another language repeats it.
  void keep_first_page() {
    const TextBlock first = scopes_.front().block;
    const std::size_t page = first.lines.front()->page_index;
    std::erase_if(scopes_, [&](const Scope& scope) {
      const TextBlock& other = scope.block;
      const std::size_t other_page = other.lines.front()->page_index;
      const bool repeats = !first.language.empty() && !other.language.empty() &&
                           first.language != other.language && is_as_long(first.text, other.text) &&
                           certifies(other_page);
      return other_page != page && !repeats;
    });
  }

  // "valid for three years from the decision", at the foot of the page.
  static void drop_small_print(std::vector<Scope>& scopes) {
    double largest = 0;
    for (const Scope& scope : scopes)
      if (scope.weight >= kWithoutLabel) largest = std::max(largest, scope.block.lines.front()->font_size);
    const auto is_small = [&](const Scope& scope) {
      return scope.block.lines.front()->font_size < kSmallPrint * largest;
    };
    std::erase_if(scopes, is_small);
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
    if (first.language.empty() || second.language.empty() || first.language == second.language)
      return std::nullopt;
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
