#include "reading/sheet.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "reading/date_witnesses.h"
#include "reading/guessed_labels.h"

namespace certreg::reading {
namespace {

double usual_size(const std::vector<Segment>& segments) {
  std::map<int, std::size_t> letters;  // by half points
  for (const Segment& segment : segments)
    letters[static_cast<int>(std::lround(segment.font_size * 2))] += segment.text.size();
  if (letters.empty()) return 10;
  return std::ranges::max_element(letters, {}, [](const auto& entry) { return entry.second; })->first / 2.0;
}

bool has_digit(const Segment& line) {
  return std::ranges::any_of(line.text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

// The value of a label over two lines stands beside the first.
const Segment* beside_first_line(const Sheet& sheet, const Anchor& anchor) {
  const Segment* above = line_above(sheet.segments, anchor.segment);
  if (above == nullptr || has_digit(*above) || sheet.neighbours.is_bare_label(*above) ||
      std::abs(above->box.x - sheet.segments[anchor.segment].box.x) > 2)
    return nullptr;
  return sheet.neighbours.right_of(sheet.index_of(*above));
}

// The value over two lines, of which the label in its second language stands beside the second.
bool goes_on_in(const Sheet& sheet, const Segment& first, const Segment& second) {
  constexpr double kClose = 0.7;  // of the height
  return same_type(first, second) && !has_digit(first) &&
         line_above(sheet.segments, sheet.index_of(second)) == &first &&
         second.box.y - first.box.y - first.box.height < kClose * second.box.height;
}

// "Company | Place" over their values, in a type of their own: what stands beside the label is the next
// heading.
bool are_headings(const Sheet& sheet, const Anchor& anchor, const Segment& right) {
  constexpr double kAligned = 2;  // points
  const Segment& label = sheet.segments[anchor.segment];
  if (!label.has_position || !same_type(label, right) || has_digit(right)) return false;
  const Segment* below = sheet.neighbours.next_in_block(anchor.segment);
  const Segment* below_right = sheet.neighbours.next_in_block(sheet.index_of(right));
  if (below == nullptr || below_right == nullptr) return false;
  return std::abs(below->box.x - label.box.x) < kAligned &&
         std::abs(below_right->box.x - right.box.x) < kAligned &&
         std::abs(below->box.y - below_right->box.y) < kAligned && !same_type(label, *below) &&
         same_type(*below, *below_right);
}

// A caption in smaller type close under its value.
const Segment* captioned(const Sheet& sheet, const Anchor& anchor) {
  constexpr double kSmaller = 0.87, kNear = 0.6;  // of the value's size; of the gap below
  const Segment& label = sheet.segments[anchor.segment];
  const Segment* above = sheet.neighbours.above(anchor.segment);
  if (above == nullptr || !label.has_position || label.font_size > kSmaller * above->font_size)
    return nullptr;
  const double centres = above->box.x + above->box.width / 2 - label.box.x - label.box.width / 2;
  const bool centred = std::abs(centres) < 3 && label.text.starts_with("(");
  if (std::abs(above->box.x - label.box.x) > 3 && !centred) return nullptr;
  const Segment* below = sheet.neighbours.next_in_block(anchor.segment);
  if (below == nullptr) return above;
  const double over = label.box.y - above->box.y - above->box.height;
  const double under = below->box.y - label.box.y - label.box.height;
  return over < kNear * under ? above : nullptr;
}

// Words that recognition misread by a letter are compared as the labels have them: "Lertifikat". What is
// quoted stays as it was read.
Folded repaired(const Folded& folded, const Labels& labels) {
  Folded result;
  for (std::size_t at = 0; at < folded.text.size();) {
    const std::size_t end = std::min(folded.text.find(' ', at), folded.text.size());
    const std::string_view word = std::string_view(folded.text).substr(at, end - at);
    const std::string_view right = labels.repaired(word);
    const std::string_view kept = right.empty() ? word : right;
    for (std::size_t letter = 0; letter < kept.size(); ++letter) {
      result.text += kept[letter];
      result.offsets.push_back(folded.offsets[at + std::min(letter, word.size() - 1)]);
    }
    if (end < folded.text.size()) {
      result.text += ' ';
      result.offsets.push_back(folded.offsets[end]);
    }
    at = end + 1;
  }
  result.offsets.push_back(folded.offsets.back());
  return result;
}

std::vector<Segment> repaired(std::vector<Segment> segments, const Labels& labels) {
  for (Segment& segment : segments)
    if (segment.origin == TextOrigin::Ocr) segment.folded = repaired(segment.folded, labels);
  return segments;
}

}  // namespace

Sheet::Sheet(const Text& source, const Labels& words, const Reference& world)
    : text(source),
      labels(words),
      reference(world),
      segments(repaired(segments_of(source, watermarks), words)),
      anchors(find_anchors(segments, words)),
      neighbours(segments, anchors),
      body_size(usual_size(segments)) {
  std::string whole;
  for (const Segment& segment : segments) whole += segment.text + '\n';
  orders.learn(whole);
  std::vector<Anchor> guessed = guessed_anchors(*this);
  if (!guessed.empty()) {
    anchors.insert(anchors.end(), guessed.begin(), guessed.end());
    std::ranges::stable_sort(anchors, {}, &Anchor::segment);
    neighbours.learn(anchors);
  }
  orders = orders_by_cycle(*this);
}

LabelField Sheet::field_at_start(const Segment& segment) const {
  const auto at = index_of(segment);
  for (const Anchor& anchor : anchors)
    if (anchor.segment == at) return anchor.field;
  return LabelField::Other;
}

namespace {

// The value beside a label in two languages may stand between its two lines, in the row of neither.
std::vector<Value> between_labels(const Sheet& sheet, const Anchor& second) {
  constexpr std::size_t kNear = 12;  // segments
  const Segment& lower = sheet.segments[second.segment];
  const Segment* upper = line_above(sheet.segments, second.segment);
  if (upper == nullptr || !lower.has_position || sheet.neighbours.right_of(sheet.index_of(*upper)) != nullptr)
    return {};
  const Segment* nearest = nullptr;
  const std::size_t first = second.segment < kNear ? 0 : second.segment - kNear;
  const std::size_t last = std::min(sheet.segments.size(), second.segment + kNear);
  for (std::size_t at = first; at < last; ++at) {
    const Segment& other = sheet.segments[at];
    const double middle = other.box.y + other.box.height / 2;
    const bool beside = other.page_index == lower.page_index && other.box.x > lower.box.x + lower.box.width &&
                        other.box.x > upper->box.x + upper->box.width;
    if (!beside || middle < upper->box.y || middle > lower.box.y + lower.box.height) continue;
    if (nearest == nullptr || other.box.x < nearest->box.x) nearest = &other;
  }
  if (nearest == nullptr || sheet.neighbours.begins_with_label(*nearest)) return {};
  return {{nearest->text, nearest}};
}

// "The scope of the management system is limited to ...", under a label of the scope.
bool is_sentence_on_scope(const Sheet& sheet, const Segment& line) {
  const auto at = sheet.index_of(line);
  return std::ranges::any_of(sheet.anchors, [&](const Anchor& anchor) {
    return anchor.segment == at && anchor.field == LabelField::Scope && anchor.begin == 0 &&
           !anchor.rest.empty() && line.text.find(':') == std::string::npos && anchor.rest.front() >= 'a' &&
           anchor.rest.front() <= 'z';
  });
}

// Of ": HC 100" in a column of its own, "HC 100".
Value value_in(const Segment& segment) {
  std::string_view text = segment.text;
  while (text.starts_with(':') || text.starts_with(' ')) text.remove_prefix(1);
  return {text.empty() ? segment.text : std::string(text), &segment};
}

// "certificate, with regard to the ...": the line goes on with another label and its words.
bool is_followed_in_sentence(const Sheet& sheet, const Anchor& anchor) {
  return std::ranges::any_of(sheet.anchors, [&](const Anchor& other) {
    return other.segment == anchor.segment && other.begin >= anchor.end && !other.rest.empty();
  });
}

}  // namespace

std::vector<Value> values_of(const Sheet& sheet, const Anchor& anchor) {
  if (anchor.repeats) return between_labels(sheet, anchor);
  if (!anchor.rest.empty()) return {{anchor.rest, &sheet.segments[anchor.segment]}};
  if (is_followed_in_sentence(sheet, anchor)) return {};
  std::vector<Value> values;
  if (const Segment* over = captioned(sheet, anchor)) return {{over->text, over}};
  const Segment* right = sheet.neighbours.right_of(anchor.segment);
  const Segment* first = beside_first_line(sheet, anchor);
  if (first != nullptr && (right == nullptr || anchor.broken || goes_on_in(sheet, *first, *right)))
    values.push_back(value_in(*first));
  else if (right != nullptr && !are_headings(sheet, anchor, *right))
    values.push_back(value_in(*right));
  if (const Segment* below = sheet.neighbours.below(anchor.segment)) values.push_back({below->text, below});
  if (values.empty())
    if (auto left = value_left(sheet, anchor)) values.push_back(*left);
  return values;
}

std::optional<Value> value_above(const Sheet& sheet, const Anchor& anchor) {
  if (!anchor.rest.empty() || anchor.repeats) return std::nullopt;
  const Segment* above = sheet.neighbours.above(anchor.segment);
  return above == nullptr ? std::nullopt : std::optional<Value>({above->text, above});
}

std::optional<Value> value_left(const Sheet& sheet, const Anchor& anchor) {
  if (!anchor.rest.empty() || anchor.repeats) return std::nullopt;
  const Segment* left = sheet.neighbours.left_of(sheet.segments[anchor.segment]);
  if (left == nullptr || sheet.neighbours.begins_with_label(*left)) return std::nullopt;
  return Value{left->text, left};
}

bool is_sentence_on_holder(const Sheet& sheet, const Segment& segment) {
  constexpr std::ptrdiff_t kLeastBlanks = 3;
  const auto at = sheet.index_of(segment);
  return std::ranges::any_of(sheet.anchors, [&](const Anchor& anchor) {
    return anchor.segment == at && anchor.field == LabelField::Holder && anchor.begin == 0 &&
           std::ranges::count(anchor.rest, ' ') >= kLeastBlanks &&
           std::ranges::none_of(anchor.rest, [](char letter) {
             return (letter >= 'A' && letter <= 'Z') || static_cast<unsigned char>(letter) >= 0xD0;
           });
  });
}

std::vector<Value> scope_values_of(const Sheet& sheet, const Anchor& anchor) {
  std::vector<Value> values = values_of(sheet, anchor);
  if (!values.empty()) return values;
  const Segment* beside = anchor.rest.empty() ? next_in_row(sheet.segments, anchor.segment) : nullptr;
  if (beside != nullptr && is_sentence_on_holder(sheet, *beside)) return {{beside->text, beside}};
  constexpr double kFarBelow = 7;  // of the label's height
  const Segment& label = sheet.segments[anchor.segment];
  const Segment* next = sheet.neighbours.next_in_block(anchor.segment);
  if (next == nullptr || (sheet.neighbours.begins_with_label(*next) && !is_sentence_on_scope(sheet, *next)))
    return values;
  if (next->box.y - label.box.y > kFarBelow * label.box.height) return values;
  return {{next->text, next}};
}

}  // namespace certreg::reading
