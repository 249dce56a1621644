#include "reading/unlabelled_scope.h"

#include <algorithm>

#include "certreg/domain/names.h"
#include "reading/name_shape.h"
#include "reading/standards.h"

namespace certreg::reading {
namespace {

// What each sign adds, as independent witnesses do.
constexpr double kAfterLead = 0.45, kOwnType = 0.2, kBehindStandard = 0.35;
constexpr std::size_t kMostLooked = 300;      // lines of a page: a certificate has fewer
constexpr double kLineGap = 0.9;              // of the height: wider is another paragraph
constexpr std::size_t kLeastUnlabelled = 16;  // bytes

bool is_lower_case(std::string_view text) { return text.front() >= 'a' && text.front() <= 'z'; }

class RunningText {
 public:
  RunningText(const Sheet& sheet, const std::string& holder, bool beside_others)
      : sheet_(sheet), holder_(holder), beside_others_(beside_others) {}

  // Without a label: running text on the first page that stands apart, after words that lead to it or behind
  // the standard.
  std::optional<Scope> read() const {
    const Segment* standard = nullptr;
    for (const Segment& segment : sheet_.segments)
      if (is_in_body(segment) && !find_standards(segment.text, sheet_.reference).empty()) standard = &segment;
    if (standard == nullptr || !standard->has_position) return std::nullopt;
    std::vector<Scope> found;
    std::size_t looked = 0;
    for (const Segment& line : sheet_.segments) {
      if (line.page_index > 0 || ++looked > kMostLooked) break;
      if (!is_in_body(line) || !may_begin_text(line)) continue;
      TextBlock block = text_block(sheet_, line, line.text);
      if (block.text.size() < kLeastUnlabelled || !may_be_scope(block)) continue;
      const std::string unquoted = without_quotation_marks(block.text);
      const double weight =
          unquoted == block.text ? weight_without_label(block, &line > standard) : kQuotedScope;
      block.text = unquoted;
      found.push_back({std::move(block), weight});
    }
    drop_small_print(found);
    const auto best = std::ranges::max_element(found, {}, &Scope::weight);
    if (best == found.end() || (beside_others_ && best->weight < kWithoutLabel)) return std::nullopt;
    // Of texts that nothing leads to the longest is meant.
    for (Scope& scope : found)
      if (&scope != &*best && scope.weight == best->weight &&
          scope.block.text.size() > best->block.text.size())
        std::swap(scope, *best);
    if (best->weight < kWithoutLabel && best->block.text.size() <= kLeastRunning) return std::nullopt;
    add_translation(sheet_, best->block, false);
    return std::move(*best);
  }

 private:
  bool is_in_body(const Segment& segment) const {
    return segment.page_index == 0 && segment.font_size >= kSmallPrint * sheet_.body_size;
  }

  bool may_begin_text(const Segment& line) const {
    if (sheet_.neighbours.begins_with_label(line) || ends_in_colon(line.text)) return false;
    const Segment* above = line_above(sheet_.segments, sheet_.index_of(line));
    if (above != nullptr && ends_sentence_of(*above, line)) return false;
    // In the middle of a text.
    if (above != nullptr && same_type(*above, line) && !leads_here(*above) &&
        line.box.y - above->box.y - above->box.height < kLineGap * line.box.height)
      return false;
    return !is_lower_case(line.text) || (above != nullptr && leads_here(*above) && !is_running(*above, line));
  }

  // "上記の組織は、以下の適用範囲において" and in the next line "管理策を運用しています。"
  static bool ends_sentence_of(const Segment& above, const Segment& line) {
    return same_type(above, line) && line.text.ends_with("。") && !above.text.ends_with("。") &&
           !ends_in_colon(above.text);
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
      if (!find_standards(line->text, sheet_.reference).empty() || sends_on(sheet_, *line)) return false;
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
    if (scope || is_lead_in(line.text)) return true;
    const Segment* above = line_above(sheet_.segments, sheet_.index_of(line));
    return above != nullptr && ends_sentence_of(*above, line) &&
           sheet_.labels.roles_in(above->folded.text).has(LabelRole::Scope);
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

  const Sheet& sheet_;
  const std::string& holder_;
  bool beside_others_;
};

}  // namespace

// "for the perimeter «Hosting of patients' data»" in mid-sentence.
std::optional<Scope> quoted_scope(const Sheet& sheet) {
  constexpr std::size_t kNear = 24;  // bytes between the word and the quotation
  for (const Segment& segment : sheet.segments)
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"«", "»"}, {"“", "”"}, {"„", "“"}}) {
      const auto at = segment.text.find(open);
      if (at == std::string::npos || segment.page_index > 0) continue;
      const std::size_t begin = at < kNear ? 0 : at - kNear;
      if (!sheet.labels.roles_in(fold_label(segment.text.substr(begin, at - begin))).has(LabelRole::Scope))
        continue;
      TextBlock block = text_block(sheet, segment, std::string_view(segment.text).substr(at + open.size()));
      const auto end = block.text.find(close);
      if (end == std::string::npos) continue;
      block.text = block.text.substr(0, end);
      while (block.text.starts_with(' ')) block.text.erase(0, 1);
      while (block.text.ends_with(' ')) block.text.pop_back();
      if (block.text.size() < kLeastUnlabelled) return std::nullopt;
      return Scope{std::move(block), kQuotedScope};
    }
  return std::nullopt;
}

// "The scope of this certification is bounded by the services of" and, lines below, "Acme, as follows:".
std::optional<Scope> led_to_scope(const Sheet& sheet) {
  for (const Segment& segment : sheet.segments) {
    if (!sheet.labels.roles_in(segment.folded.text).has(LabelRole::Scope)) continue;
    const Segment* line = &segment;
    for (std::size_t count = 0; line != nullptr && !ends_in_colon(line->text); ++count) {
      const bool ends = count == kMostLinesBetween || line->text.ends_with('.');
      line = ends ? nullptr : sheet.neighbours.next_in_block(sheet.index_of(*line));
      if (line != nullptr && (!same_type(*line, segment) || sheet.neighbours.begins_with_label(*line)))
        line = nullptr;
    }
    const Segment* next = line == nullptr ? nullptr : sheet.neighbours.next_in_block(sheet.index_of(*line));
    if (next == nullptr || sheet.neighbours.begins_with_label(*next)) continue;
    TextBlock block = text_block(sheet, *next, next->text);
    if (block.text.size() <= kLeastRunning || sends_elsewhere(sheet, block.text)) continue;
    return Scope{std::move(block), kGuessedScope};
  }
  return std::nullopt;
}

std::optional<Scope> running_scope(const Sheet& sheet, const std::string& holder, bool beside_others) {
  return RunningText(sheet, holder, beside_others).read();
}

}  // namespace certreg::reading
