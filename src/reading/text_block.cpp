#include "reading/text_block.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "reading/standards.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kMostLines = 80;
constexpr double kParagraphGap = 1.25;                    // of the line's height: wider begins a paragraph
constexpr double kAligned = 2;                            // points: of one column
constexpr double kSameMargin = 3;                         // points
constexpr double kFullLine = 0.35;                        // of the page's width: shorter ends a paragraph
constexpr double kRowGap = 0.9;                           // of the height: wider is another row
constexpr double kWidestGap = 2.6;                        // wider ends the text
constexpr double kTwiceTheUsual = 1.8;                    // of the gap between the lines before
constexpr double kTopOfPage = 0.35, kBottomOfPage = 0.6;  // of the page's height

constexpr std::array<std::string_view, 8> kWordBreakers{"de", "nl", "sv", "pl", "cs", "it", "es", "pt"};

bool is_wide(unsigned char lead) { return lead >= 0xE3; }

// Where the letter begins that the text ends with.
unsigned char last_lead(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return static_cast<unsigned char>(text[at]);
}

bool is_lower(char letter) { return letter >= 'a' && letter <= 'z'; }

bool has_web_address(std::string_view text) {
  return text.find("www.") != std::string_view::npos || text.find("http") != std::string_view::npos ||
         text.find('@') != std::string_view::npos;
}

// "IT-": its hyphen is the word's own.
bool ends_in_acronym(std::string_view text) {
  text.remove_suffix(1);
  const auto blank = text.rfind(' ');
  const std::string_view word = text.substr(blank == std::string_view::npos ? 0 : blank + 1);
  return word.size() > 1 &&
         std::ranges::all_of(word, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

bool starts_with_mark(std::string_view text) {
  constexpr std::array<std::string_view, 6> kMarks{"•", "- ", "– ", "·", "▪", "*"};
  return std::ranges::any_of(kMarks, [&](std::string_view mark) { return text.starts_with(mark); });
}

void grow(Box& box, const Box& by) {
  double right = std::max(box.x + box.width, by.x + by.width);
  double low = std::max(box.y + box.height, by.y + by.height);
  box.x = std::min(box.x, by.x);
  box.y = std::min(box.y, by.y);
  box.width = right - box.x;
  box.height = low - box.y;
}

struct Paragraph {
  std::string text, language;
};

// "(Statement of Applicability: V3.1," goes on in the next line.
bool is_within_brackets(std::string_view text) {
  int open = 0;
  for (const std::string_view mark : {"(", "（"})
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) ++open;
  for (const std::string_view mark : {")", "）"})
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) --open;
  return open > 0;
}

class BlockReader {
 public:
  BlockReader(const Sheet& sheet, const Segment& first, std::string_view words)
      : sheet_(sheet), line_(&first) {
    block_.lines.push_back(&first);
    block_.box = first.box;
    block_.confidence = first.confidence;
    while (words.starts_with(':') || words.starts_with(' ')) words.remove_prefix(1);
    paragraphs_.push_back({std::string(words), sheet.labels.language_of(words)});
  }

  TextBlock read() {
    take_lines_below();
    if (block_.lines.size() < kMostLines) go_on_at_next_page();
    block_.language = paragraphs_.front().language;
    for (std::size_t at = 0; at < paragraphs_.size(); ++at) {
      if (at == 0)
        block_.text = paragraphs_[at].text;
      else if (is_translation(paragraphs_[at]))
        block_.text += " / " + paragraphs_[at].text;
      else
        join_line(block_.text, paragraphs_[at].text, block_.language);
    }
    return std::move(block_);
  }

 private:
  void take_lines_below() {
    while (block_.lines.size() < kMostLines) {
      const Segment* next = sheet_.neighbours.next_in_block(sheet_.index_of(*line_));
      if (next == nullptr || !take(*next)) return;
    }
  }

  bool is_translation(const Paragraph& paragraph) const {
    const std::string& first = paragraphs_.front().language;
    return is_another_language(first, paragraph.language);
  }

