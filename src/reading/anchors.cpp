#include "reading/anchors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reading/neighbours.h"

namespace certreg::reading {
namespace {

// Words before a label that leave its meaning as it is.
constexpr std::array<std::string_view, 20> kPlainWords{
    "holds",    "current", "the", "this", "certificate", "our",    "certification", "das", "der",  "die",
    "aktuelle", "le",      "la",  "el",   "il",          "actual", "and",           "und", "with", "is"};

constexpr std::size_t kMostWordsAbove = 8;  // of a label that is broken over two lines

constexpr std::string_view kSeparators = ":/|;,.(-#";
constexpr std::array<std::string_view, 8> kWideSeparators{"：", "・", "／", "–", "（", "№", "·", "•"};

std::size_t separator_length(std::string_view text) {
  if (text.empty()) return 0;
  if (kSeparators.find(text[0]) != std::string_view::npos || text[0] == ')' || text[0] == ' ') return 1;
  for (std::string_view mark : kWideSeparators)
    if (text.starts_with(mark)) return mark.size();
  return text.starts_with("\xC2\xB0") || text.starts_with("\xC2\xBA") ? 2 : 0;
}

bool has_colon_first(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with(')')) text.remove_prefix(1);
  return text.starts_with(':') || text.starts_with("：");
}

bool is_dated_or_numbered(LabelField field) {
  switch (field) {
    case LabelField::Holder:
    case LabelField::Scope:
    case LabelField::Issuer:
    case LabelField::Accreditation:
    case LabelField::Address:
    case LabelField::Sites:
    case LabelField::Standard:
    case LabelField::Status:
    case LabelField::Soa:
    case LabelField::Conformity:
      return false;
    default:
      return true;
  }
}

std::ptrdiff_t words_in(std::string_view folded) { return 1 + std::ranges::count(folded, ' '); }

// "Certificate no.", "Registrier-Nr.": the point does not end a sentence.
bool ends_in_abbreviation(std::string_view folded) {
  constexpr std::size_t kLongest = 5;
  const auto blank = folded.rfind(' ');
  return folded.size() - (blank == std::string_view::npos ? 0 : blank + 1) <= kLongest;
}

bool is_wide(std::string_view folded) { return static_cast<unsigned char>(folded[0]) >= 0xE0; }

bool is_phrase(const Label& label) {
  return words_in(label.folded) >= 3 || !label.after.empty() ||
         (is_wide(label.folded) && label.folded.size() >= 12);
}

bool is_date_field(LabelField field) {
  switch (field) {
    case LabelField::Issued:
    case LabelField::Revised:
    case LabelField::FirstIssued:
    case LabelField::ValidFrom:
    case LabelField::Expires:
    case LabelField::RecertificationDue:
    case LabelField::Validity:
    case LabelField::PreviousExpiry:
    case LabelField::RecertificationAudited:
    case LabelField::Decided:
      return true;
    default:
      return false;
  }
}

// The folded form drops separators: the end of a label is where its last letter ends.
std::size_t original_end(const Segment& segment, std::size_t folded_end) {
  std::size_t end = segment.folded.offsets[folded_end - 1] + 1;
  while (end < segment.text.size() && (static_cast<unsigned char>(segment.text[end]) & 0xC0) == 0x80) ++end;
  return end;
}

struct PlacedMatch {
  const Label* label = nullptr;
  std::size_t begin = 0, end = 0;  // of the folded text
};

class SegmentScan {
 public:
  SegmentScan(const Segment& segment, std::size_t index, const Labels& labels)
      : segment_(segment), index_(index), labels_(labels) {}

  // `from`: where in the folded text to begin, behind the rest of a label from the line above.
  std::vector<Anchor> scan(std::vector<Anchor> begun, std::size_t from) {
    anchors_ = std::move(begun);
    last_end_ = from;
    const std::string& folded = segment_.folded.text;
    for (std::size_t at = from; at < folded.size();) {
      Labels::Match match;
      if (is_word_boundary(folded, at) && folded[at] != ' ')
        match = labels_.longest_at(std::string_view(folded).substr(at));
      if (match.label != nullptr && accept({match.label, at, at + match.length})) {
        at += match.length;
        last_end_ = at;
      } else {
        ++at;
      }
    }
    cut_rests();
    return std::move(anchors_);
  }

