#include "reading/name_lines.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "reading/name_shape.h"
#include "reading/standards.h"

namespace certreg::reading {
namespace {

constexpr double kUnsureEnd = 0.7, kNoForm = 0.93, kUnsureCut = 0.8;
constexpr std::size_t kMostAddressLines = 8;
constexpr std::ptrdiff_t kMostSmallWords = 4;  // in a line of an address
constexpr double kFullLine = 1.15;             // of the next line's width
constexpr double kLineGap = 0.9;               // of the height: wider is another paragraph
constexpr double kFarBelow = 3;                // of the height, from line to line

// A quotation mark or a bracket is open at the end: «Общество с».
bool is_within_quotation(std::string_view text) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"«", "»"}, {"“", "”"}, {"(", ")"}}) {
    const auto begin = text.rfind(open);
    if (begin != std::string_view::npos && text.find(close, begin) == std::string_view::npos) return true;
  }
  return false;
}

// Chinese, Japanese, Korean letters.
bool is_wide_script(std::string_view name) {
  return std::ranges::count_if(name, [](char letter) { return static_cast<unsigned char>(letter) >= 0xE3; }) >
         0;
}

// The lines of a name that begins in a line, and the address below them.
class NameLines {
 public:
  NameLines(const Sheet& sheet, const Segment& first, std::string words) : sheet_(sheet), line_(&first) {
    name_.text = trimmed(behind_system(std::move(words)));
    name_.box = first.box;
    name_.confidence = first.confidence;
  }

  NameOverLines read() {
    std::string alone = without_address(name_.text);
    if (alone != name_.text) {
      name_.address = trimmed(name_.text.substr(alone.size()));
      name_.text = std::move(alone);
      if (!has_legal_form(name_.text)) name_.sureness *= kUnsureCut;
      return std::move(name_);
    }
    while (lines_ < kMostNameLines && take_line()) ++lines_;
    if (!has_legal_form(name_.text)) name_.sureness *= lines_ == 1 ? kNoForm : kUnsureCut;
    take_address();
    return std::move(name_);
  }

 private:
  const Segment* next_line(double gap_limit) const {
    const Segment* next = sheet_.neighbours.next_in_block(sheet_.index_of(*line_));
    if (next == nullptr) return nullptr;
    // "... JOINT STOCK" and below "COMPANY" ends the name, though the word is a label, too.
    const bool ends_name = sheet_.field_at_start(*next) == LabelField::Holder && same_type(*line_, *next) &&
                           !ends_in_legal_form(name_.text) &&
                           ends_in_legal_form(name_.text + " " + next->text);
    if (sheet_.neighbours.begins_with_label(*next) && !ends_name) return nullptr;
    double gap = next->box.y - line_->box.y - line_->box.height;
    return gap < gap_limit * std::max(line_->box.height, 6.0) ? next : nullptr;
  }

  bool take_line() {
    const Segment* next = next_line(kLineGap);
    if (next == nullptr || !same_type(*line_, *next) || !goes_on(*next)) return false;
    // A line that fills its column breaks within a word of Chinese or Japanese.
    const bool full = line_->box.width > kFullLine * next->box.width && is_wide_script(line_->text) &&
                      is_wide_script(next->text);
    if (!full) name_.text += ' ';
    name_.text += trimmed(next->text);
    name_.confidence = std::min(name_.confidence, next->confidence);
    name_.box.width = std::max(name_.box.width, next->box.width);
    name_.box.height = next->box.y + next->box.height - name_.box.y;
    line_ = next;
    return true;
  }

  bool says_conformity(const Segment& line) const {
    return sheet_.labels.roles_in(line.folded.text).has(LabelRole::Conformity);
  }

  // The type of the lines ends with them, before a line of the address.
  bool is_in_own_type(const Segment& next) const {
    const Segment* at = &next;
    for (std::size_t count = lines_; count < kMostNameLines; ++count) {
      const Segment* below = sheet_.neighbours.next_in_block(sheet_.index_of(*at));
      if (below == nullptr || below->box.y - at->box.y > kFarBelow * at->box.height) break;
      if (sheet_.neighbours.begins_with_label(*below)) break;
      if (!same_type(*at, *below)) return at->has_position && !at->font.empty();
      at = below;
    }
    return false;
  }

  // The name is set in a type of its own, and what follows in another, or the address has a label of its own.
  bool ends_before_address(const Segment& next) const {
    if (is_in_own_type(next)) return true;
    return std::ranges::any_of(sheet_.anchors, [&](const Anchor& anchor) {
      const Segment& label = sheet_.segments[anchor.segment];
      const double below = label.box.y - next.box.y;
      return anchor.field == LabelField::Address && label.page_index == next.page_index &&
             label.has_position && label.box.x < next.box.x && below > 0 &&
             below < kFarBelow * next.box.height;
    });
  }