  bool ends_text(const Segment& next) const {
    if (!same_type(*block_.lines.front(), next) || has_web_address(next.text)) return true;
    if (next.text.starts_with(':')) return true;  // the value of the next row
    if (begins_next_row(next)) return true;
    const auto label = sheet_.neighbours.label_left_of(next);
    const bool has_other_label = label && *label != LabelField::Scope;
    if (is_within_brackets(paragraphs_.back().text) && !has_other_label &&
        !sheet_.neighbours.begins_with_label(next))
      return false;
    if (is_heading_behind_sentence(next) || is_behind_list(next)) return true;
    if (sheet_.labels.stops_within_sentence(paragraphs_.back().text, paragraphs_.back().language))
      return false;
    if (has_other_label) return true;
    if (is_version_of_soa(next)) return false;
    if (states_conformity(next)) return true;
    if (names_soa_after_colon(next)) return true;
    if (!is_lower(next.text.front()) && is_soa_statement(sheet_, next)) return true;
    return sheet_.neighbours.begins_with_label(next) && !goes_on_in(next) && !is_sentence_on_soa(next) &&
           !is_sentence_on_holder(sheet_, next);
  }

  // "In accordance with the Statement of Applicability, version 3." closes the scope, as the corpus has it;
  // what has a colon is a label of its own.
  bool is_sentence_on_soa(const Segment& next) const {
    return sheet_.field_at_start(next) == LabelField::Soa && next.text.find(':') == std::string::npos &&
           sheet_.labels.roles_in(next.folded.text).has(LabelRole::Conformity);
  }

  // "... and recovery." and in the next line "carried out at the sites:".
  bool is_heading_behind_sentence(const Segment& next) const {
    constexpr std::ptrdiff_t kMostBlanks = 6;
    return paragraphs_.back().text.ends_with('.') && next.text.ends_with(':') &&
           std::ranges::count(next.text, ' ') <= kMostBlanks;
  }

  // Of a list with marks, a line without one that stands further out.
  bool is_behind_list(const Segment& next) const {
    const Segment& first = *block_.lines.front();
    return starts_with_mark(first.text) && !starts_with_mark(next.text) && first.has_position &&
           next.box.x < first.box.x - kSameMargin;
  }

  // In a table: words of the column that the text's own label stands in, which do not go on from the line
  // above them.
  bool begins_next_row(const Segment& next) const {
    const Segment& first = *block_.lines.front();
    const Segment* heading = sheet_.neighbours.left_of(first);
    const Segment* left = sheet_.neighbours.left_of(next);
    if (heading == nullptr || left == nullptr || !first.has_position || !same_type(*heading, *left))
      return false;
    if (sheet_.neighbours.is_over_own_value(*heading)) return false;
    const double at_right = heading->box.x + heading->box.width - left->box.x - left->box.width;
    if (std::abs(heading->box.x - left->box.x) > kAligned && std::abs(at_right) > kAligned) return false;
    const Segment* above = line_above(sheet_.segments, sheet_.index_of(*left));
    const double gap = above == nullptr ? 0 : left->box.y - above->box.y - above->box.height;
    return above == nullptr || gap > kRowGap * left->box.height;
  }

  // "according to" and in the next line "the Statement of Applicability": in mid-sentence no label begins.
  bool goes_on_in(const Segment& next) const {
    const std::string& text = paragraphs_.back().text;
    const bool open = std::string_view(".!?;:").find(text.back()) == std::string_view::npos;
    if (!open || !is_lower(next.text.front())) return false;
    if (begins_with_short_word(next)) return true;
    switch (sheet_.field_at_start(next)) {
      case LabelField::Conformity:
        return names_soa(sheet_, next);
      case LabelField::Soa:
      case LabelField::Holder:
      case LabelField::Scope:
      case LabelField::Address:
      case LabelField::Sites:
      case LabelField::Services:
      case LabelField::Exclusions:
      case LabelField::Other:
        return true;
      default:
        return false;
    }
  }

