#include "reading/guessed_labels.h"

#include <algorithm>

#include "reading/date_witnesses.h"
#include "reading/name_shape.h"
#include "reading/standards.h"

namespace certreg::reading {
namespace {

constexpr std::ptrdiff_t kMostWords = 8;
constexpr std::size_t kLongestLabel = 70;  // bytes
constexpr std::ptrdiff_t kMostScopeWords = 5, kMostLeadWords = 12;
constexpr double kSolid = 0.6;             // of the height: lines of one paragraph
constexpr std::size_t kLeastRunning = 40;  // bytes of a line of running text

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

// Up to a colon, or the whole of a short line.
std::size_t length_of_label(std::string_view text) {
  std::size_t colon = std::min(text.find(':'), text.find("："));
  if (colon != std::string_view::npos && colon <= kLongestLabel) return colon;
  return std::ranges::count(text, ' ') < kMostWords && text.size() <= kLongestLabel ? text.size() : 0;
}

bool begins_in_digit(std::string_view text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

std::string_view last_words(std::string_view folded, std::ptrdiff_t count) {
  std::size_t at = folded.size();
  while (count > 0 && at != std::string_view::npos && at > 0) {
    at = folded.rfind(' ', at - 1);
    --count;
  }
  return at == std::string_view::npos || at == 0 ? folded : folded.substr(at + 1);
}

class Guesser {
 public:
  explicit Guesser(const Sheet& sheet) : sheet_(sheet), labelled_(sheet.segments.size()) {
    for (const Anchor& anchor : sheet.anchors) {
      if (!anchor.weak || !anchor.rest.empty() || is_dated(anchor.field)) labelled_[anchor.segment] = true;
      const Segment* first = anchor.broken ? line_above(sheet.segments, anchor.segment) : nullptr;
      if (first != nullptr) labelled_[sheet.index_of(*first)] = true;
    }
  }

  std::vector<Anchor> guess() {
    for (std::size_t at = 0; at < sheet_.segments.size(); ++at)
      if (!labelled_[at]) guess_at(at);
    return std::move(anchors_);
  }

 private:
  void guess_at(std::size_t at) {
    const Segment& segment = sheet_.segments[at];
    if (leads_in(at)) return;
    const std::size_t length = length_of_label(segment.text);
    if (length == segment.text.size() && (sheet_.neighbours.label_left_of(segment) || goes_on_from_above(at)))
      return;  // a value
    if (length < 3 || has_digit(std::string_view(segment.text).substr(0, length))) return;
    const LabelRoles roles =
        sheet_.labels.roles_in(fold_label(std::string_view(segment.text).substr(0, length)));
    if (roles.bits == 0) return;
    Anchor anchor{LabelField::Other, false, true, at, 0, length, false, {}};
    anchor.guessed = true;
    anchor.rest = without_separators(std::string_view(segment.text).substr(length));
    for (LabelField field : fields_of(roles)) {
      anchor.field = field;
      if (!has_value(anchor)) continue;
      anchors_.push_back(std::move(anchor));
      return;
    }
  }

  // "Development of photovoltaic" and in the next line "monitoring system software".
  bool goes_on_from_above(std::size_t at) const {
    const Segment& segment = sheet_.segments[at];
    const Segment* above = line_above(sheet_.segments, at);
    return above != nullptr && same_type(*above, segment) && segment.text[0] >= 'a' &&
           segment.text[0] <= 'z' && above->text.size() > kLeastRunning &&
           segment.box.y - above->box.y - above->box.height < kSolid * segment.box.height;
  }

  static std::vector<LabelField> fields_of(LabelRoles roles) {
    std::vector<LabelField> fields;
    if (auto dated = dated_field(roles)) fields.push_back(*dated);
    if (roles.has(LabelRole::Number) && roles.has(LabelRole::Trap)) fields.push_back(LabelField::Other);
    if (roles.has(LabelRole::Number) && roles.has(LabelRole::Certificate) && !roles.has(LabelRole::Trap))
      fields.push_back(LabelField::Number);
    return fields;
  }

  bool has_value(const Anchor& anchor) const {
    std::vector<Value> values = values_of(sheet_, anchor);
    if (auto above = value_above(sheet_, anchor)) values.push_back(*above);
    return std::ranges::any_of(values, [&](const Value& value) {
      if (anchor.field == LabelField::Number) return !number_in(value.text).empty();
      const auto dates = find_dates(value.text, sheet_.labels, sheet_.orders);
      const bool dated = !dates.empty() && dates.front().begin < 12;
      return anchor.field == LabelField::Other ? dated || !number_in(value.text).empty() : dated;
    });
  }

  // "... meets ISO/IEC 27001 within this scope:", "We attest that the management system of"
  bool leads_in(std::size_t at) {
    const Segment& segment = sheet_.segments[at];
    std::string_view text = segment.text;
    const bool colon = text.ends_with(":") || text.ends_with("：");
    if (colon &&
        sheet_.labels.roles_in(last_words(segment.folded.text, kMostScopeWords)).has(LabelRole::Scope))
      return push(LabelField::Scope, at);
    if (is_lone_link(segment.folded.text)) return push(LabelField::Scope, at);
    if (const auto colon_at = segment.has_position ? before_running_text(text) : 0; colon_at > 0) {
      push(LabelField::Scope, at);
      anchors_.back().end = colon_at;
      anchors_.back().rest = without_separators(text.substr(colon_at));
      return true;
    }
    if (is_scope_heading(at)) return push(LabelField::Scope, at);
    if (sheet_.neighbours.has_left(segment) || std::ranges::count(text, ' ') >= kMostLeadWords) return false;
    if (segment.has_position && next_in_row(sheet_.segments, at) != nullptr) return false;
    const bool system = sheet_.labels.phrase_in(segment.folded.text, PhraseKind::System) != nullptr ||
                        sheet_.labels.phrase_in(segment.folded.text, PhraseKind::Certifies) != nullptr;
    if (system && is_lead_in(text) && find_standards(text, sheet_.reference).empty())
      return push(LabelField::Holder, at);
    return false;
  }

  // "Activities: Provision of ...": where the few words end that a running text follows.
  std::size_t before_running_text(std::string_view text) const {
    constexpr std::size_t kLongest = 32;
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon > kLongest || text.size() - colon < kLeastRunning) return 0;
    if (has_digit(text.substr(0, colon))) return 0;
    const LabelRoles roles = sheet_.labels.roles_in(fold_label(text.substr(0, colon)));
    return roles.has(LabelRole::Scope) ? colon : 0;
  }

  // "for", or "per / for", between two texts, centred.
  static bool is_lone_link(std::string_view folded) {
    static constexpr std::string_view kLinks[] = {"for",  "per", "para", "pour", "fur",
                                                  "voor", "pro", "dla",  "для",  "icin"};
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', at), folded.size());
      if (std::ranges::find(kLinks, folded.substr(at, end - at)) == std::end(kLinks)) return false;
      at = end + 1;
    }
    return !folded.empty();
  }