 private:
  bool accept(const PlacedMatch& match) {
    const Label& label = *match.label;
    std::size_t begin = segment_.folded.offsets[match.begin], end = original_end(segment_, match.end);
    std::string_view after = std::string_view(segment_.text).substr(end);
    bool colon = has_colon_first(after), last = without_separators(after).empty();
    bool phrase = is_phrase(label);
    if (!may_stand_here(match, begin, colon, last, phrase) && !is_dated_here(match, after)) return false;
    if (!phrase && after.starts_with('.') && !ends_in_abbreviation(label.folded)) return false;
    LabelField field = label.field;
    const bool leads_in = field == LabelField::Holder || (field == LabelField::Scope && last && colon);
    const bool in_sentence = is_date_field(field) && !label.weak && words_in(label.folded) >= 2;
    if (!phrase && !leads_in && changes_meaning(match.begin) &&
        (!in_sentence || has_roles_before(match.begin)))
      field = LabelField::Other;
    if (phrase && is_dated_or_numbered(field) && changes_meaning(match.begin) &&
        has_roles_before(match.begin))
      field = LabelField::Other;
    if (label.field == LabelField::Expires && field == LabelField::Other && is_of_previous(match.begin))
      field = LabelField::PreviousExpiry;
    anchors_.push_back({field, label.weak, phrase, index_, begin, end, false, {}});
    return true;
  }

  bool may_stand_here(const PlacedMatch& match, std::size_t begin, bool colon, bool last, bool phrase) const {
    const Label& label = *match.label;
    bool first = match.begin == 0, follows_label = last_end_ > 0 && match.begin <= last_end_ + 1;
    bool follows_separator = !first && after_separator(begin);
    if (label.weak && label.field == LabelField::Number && (!first || goes_on_in_number(match.end)))
      return false;
    if (label.weak && !colon && !last) return first && label.field == LabelField::Number;
    if (label.field == LabelField::Soa && first) return true;  // "SoA version 3 of ..."
    if (is_dated_or_numbered(label.field)) return first || follows_label || follows_separator || colon;
    const bool lead_in = (label.field == LabelField::Holder && words_in(label.folded) >= 2) ||
                         (label.field == LabelField::Scope && last && (colon || words_in(label.folded) >= 2));
    if (phrase || lead_in || label.field == LabelField::Conformity)
      return first || follows_label || follows_separator || colon || last;
    return (first || follows_label || follows_separator) && (colon || last);
  }

  // "BR-1234": the letters are the number's own.
  bool goes_on_in_number(std::size_t folded_end) const {
    const std::string_view after = std::string_view(segment_.text).substr(original_end(segment_, folded_end));
    return after.size() > 1 && (after[0] == '-' || after[0] == '/') && after[1] != ' ';
  }

  // "Issue 1. Certified since 11 March 2024", in mid-sentence: a date follows at once.
  bool is_dated_here(const PlacedMatch& match, std::string_view after) const {
    const Label& label = *match.label;
    if (label.weak || !is_date_field(label.field) || words_in(label.folded) < 2) return false;
    after = without_separators(after);
    if (after.empty()) return false;
    if (after[0] >= '0' && after[0] <= '9') return true;
    const std::string word = fold_label(after.substr(0, after.find_first_of(" .,")));
    return labels_.month_of(word) != 0;
  }

  bool after_separator(std::size_t begin) const {
    std::string_view before = std::string_view(segment_.text).substr(0, begin);
    while (before.ends_with(' ')) before.remove_suffix(1);
    if (before.empty()) return true;
    if (std::string_view(":/|;(").find(before.back()) != std::string_view::npos) return true;
    return is_numbering(before) || std::ranges::any_of(kWideSeparators, [&](std::string_view mark) {
             return before.ends_with(mark);
           });
  }

  // "2." before a label.
  static bool is_numbering(std::string_view before) {
    constexpr std::size_t kLongest = 3;
    return before.size() > 1 && before.size() <= kLongest && (before.back() == '.' || before.back() == ')') &&
           before.find_first_not_of("0123456789") == before.size() - 1;
  }

  bool changes_meaning(std::size_t at) const {
    std::string_view before = std::string_view(segment_.folded.text).substr(last_end_, at - last_end_);
    std::size_t begin = segment_.folded.offsets[at];
    if (before.empty() || after_separator(begin) || ends_sentence(begin)) return false;
    for (std::size_t end = 0; !before.empty(); before.remove_prefix(std::min(end + 1, before.size()))) {
      end = std::min(before.find(' '), before.size());
      std::string_view word = before.substr(0, end);
      if (!word.empty() && std::ranges::find(kPlainWords, word) == kPlainWords.end()) return true;
    }
    return false;
  }

