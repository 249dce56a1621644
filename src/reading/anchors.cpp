#include "reading/anchors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace certreg::reading {
namespace {

// Words before a label that leave its meaning as it is.
constexpr std::array<std::string_view, 20> kPlainWords{
    "holds",    "current", "the", "this", "certificate", "our",    "certification", "das", "der",  "die",
    "aktuelle", "le",      "la",  "el",   "il",          "actual", "and",           "und", "with", "is"};

constexpr std::size_t kMostWordsAbove = 4;  // of a label that is broken over two lines

constexpr std::string_view kSeparators = ":/|;,.(-#";
constexpr std::array<std::string_view, 6> kWideSeparators{"：", "・", "／", "–", "（", "№"};

std::size_t separator_length(std::string_view text) {
  if (text.empty()) return 0;
  if (kSeparators.find(text[0]) != std::string_view::npos || text[0] == ')' || text[0] == ' ') return 1;
  for (std::string_view mark : kWideSeparators)
    if (text.starts_with(mark)) return mark.size();
  return text.starts_with("\xC2\xB0") || text.starts_with("\xC2\xBA") ? 2 : 0;
}

std::string_view without_separators(std::string_view text) {
  while (std::size_t length = separator_length(text)) text.remove_prefix(length);
  while (!text.empty() && (text.back() == ' ' || text.back() == '|' || text.back() == '/' ||
                           text.back() == '-' || text.back() == ';' || text.back() == '('))
    text.remove_suffix(1);
  return text;
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

class SegmentScan {
 public:
  SegmentScan(const Segment& segment, std::size_t index, const Labels& labels)
      : segment_(segment), index_(index), labels_(labels) {}

  // `above`: the folded line before, in which a label may begin.
  std::vector<Anchor> scan(std::string_view above) {
    const std::string& folded = segment_.folded.text;
    for (std::size_t at = take_rest_of_label(above); at < folded.size();) {
      const Label* label = is_word_boundary(folded, at) && folded[at] != ' '
                               ? labels_.longest_at(std::string_view(folded).substr(at))
                               : nullptr;
      if (label != nullptr && accept(*label, at)) {
        at += label->folded.size();
        last_end_ = at;
      } else {
        ++at;
      }
    }
    cut_rests();
    return std::move(anchors_);
  }

 private:
  std::size_t original(std::size_t folded_at) const { return segment_.folded.offsets[folded_at]; }

  // The folded form drops separators: the end of a label is where its last letter ends.
  std::size_t original_end(std::size_t folded_end) const {
    std::size_t end = segment_.folded.offsets[folded_end - 1] + 1;
    while (end < segment_.text.size() && (static_cast<unsigned char>(segment_.text[end]) & 0xC0) == 0x80)
      ++end;
    return end;
  }

  // "... which complies with ISO/IEC 27001 for" and in the next line "the following scope:".
  std::size_t take_rest_of_label(std::string_view above) {
    const std::string& folded = segment_.folded.text;
    for (std::size_t words = 1, cut = above.rfind(' ');
         words <= kMostWordsAbove && cut != std::string_view::npos;
         ++words, cut = cut == 0 ? std::string_view::npos : above.rfind(' ', cut - 1)) {
      const std::string_view tail = above.substr(cut + 1);
      const std::string joined = fmt::format("{} {}", tail, folded);
      const Label* label = labels_.longest_at(joined);
      if (label == nullptr || label->weak || label->folded.size() <= tail.size() + 1) continue;
      if (words_in(label->folded) < 3 || labels_.longest_at(folded) != nullptr) continue;
      const std::size_t end = label->folded.size() - tail.size() - 1;
      anchors_.push_back({label->field, false, true, index_, 0, original_end(end), {}});
      last_end_ = end;
      return end;
    }
    return 0;
  }

  bool accept(const Label& label, std::size_t at) {
    std::size_t begin = original(at), end = original_end(at + label.folded.size());
    std::string_view after = std::string_view(segment_.text).substr(end);
    bool colon = has_colon_first(after), last = without_separators(after).empty();
    bool phrase = words_in(label.folded) >= 3 || (is_wide(label.folded) && label.folded.size() >= 12);
    if (!may_stand_here(label, at, begin, colon, last, phrase)) return false;
    if (!phrase && after.starts_with('.') && !ends_in_abbreviation(label.folded)) return false;
    LabelField field = label.field;
    if (!phrase && changes_meaning(at)) field = LabelField::Other;
    if (phrase && is_dated_or_numbered(field) && changes_meaning(at)) field = LabelField::Other;
    anchors_.push_back({field, label.weak, phrase, index_, begin, end, {}});
    return true;
  }

  bool may_stand_here(const Label& label, std::size_t at, std::size_t begin, bool colon, bool last,
                      bool phrase) const {
    bool first = at == 0, follows_label = last_end_ > 0 && at <= last_end_ + 1;
    bool follows_separator = !first && after_separator(begin);
    if (label.weak && !colon && !last) return first && label.field == LabelField::Number;
    if (is_dated_or_numbered(label.field)) return first || follows_label || follows_separator || colon;
    if (phrase || label.field == LabelField::Conformity)
      return first || follows_label || follows_separator || colon || last;
    return (first || follows_label || follows_separator) && (colon || last);
  }

  bool after_separator(std::size_t begin) const {
    std::string_view before = std::string_view(segment_.text).substr(0, begin);
    while (before.ends_with(' ')) before.remove_suffix(1);
    if (before.empty()) return true;
    if (std::string_view(":/|;(").find(before.back()) != std::string_view::npos) return true;
    return before.ends_with("／") || before.ends_with("：") || before.ends_with("（");
  }

  bool changes_meaning(std::size_t at) const {
    std::string_view before = std::string_view(segment_.folded.text).substr(last_end_, at - last_end_);
    std::size_t begin = original(at);
    if (before.empty() || after_separator(begin)) return false;
    for (std::size_t end = 0; !before.empty(); before.remove_prefix(std::min(end + 1, before.size()))) {
      end = std::min(before.find(' '), before.size());
      std::string_view word = before.substr(0, end);
      if (!word.empty() && std::ranges::find(kPlainWords, word) == kPlainWords.end()) return true;
    }
    return false;
  }

  void cut_rests() {
    for (std::size_t at = 0; at < anchors_.size(); ++at) {
      std::size_t end = at + 1 < anchors_.size() ? anchors_[at + 1].begin : segment_.text.size();
      Anchor& anchor = anchors_[at];
      anchor.rest = without_separators(std::string_view(segment_.text).substr(anchor.end, end - anchor.end));
    }
  }

  const Segment& segment_;
  std::size_t index_;
  const Labels& labels_;
  std::vector<Anchor> anchors_;
  std::size_t last_end_ = 0;  // folded
};

double right(const Box& box) { return box.x + box.width; }
double bottom(const Box& box) { return box.y + box.height; }

bool share_a_row(const Box& one, const Box& other) {
  double shared = std::min(bottom(one), bottom(other)) - std::max(one.y, other.y);
  return shared > 0.5 * std::min(one.height, other.height);
}

bool share_a_column(const Box& one, const Box& other) {
  return std::min(right(one), right(other)) - std::max(one.x, other.x) > 1;
}

bool is_next_line(const Segment& upper, const Segment& lower) {
  return upper.page_index == lower.page_index && share_a_column(upper.box, lower.box) &&
         lower.box.y > upper.box.y && lower.box.y - bottom(upper.box) < upper.box.height;
}

bool is_separator_only(const Segment& segment) { return without_separators(segment.text).empty(); }

constexpr std::size_t kNear = 80;  // segments before and after among which neighbours are sought

}  // namespace

std::vector<Anchor> find_anchors(const std::vector<Segment>& segments, const Labels& labels) {
  std::vector<Anchor> anchors;
  for (std::size_t index = 0; index < segments.size(); ++index) {
    std::string_view above = index > 0 && is_next_line(segments[index - 1], segments[index])
                                 ? segments[index - 1].folded.text
                                 : "";
    std::vector<Anchor> found = SegmentScan(segments[index], index, labels).scan(above);
    anchors.insert(anchors.end(), found.begin(), found.end());
  }
  return anchors;
}

Neighbours::Neighbours(const std::vector<Segment>& segments, const std::vector<Anchor>& anchors)
    : segments_(segments), labelled_(segments.size()) {
  for (const Anchor& anchor : anchors)
    if (anchor.begin == 0) labelled_[anchor.segment] = true;
}

bool Neighbours::begins_with_label(const Segment& segment) const { return labelled_[index_of(segment)]; }

const Segment* Neighbours::right_of(std::size_t segment) const {
  const Segment& label = segments_[segment];
  const Segment* nearest = nullptr;
  for (std::size_t at = segment < kNear ? 0 : segment - kNear;
       at < std::min(segments_.size(), segment + kNear); ++at) {
    const Segment& other = segments_[at];
    if (at == segment || other.page_index != label.page_index || !share_a_row(label.box, other.box)) continue;
    if (other.box.x < right(label.box) - 1 || is_separator_only(other)) continue;
    if (nearest == nullptr || other.box.x < nearest->box.x) nearest = &other;
  }
  return nearest != nullptr && !begins_with_label(*nearest) ? nearest : nullptr;
}

const Segment* Neighbours::next_in_block(std::size_t segment) const {
  const Segment& upper = segments_[segment];
  const Segment* nearest = nullptr;
  for (std::size_t at = segment + 1; at < std::min(segments_.size(), segment + kNear); ++at) {
    const Segment& other = segments_[at];
    if (other.page_index != upper.page_index || !share_a_column(upper.box, other.box)) continue;
    if (other.box.y < bottom(upper.box) - 0.4 * upper.box.height || is_separator_only(other)) continue;
    if (nearest == nullptr || other.box.y < nearest->box.y) nearest = &other;
  }
  return nearest;
}

const Segment* Neighbours::below(std::size_t segment) const {
  const Segment& label = segments_[segment];
  const Segment* next = next_in_block(segment);
  if (next == nullptr || begins_with_label(*next)) return nullptr;
  double gap = next->box.y - bottom(label.box);
  return gap <= 3 * std::max(label.box.height, next->box.height) ? next : nullptr;
}

}  // namespace certreg::reading