  // "... on behalf" and in the next line "of hospitals": such a word is a label only where a line begins
  // anew.
  bool begins_with_short_word(const Segment& next) const {
    constexpr std::size_t kShortWord = 3;
    const auto at = sheet_.index_of(next);
    return std::ranges::any_of(sheet_.anchors, [&](const Anchor& anchor) {
      return anchor.segment == at && anchor.begin == 0 && anchor.end <= kShortWord;
    });
  }

  // A sentence of its own: "An audit has shown that the system meets the requirements of". It may run over
  // the next line.
  bool states_conformity(const Segment& next) const {
    const std::string& text = paragraphs_.back().text;
    if ((!text.ends_with('.') && !text.ends_with("。")) || is_lower(next.text.front())) return false;
    const Segment* below = sheet_.neighbours.next_in_block(sheet_.index_of(next));
    const std::string sentence = next.folded.text + (below == nullptr ? "" : " " + below->folded.text);
    if (names_standard(next) && sheet_.labels.roles_in(next.folded.text).has(LabelRole::Conformity) &&
        !names_soa(sheet_, next))
      return true;
    const bool system = sheet_.labels.phrase_in(sentence, PhraseKind::System) != nullptr ||
                        sheet_.labels.phrase_in(sentence, PhraseKind::Certifies) != nullptr;
    return system && sheet_.labels.roles_in(sentence).has(LabelRole::Conformity) &&
           !names_soa(sheet_, next) && (below == nullptr || !names_soa(sheet_, *below));
  }

  bool names_standard(const Segment& line) const {
    return !find_standards(line.text, sheet_.reference).empty();
  }

  // "... in accordance with the Statement of Applicability" and in the next line "Issue 14."
  bool is_version_of_soa(const Segment& next) const {
    const std::string_view first = std::string_view(next.folded.text).substr(0, next.folded.text.find(' '));
    if (!sheet_.labels.roles_in(first).has(LabelRole::Version) || next.text.find(':') != std::string::npos)
      return false;
    const std::string text = fold_label(paragraphs_.back().text);
    return !paragraphs_.back().text.ends_with('.') &&
           std::ranges::any_of(sheet_.labels.labels(), [&](const Label& label) {
             return label.field == LabelField::Soa && label.folded.find(' ') != std::string::npos &&
                    text.ends_with(label.folded);
           });
  }

  // "Basis: Statement of Applicability, version 9"
  bool names_soa_after_colon(const Segment& next) const {
    constexpr std::size_t kLongestLead = 24;
    const auto colon = next.text.find(':');
    return colon != std::string::npos && colon <= kLongestLead &&
           std::ranges::any_of(sheet_.anchors, [&](const Anchor& anchor) {
             return &sheet_.segments[anchor.segment] == &next && anchor.field == LabelField::Soa &&
                    anchor.begin > colon && anchor.begin <= colon + 2;
           });
  }

  bool take(const Segment& next) {
    if (ends_text(next)) return false;
    double height = std::max(line_->box.height, 1.0);
    double gap = next.box.y - line_->box.y - line_->box.height;
    if (gap > kWidestGap * height) return false;
    bool first_gap = usual_gap_ < -100;
    bool wider = !first_gap && gap > 0.4 * height && gap > usual_gap_ + 0.5 * height &&
                 gap > kTwiceTheUsual * usual_gap_;
    // What stands far below is a translation only where its language is sure: else it might widen the scope.
    if (wider && gap > kParagraphGap * height && !is_other(sheet_.labels.language_of(next.text)))
      return false;
    const std::string language = language_of(next);
    const bool other_language = is_other(language);
    if (wider || other_language)
      paragraphs_.push_back({next.text, language});
    else
      join_line(paragraphs_.back().text, next.text, paragraphs_.back().language);
    if (!wider) usual_gap_ = gap;
    if (paragraphs_.back().language.empty())
      paragraphs_.back().language = sheet_.labels.language_of(paragraphs_.back().text);
    add(next);
    return true;
  }

  bool is_other(const std::string& language) const {
    const std::string& own = paragraphs_.back().language;
    return is_another_language(own, language);
  }