  // "Last expiry date", "Poprzednia data ważności"
  bool is_of_previous(std::size_t at) const {
    const std::string_view before = std::string_view(segment_.folded.text).substr(last_end_, at - last_end_);
    return labels_.roles_in(before).has(LabelRole::Previous);
  }

  // "and the previous certificate was valid until": of words in a sentence only those with a meaning count.
  bool has_roles_before(std::size_t at) const {
    std::string_view before = std::string_view(segment_.folded.text).substr(0, at);
    const auto value = before.find_last_of("0123456789");
    if (value != std::string_view::npos) before.remove_prefix(value + 1);
    LabelRoles roles = labels_.roles_in(before);
    roles.remove(LabelRole::Certificate);
    roles.remove(LabelRole::Number);
    roles.remove(LabelRole::Holder);
    return roles.bits != 0;
  }

  bool ends_sentence(std::size_t begin) const {
    std::string_view before = std::string_view(segment_.text).substr(0, begin);
    return before.ends_with(". ") || before.ends_with(", ");
  }

  void cut_rests() {
    for (std::size_t at = 0; at < anchors_.size(); ++at) {
      std::size_t end = at + 1 < anchors_.size() ? anchors_[at + 1].begin : segment_.text.size();
      Anchor& anchor = anchors_[at];
      anchor.rest = without_separators(std::string_view(segment_.text).substr(anchor.end, end - anchor.end));
      if (anchor.field == LabelField::Scope && (ends_label(anchor.rest) || leads_on(anchor.rest)))
        anchor.rest.clear();
      if (is_date_field(anchor.field) && is_in_open_bracket(anchor.end)) anchor.rest.clear();
    }
  }

  // "Expiry (subject to the continued" and in the next line "operation of the system)".
  bool is_in_open_bracket(std::size_t end) const {
    const std::string_view rest = std::string_view(segment_.text).substr(end);
    const auto letter = rest.find_first_not_of(' ');
    if (letter == std::string_view::npos) return false;
    const bool opens = rest.substr(letter).starts_with('(') || rest.substr(letter).starts_with("（");
    return opens && rest.find(')') == rest.npos && rest.find("）") == rest.npos &&
           std::ranges::none_of(rest, [](char sign) { return sign >= '0' && sign <= '9'; });
  }

  // "para las actividades de", and the text in the next line.
  bool leads_on(const std::string& rest) const {
    return rest.find(' ') == std::string::npos && labels_.stops_within_sentence("x " + rest, "");
  }

  // "for the following scope of registration": the last words are the label's.
  bool ends_label(std::string_view rest) const {
    constexpr std::ptrdiff_t kMostBlanks = 2;
    if (rest.empty() || rest[0] < 'a' || rest[0] > 'z' || std::ranges::count(rest, ' ') > kMostBlanks)
      return false;
    return labels_.roles_in(fold_label(rest)).has(LabelRole::Certificate);
  }