  bool goes_on(const Segment& line) {
    const std::string& next = line.text;
    if (has_standard_or_date(next, sheet_)) return false;
    // The name again, in Latin letters or in those of East Asia.
    if (is_wide_script(name_.text) != is_wide_script(next)) return false;
    static constexpr std::string_view kAlsoNamed[] = {
        "d/b/a ",    "dba ",       "DBA ",        "D/B/A ",
        "t/a ",      "T/A ",       "trading as ", "doing business as ",
        "in sigla ", "en abrégé ", "w skrócie ",  "kurz "};
    if (std::ranges::any_of(kAlsoNamed, [&](std::string_view word) { return next.starts_with(word); }))
      return true;
    if (is_within_quotation(name_.text)) return true;
    if (name_.text.ends_with("& Co.") && ends_in_legal_form(next)) return true;
    static constexpr std::string_view kOpen[] = {" &",  " and",  " und", " y", " et", " e", " en", " och",
                                                 " og", " oraz", " of",  ",",  " -",  " –", "("};
    const bool open =
        std::ranges::any_of(kOpen, [&](std::string_view end) { return name_.text.ends_with(end); }) ||
        (!ends_in_legal_form(name_.text) && sheet_.labels.stops_within_sentence(name_.text, ""));
    if (open || next.starts_with("(") || next.starts_with("& ")) return !looks_like_address(next) || open;
    bool has_form = has_legal_form(name_.text);
    std::string joined = name_.text + " " + trimmed(next);
    if (has_form && !ends_in_legal_form(name_.text) && ends_in_legal_form(joined) &&
        !looks_like_address(next))
      return true;
    const bool form_goes_on = has_legal_form("x " + next.substr(0, next.find(' ')));
    if (form_goes_on && !looks_like_address(next)) return true;
    if (!has_form && has_legal_form(joined) && !looks_like_address(next)) return true;
    if (looks_like_address(next)) return false;
    // "... Holding SE" and below, as large, "with its subsidiaries".
    if (begins_in_lower_case(next)) return is_in_own_type(line) && !says_conformity(line);
    const bool complete = ends_in_legal_form(name_.text) && !is_wide_script(name_.text);
    if (!complete && ends_before_address(line)) return true;
    if (has_form) return false;
    // In large type only the name is set; elsewhere it may be the first line of an address.
    if (line_->has_position && line_->font_size > 1.15 * sheet_.body_size) return true;
    if (is_other_script(name_.text) && is_other_script(next)) return true;
    // A line that says what comes next is none of the name's, nor of an address.
    if (small_words(next) > kMostSmallWords) return false;
    name_.sureness = kUnsureEnd;
    return false;
  }

  void take_address() {
    for (std::size_t count = 0; count < kMostAddressLines; ++count) {
      const Segment* next = next_line(1.6);
      if (next == nullptr || has_standard_or_date(next->text, sheet_)) return;
      if (begins_in_lower_case(next->text) || small_words(next->text) > kMostSmallWords) return;
      if (!name_.address.empty()) name_.address += ", ";
      name_.address += trimmed(next->text);
      line_ = next;
      if (ends_in_country(next->text)) return;
    }
  }

  const Sheet& sheet_;
  const Segment* line_;
  NameOverLines name_;
  std::size_t lines_ = 1;
};

}  // namespace

std::string trimmed(std::string text) {
  for (std::string_view polite : {"殿", "御中", "様"})
    if (text.ends_with(polite)) text.erase(text.size() - polite.size());
  while (!text.empty() && std::string_view(" ,*:;|").find(text.back()) != std::string_view::npos)
    text.pop_back();
  auto first = text.find_first_not_of(" :,*\"");
  return first == std::string::npos ? std::string() : text.substr(first);
}

std::string behind_system(std::string text) {
  for (std::string_view before : {"anagement system of ", "anagement System of ", "anagement System Of ",
                                  "ANAGEMENT SYSTEM OF ", "anagement systems of "})
    if (auto at = text.rfind(before); at != std::string::npos) text.erase(0, at + before.size());
  return text;
}

std::string behind_leading_word(const Sheet& sheet, std::string text) {
  const auto blank = text.find(' ');
  if (blank == std::string::npos || !begins_in_lower_case(text)) return text;
  const bool leads = sheet.labels.stops_within_sentence("x " + text.substr(0, blank), "");
  return leads ? text.substr(blank + 1) : text;
}

bool begins_in_lower_case(std::string_view text) {
  if (text.size() < 2) return false;
  std::int32_t at = 0;
  UChar32 first = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, static_cast<std::int32_t>(text.size()),
          first);
  return first > 0 && u_islower(first) != 0;
}

std::ptrdiff_t small_words(std::string_view text) {
  std::ptrdiff_t count = 0;
  for (std::size_t at = 1; at < text.size(); ++at)
    if (text[at - 1] == ' ' && text[at] >= 'a' && text[at] <= 'z') ++count;
  return count;
}

bool has_standard_or_date(std::string_view text, const Sheet& sheet) {
  return !find_standards(text, sheet.reference).empty() ||
         !find_dates(text, sheet.labels, sheet.orders).empty();
}

bool is_other_script(std::string_view name) {
  return std::ranges::count_if(name, [](char letter) { return static_cast<unsigned char>(letter) >= 0xD0; }) >
         2;
}

NameOverLines name_from(const Sheet& sheet, const Segment& first, std::string words) {
  return NameLines(sheet, first, std::move(words)).read();
}

}  // namespace certreg::reading