  // A short line with a word of scopes over running text.
  bool is_scope_heading(std::size_t at) const {
    const Segment& segment = sheet_.segments[at];
    if (std::ranges::count(segment.text, ' ') >= kMostScopeWords) return false;
    if (!sheet_.labels.roles_in(segment.folded.text).has(LabelRole::Scope)) return false;
    const Segment* below = sheet_.neighbours.below(at);
    return below != nullptr && below->text.size() > kLeastRunning && !looks_like_address(below->text) &&
           !begins_in_digit(segment.text) &&
           (segment.font != below->font || segment.font_size > 1.05 * below->font_size);
  }

  bool push(LabelField field, std::size_t at) {
    Anchor anchor{field, false, true, at, 0, sheet_.segments[at].text.size(), false, {}};
    anchor.guessed = true;
    anchors_.push_back(std::move(anchor));
    return true;
  }

  const Sheet& sheet_;
  std::vector<bool> labelled_;
  std::vector<Anchor> anchors_;
};

}  // namespace

std::optional<LabelField> dated_field(LabelRoles roles) {
  using enum LabelRole;
  if (roles.has(Other) || roles.has(Trap)) return LabelField::Other;
  if (roles.has(Previous) && roles.has(Expires)) return LabelField::PreviousExpiry;
  if (roles.has(Previous) && roles.has(Certificate) && roles.has(Issued)) return LabelField::Other;
  if (roles.has(Recertification) && roles.has(Audit)) return LabelField::RecertificationAudited;
  if (roles.has(Recertification) && (roles.has(Due) || roles.has(Expires)))
    return LabelField::RecertificationDue;
  if (roles.has(Audit)) return LabelField::Other;
  if (roles.has(Decided)) return LabelField::Decided;
  if (roles.has(First)) return LabelField::FirstIssued;
  if (roles.has(Expires) && roles.has(From)) return LabelField::Validity;
  if (roles.has(Expires)) return LabelField::Expires;
  if (roles.has(Revised)) return LabelField::Revised;
  if (roles.has(From)) return LabelField::ValidFrom;
  if (roles.has(Issued)) return LabelField::Issued;
  return std::nullopt;
}

std::vector<Anchor> guessed_anchors(const Sheet& sheet) { return Guesser(sheet).guess(); }

}  // namespace certreg::reading