  const Segment& segment_;
  std::size_t index_;
  const Labels& labels_;
  std::vector<Anchor> anchors_;
  std::size_t last_end_ = 0;  // folded
};

// A label that begins with the last words of `above` and ends in `segment`.
struct BrokenLabel {
  const Label* label = nullptr;
  std::size_t begin_above = 0;  // in the folded text of the line above
  std::size_t end = 0;          // in the folded text
};

// "... which complies with ISO/IEC 27001 for" and in the next line "the following scope:".
BrokenLabel broken_label(const Segment& above, const Segment& segment, const Labels& labels) {
  const std::string_view folded = segment.folded.text, before = above.folded.text;
  BrokenLabel longest;
  std::size_t begin = before.size();
  for (std::size_t words = 0; words < kMostWordsAbove && begin > 0; ++words) {
    const std::size_t blank = begin < 2 ? std::string_view::npos : before.rfind(' ', begin - 2);
    begin = blank == std::string_view::npos ? 0 : blank + 1;
    const std::size_t tail = before.size() - begin;
    const Labels::Match match = labels.longest_at(fmt::format("{} {}", before.substr(begin), folded));
    if (match.label == nullptr || match.label->weak || match.length <= tail + 1) continue;
    // Of two words, each alone in its line: "Registration" over "number".
    const bool alone = begin == 0 && match.length - tail - 1 == folded.size();
    if (words_in(match.label->folded) < 3 && !alone) continue;
    // The line has a longer label of its own: "Valid until" and below "Date of certification".
    if (labels.longest_at(folded).length > match.length - tail - 1) continue;
    longest = {match.label, begin, match.length - tail - 1};
  }
  return longest;
}

// Shorter labels that were found where a longer one begins are not what is printed.
void take_back(std::vector<Anchor>& anchors, std::size_t segment, std::size_t begin) {
  std::erase_if(anchors,
                [&](const Anchor& other) { return other.segment == segment && other.begin >= begin; });
}

// "... It was first" and in the next line "granted on 22nd July 2019": the line above tells which day it is.
void mark_first_issues(std::vector<Anchor>& anchors, const std::vector<Segment>& segments,
                       const Labels& labels) {
  constexpr std::size_t kLastWords = 12;  // bytes
  for (Anchor& anchor : anchors) {
    const Segment& segment = segments[anchor.segment];
    const Segment* above = line_above(segments, anchor.segment);
    const bool begins =
        anchor.begin == 0 && !anchor.rest.empty() && segment.text[0] >= 'a' && segment.text[0] <= 'z';
    if (!begins || anchor.field != LabelField::Issued || above == nullptr || !same_type(*above, segment))
      continue;
    std::string_view last = above->folded.text;
    if (last.size() > kLastWords) last.remove_prefix(last.find(' ', last.size() - kLastWords) + 1);
    if (labels.roles_in(last).has(LabelRole::First)) anchor.field = LabelField::FirstIssued;
  }
}

// Each has a value of its own beside it: two days of issue.
bool have_own_values(const std::vector<Segment>& segments, std::size_t upper, std::size_t lower) {
  if (!segments[upper].has_position || !segments[lower].has_position) return false;
  const Segment* first = next_in_row(segments, upper);
  const Segment* second = next_in_row(segments, lower);
  return first != nullptr && second != nullptr && first != second;
}

// A label in a second language, below the first.
void mark_repeats(std::vector<Anchor>& anchors, const std::vector<Segment>& segments) {
  for (Anchor& anchor : anchors) {
    const Segment* above = line_above(segments, anchor.segment);
    if (above == nullptr || !anchor.rest.empty()) continue;
    const auto at = static_cast<std::size_t>(above - segments.data());
    anchor.repeats = std::ranges::any_of(anchors,
                                         [&](const Anchor& other) {
                                           return other.segment == at && other.begin <= 1 &&
                                                  other.field == anchor.field && other.rest.empty();
                                         }) &&
                     !have_own_values(segments, at, anchor.segment);
  }
}

}  // namespace

std::string_view without_separators(std::string_view text) {
  while (std::size_t length = separator_length(text)) text.remove_prefix(length);
  while (!text.empty() && (text.back() == ' ' || text.back() == '|' || text.back() == '/' ||
                           text.back() == '-' || text.back() == ';' || text.back() == '('))
    text.remove_suffix(1);
  return text;
}

std::vector<Anchor> find_anchors(const std::vector<Segment>& segments, const Labels& labels) {
  std::vector<Anchor> anchors;
  for (std::size_t index = 0; index < segments.size(); ++index) {
    std::vector<Anchor> begun;
    std::size_t from = 0;
    const Segment* above = line_above(segments, index);
    if (above != nullptr && same_type(*above, segments[index])) {
      const BrokenLabel broken = broken_label(*above, segments[index], labels);
      if (broken.label != nullptr) {
        const auto at = static_cast<std::size_t>(above - segments.data());
        take_back(anchors, at, above->folded.offsets[broken.begin_above]);
        begun.push_back({broken.label->field,
                         false,
                         true,
                         index,
                         0,
                         original_end(segments[index], broken.end),
                         false,
                         {}});
        begun.back().broken = true;
        from = broken.end;
      }
    }
    std::vector<Anchor> found = SegmentScan(segments[index], index, labels).scan(std::move(begun), from);
    anchors.insert(anchors.end(), found.begin(), found.end());
  }
  std::ranges::stable_sort(anchors, {}, &Anchor::segment);
  mark_repeats(anchors, segments);
  mark_first_issues(anchors, segments, labels);
  return anchors;
}

}  // namespace certreg::reading