  // One short word tells where a line begins anew and the text so far is in another language.
  std::string language_of(const Segment& line) const {
    std::string language = sheet_.labels.language_of(line.text);
    const bool begins = !is_lower(line.text.front()) && !paragraphs_.back().language.empty();
    return language.empty() && begins ? sheet_.labels.language_hinted_in(line.text) : language;
  }

  void add(const Segment& line) {
    if (line.page_index == block_.lines.front()->page_index) grow(block_.box, line.box);
    block_.confidence = std::min(block_.confidence, line.confidence);
    block_.lines.push_back(&line);
    line_ = &line;
  }

  // Only where the text stops in mid-sentence at the foot of its page, or says there what it leaves out.
  void go_on_at_next_page() {
    const Segment& last = *line_;
    if (!last.has_position || last.page_index + 1 >= sheet_.text.pages.size()) return;
    if (last.box.y < kBottomOfPage * sheet_.text.pages[last.page_index].height) return;
    const bool open = std::string_view(".!?;:)。").find(last.text.back()) == std::string_view::npos;
    const bool stops = sheet_.labels.stops_within_sentence(last.text, paragraphs_.back().language);
    if (open && !stops && last.box.width < kFullLine * sheet_.text.pages[last.page_index].width) return;
    for (const Segment& next : sheet_.segments) {
      if (!is_at_top_of_next_page(next, last)) continue;
      const bool goes_on = open ? is_lower(next.text.front())
                                : sheet_.labels.phrase_in(next.folded.text, PhraseKind::Exclusion) != nullptr;
      if (!goes_on) continue;
      const Segment& first = first_of_paragraph(next);
      if (ends_text(first)) return;
      join_line(paragraphs_.back().text, first.text, paragraphs_.back().language);
      add(first);
      take_lines_below();
      return;
    }
  }

  bool is_at_top_of_next_page(const Segment& line, const Segment& last) const {
    return line.page_index == last.page_index + 1 && same_type(last, line) &&
           line.box.y <= kTopOfPage * sheet_.text.pages[line.page_index].height &&
           std::abs(line.box.x - last.box.x) <= kSameMargin;
  }

  // A name may be the first word of the page: what stands close above a line is not left out.
  const Segment& first_of_paragraph(const Segment& line) const {
    const Segment* first = &line;
    for (std::size_t count = 0; count < kMostLines; ++count) {
      const Segment* above = line_above(sheet_.segments, sheet_.index_of(*first));
      if (above == nullptr || !same_type(*above, *first) ||
          std::abs(above->box.x - first->box.x) > kSameMargin ||
          first->box.y - above->box.y - above->box.height > kRowGap * first->box.height ||
          sheet_.neighbours.begins_with_label(*above))
        break;
      first = above;
    }
    return *first;
  }

  const Sheet& sheet_;
  const Segment* line_;
  TextBlock block_;
  std::vector<Paragraph> paragraphs_;
  double usual_gap_ = -1000;
};

}  // namespace

bool is_another_language(const std::string& language, const std::string& than) {
  const bool is_han = (language == "ja" && than == "zh") || (language == "zh" && than == "ja");
  return !language.empty() && !than.empty() && language != than && !is_han;
}

void join_line(std::string& text, std::string_view line, std::string_view language) {
  if (text.empty() || line.empty()) {
    text += line;
    return;
  }
  bool wide = is_wide(last_lead(text)) && is_wide(static_cast<unsigned char>(line.front()));
  bool hyphen = text.ends_with('-') && text.size() > 1 && text[text.size() - 2] != ' ';
  bool breaks = std::ranges::find(kWordBreakers, language) != kWordBreakers.end();
  if (hyphen && is_lower(line.front()) && breaks && !ends_in_acronym(text)) text.pop_back();
  if (!wide && !hyphen) text += ' ';
  text += line;
}

TextBlock text_block(const Sheet& sheet, const Segment& first, std::string_view words) {
  return BlockReader(sheet, first, words).read();
}

}  // namespace certreg::reading
