#include <algorithm>
#include <cmath>

#include "certreg/domain/names.h"
#include "reading/ballot.h"
#include "reading/name_shape.h"
#include "reading/sheet.h"
#include "reading/standards.h"

namespace certreg::reading {
namespace {

// How often a name in such a place is the holder's.
constexpr double kAfterGuess = 0.65, kAfterPhrase = 0.8, kAfterLabel = 0.75, kAfterWeakLabel = 0.5,
                 kLargestType = 0.3;
constexpr double kBeforeConformity = 0.45, kBeforeAddress = 0.35, kLegalForm = 0.5, kNamedAgain = 0.4;
// Without a label: what each sign adds, as independent witnesses do.
constexpr double kFound = 0.45, kFormAlone = 0.3, kOwnType = 0.25, kOwnAddress = 0.25, kAfterLead = 0.4;
constexpr std::size_t kMostLooked = 300;  // lines of a page: a certificate has fewer
constexpr double kBodyType = 0.95, kTopEdge = 0.12, kBottomEdge = 0.86;  // of the body's size; of the height
constexpr double kPartOfName = 0.1;
constexpr double kUnsureEnd = 0.7, kNoForm = 0.93, kUnsureCut = 0.8, kTranslated = 0.3;
constexpr std::size_t kMostAddressLines = 8;
constexpr std::ptrdiff_t kMostSmallWords = 4;  // in a line of an address
constexpr std::size_t kMostNameLines = 4, kMostLeadLines = 3;
constexpr double kFullLine = 1.15;  // of the next line's width
constexpr double kLineGap = 0.9;    // of the height: wider is another paragraph

std::string trimmed(std::string text) {
  for (std::string_view polite : {"殿", "御中", "様"})
    if (text.ends_with(polite)) text.erase(text.size() - polite.size());
  while (!text.empty() && std::string_view(" ,*:;|").find(text.back()) != std::string_view::npos)
    text.pop_back();
  auto first = text.find_first_not_of(" :,*\"");
  return first == std::string::npos ? std::string() : text.substr(first);
}

bool begins_in_lower_case(std::string_view text) {
  if (text.size() < 2) return false;
  if (text[0] >= 'a' && text[0] <= 'z') return true;
  // Cyrillic а to п and р to я.
  const auto first = static_cast<unsigned char>(text[0]), second = static_cast<unsigned char>(text[1]);
  return (first == 0xD0 && second >= 0xB0) || (first == 0xD1 && second <= 0x8F);
}

bool has_standard_or_date(std::string_view text, const Sheet& sheet) {
  return !find_standards(text, sheet.reference).empty() ||
         !find_dates(text, sheet.labels, sheet.orders).empty();
}

// "the Information Security Management System of Acme Ltd": the name is behind the last such words.
std::string behind_system(std::string text) {
  for (std::string_view before : {"anagement system of ", "anagement System of ", "anagement System Of ",
                                  "ANAGEMENT SYSTEM OF ", "anagement systems of "})
    if (auto at = text.rfind(before); at != std::string::npos) text.erase(0, at + before.size());
  return text;
}

// A quotation mark is open at the end: «Общество с».
bool is_within_quotation(std::string_view text) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"«", "»"}, {"“", "”"}}) {
    const auto begin = text.rfind(open);
    if (begin != std::string_view::npos && text.find(close, begin) == std::string_view::npos) return true;
  }
  return false;
}

std::ptrdiff_t small_words(std::string_view text) {
  std::ptrdiff_t count = 0;
  for (std::size_t at = 1; at < text.size(); ++at)
    if (text[at - 1] == ' ' && text[at] >= 'a' && text[at] <= 'z') ++count;
  return count;
}

// Written in other letters than Latin ones.
bool is_other_script(std::string_view name) {
  return std::ranges::count_if(name, [](char letter) { return static_cast<unsigned char>(letter) >= 0xD0; }) >
         2;
}

// "(주)새봄정보기술 (Saebom Information Technology Co., Ltd.)": in brackets the same in other letters.
std::string without_translation(const std::string& name) {
  const auto open = name.rfind(" (");
  if (open == std::string::npos || !name.ends_with(')')) return name;
  return is_other_script(name.substr(0, open)) != is_other_script(name.substr(open)) ? name.substr(0, open)
                                                                                     : name;
}

// Chinese, Japanese, Korean letters.
bool is_wide_script(std::string_view name) {
  return std::ranges::count_if(name, [](char letter) { return static_cast<unsigned char>(letter) >= 0xE3; }) >
         0;
}

struct Name {
  std::string text, address;
  Box box;
  double sureness = 1;
};

// The lines of a name that begins in a line, and the address below them.
class NameLines {
 public:
  NameLines(const Sheet& sheet, const Segment& first, std::string words) : sheet_(sheet), line_(&first) {
    name_.text = trimmed(behind_system(std::move(words)));
    name_.box = first.box;
  }

  Name read() {
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
    if (next == nullptr || !same_type(*line_, *next) || !goes_on(next->text)) return false;
    // A line that fills its column breaks within a word of Chinese or Japanese.
    const bool full = line_->box.width > kFullLine * next->box.width && is_wide_script(line_->text) &&
                      is_wide_script(next->text);
    if (!full) name_.text += ' ';
    name_.text += trimmed(next->text);
    name_.box.width = std::max(name_.box.width, next->box.width);
    name_.box.height = next->box.y + next->box.height - name_.box.y;
    line_ = next;
    return true;
  }

  bool goes_on(const std::string& next) {
    if (has_standard_or_date(next, sheet_)) return false;
    static constexpr std::string_view kAlsoNamed[] = {"d/b/a ", "dba ", "DBA ",        "D/B/A ",
                                                      "t/a ",   "T/A ", "trading as ", "doing business as "};
    if (std::ranges::any_of(kAlsoNamed, [&](std::string_view word) { return next.starts_with(word); }))
      return true;
    if (is_within_quotation(name_.text)) return true;
    if (name_.text.ends_with("& Co.") && ends_in_legal_form(next)) return true;
    static constexpr std::string_view kOpen[] = {" &",  " and",  " und", " y", " et", " e", " en", " och",
                                                 " og", " oraz", " of",  ",",  " -",  " –", "("};
    bool open = std::ranges::any_of(kOpen, [&](std::string_view end) { return name_.text.ends_with(end); });
    if (open || next.starts_with("(") || next.starts_with("& ")) return !looks_like_address(next) || open;
    bool has_form = has_legal_form(name_.text);
    std::string joined = name_.text + " " + trimmed(next);
    if (has_form && !ends_in_legal_form(name_.text) && ends_in_legal_form(joined) &&
        !looks_like_address(next))
      return true;
    const bool form_goes_on = has_legal_form("x " + next.substr(0, next.find(' ')));
    if (form_goes_on && !looks_like_address(next)) return true;
    if (!has_form && has_legal_form(joined) && !looks_like_address(next)) return true;
    if (has_form || looks_like_address(next) || begins_in_lower_case(next)) return false;
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
  Name name_;
  std::size_t lines_ = 1;
};

class HolderReader {
 public:
  explicit HolderReader(const Sheet& sheet) : sheet_(sheet) {}

  void read(Draft& draft) {
    for (const Anchor& anchor : sheet_.anchors)
      if (anchor.field == LabelField::Holder) from_anchor(anchor);
    from_type();
    if (std::ranges::none_of(ballot_.choices(), [](const auto& choice) { return choice.weight > kFound; }))
      from_structure();
    support();
    auto settled = ballot_.decide("holder", "several names stand where the holder's name stands", draft);
    if (!settled) return;
    draft.version.holders.push_back({settled->value, "main", address_of(settled->key), "", "", "", ""});
    draft.version.quotes.push_back(settled->quote);
  }

 private:
  void from_anchor(const Anchor& anchor) {
    double weight = anchor.weak ? kAfterWeakLabel
                                : (anchor.guessed  ? kAfterGuess
                                   : anchor.phrase ? kAfterPhrase
                                                   : kAfterLabel);
    for (const Value& value : values_of(sheet_, anchor))
      if (from_value(*value.segment, value.text, weight)) return;
  }

  // A lead-in may run over several lines before the name.
  bool from_value(const Segment& segment, std::string words, double weight) {
    const Segment* line = &segment;
    for (std::size_t count = 0; count <= kMostLeadLines; ++count) {
      const bool leads_on = ends_in_holder_word(*line, words);
      if (!leads_on && add(*line, words, weight)) return true;
      bool lead = leads_on || begins_in_lower_case(trimmed(words)) ||
                  (is_lead_in(words) && !is_first_of_two(words)) || is_title(words);
      line = lead ? sheet_.neighbours.next_in_block(sheet_.index_of(*line)) : nullptr;
      if (line == nullptr || sheet_.neighbours.begins_with_label(*line)) return false;
      words = line->text;
    }
    return false;
  }

  // "... of Information Security of the organisation", and the name below it in larger type.
  bool ends_in_holder_word(const Segment& line, const std::string& words) const {
    const Segment* next = sheet_.neighbours.next_in_block(sheet_.index_of(line));
    if (next == nullptr || next->font_size < 1.15 * line.font_size || has_legal_form(words)) return false;
    const std::string folded = fold_label(words);
    const auto blank = folded.rfind(' ');
    return sheet_.labels.roles_in(folded.substr(blank == std::string::npos ? 0 : blank + 1))
        .has(LabelRole::Holder);
  }

  bool add(const Segment& segment, const std::string& words, double weight) {
    std::string text = trimmed(behind_system(words));
    if (!may_be_name(text) || has_standard_or_date(text, sheet_) || is_title(text)) return false;
    Name name = NameLines(sheet_, segment, text).read();
    name.text = without_translation(name.text);
    if (!may_be_name(name.text) || is_known_body(name.text, sheet_.reference) || is_title(name.text))
      return false;
    if (looks_like_address(name.text) && !has_legal_form(name.text)) weight *= kUnsureEnd;
    Quote quote = quote_of(segment, "holder", name.text, weight);
    if (quote.box) quote.box = name.box;
    std::string key = normalise_name(name.text);
    ballot_.add(name.text, key, std::move(quote), weight * name.sureness * segment.confidence);
    found_.push_back({std::move(key), &segment, std::move(name.address)});
    return true;
  }

  static std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
  }

  // The name of a management system, or the end of one that is broken over two lines; with letters that have
  // no case, also as the beginning of a title.
  static bool is_system(std::string_view words, std::string_view system) {
    constexpr std::size_t kLeastPart = 12;  // bytes
    if (words.ends_with(system) || (words.size() >= kLeastPart && system.ends_with(words))) return true;
    return static_cast<unsigned char>(system.front()) >= 0xE3 && words.starts_with(system);
  }

  bool is_title(std::string_view text) const {
    const std::string folded = fold_label(text);
    const std::string closed = without_blanks(folded);
    return std::ranges::any_of(sheet_.labels.phrases(), [&](const Phrase& phrase) {
      if (phrase.kind == PhraseKind::System) return is_system(closed, without_blanks(phrase.folded));
      bool tells = phrase.kind == PhraseKind::Certifies || phrase.kind == PhraseKind::SeeAnnex;
      return tells && folded.find(phrase.folded) != std::string::npos;
    });
  }

  // The largest type of a certificate is the title, the standard, or the holder.
  void from_type() {
    const Segment* largest = nullptr;
    for (const Segment& segment : sheet_.segments) {
      if (!segment.has_position || segment.page_index > 0) continue;
      if (segment.font_size < 1.15 * sheet_.body_size || sheet_.neighbours.begins_with_label(segment))
        continue;
      if (!may_be_name(segment.text) || has_standard_or_date(segment.text, sheet_) || is_title(segment.text))
        continue;
      const Segment* above = line_above(sheet_.segments, sheet_.index_of(segment));
      if (above != nullptr && same_type(*above, segment)) continue;
      const Name name = NameLines(sheet_, segment, segment.text).read();
      if (!has_legal_form(name.text) && !looks_like_address(name.address)) continue;
      if (largest == nullptr || segment.font_size > largest->font_size) largest = &segment;
    }
    if (largest != nullptr) add(*largest, largest->text, kLargestType);
  }

  // Where no label leads to a name: what looks like one, stands apart and has an address below it, and names
  // in running text.
  void from_structure() {
    for (const Segment& segment : sheet_.segments)
      if (segment.has_position && is_at_edge(segment) && at_edges_.size() < kMostLooked)
        at_edges_.push_back(normalise_name(segment.text));
    std::size_t looked = 0;
    for (const Segment& segment : sheet_.segments) {
      if (segment.page_index > 0 || ++looked > kMostLooked) break;
      if (!segment.has_position || is_at_edge(segment) || segment.font_size < kBodyType * sheet_.body_size)
        continue;
      from_line_of_its_own(segment);
      from_running_text(segment);
    }
  }

  bool is_at_edge(const Segment& segment) const {
    const double height = sheet_.text.pages[segment.page_index].height;
    return segment.box.y < kTopEdge * height || segment.box.y > kBottomEdge * height;
  }

  void from_line_of_its_own(const Segment& segment) {
    if (sheet_.neighbours.begins_with_label(segment) || looks_like_address(segment.text)) return;
    if (begins_in_lower_case(segment.text) || is_lead_in(segment.text)) return;
    if (sheet_.labels.roles_in(segment.folded.text).has(LabelRole::Conformity)) return;
    const Segment* above = line_above(sheet_.segments, sheet_.index_of(segment));
    const bool after_lead = above != nullptr && leads_to_name(*above);
    const bool own_type = segment.font_size > 1.1 * sheet_.body_size ||
                          (above != nullptr && similar_size(*above, segment) && above->font != segment.font);
    if (!after_lead && !own_type) return;
    const Name name = NameLines(sheet_, segment, segment.text).read();
    if (!ends_in_legal_form(name.text) && !is_mostly_capitals(name.text) &&
        !(after_lead && is_other_script(name.text)))
      return;
    double weight = after_lead ? kAfterLead : 0;
    const auto add_sign = [&](bool is_there, double sign) {
      if (is_there) weight = 1 - (1 - weight) * (1 - sign);
    };
    add_sign(own_type, kOwnType);
    add_sign(has_legal_form(name.text), kFormAlone);
    add_sign(looks_like_address(name.address), kOwnAddress);
    if (!is_named_at_edge(name.text)) add(segment, segment.text, weight);
  }

  // "We attest that the management system of", "The organisation".
  bool leads_to_name(const Segment& line) const {
    const auto says = [&](PhraseKind kind) {
      return sheet_.labels.phrase_in(line.folded.text, kind) != nullptr;
    };
    return says(PhraseKind::System) || says(PhraseKind::Certifies) || is_lead_in(line.text) ||
           sheet_.labels.roles_in(line.folded.text).has(LabelRole::Holder);
  }

  void from_running_text(const Segment& segment) {
    constexpr std::ptrdiff_t kRunning = 6;  // words of a line of running text
    if (std::ranges::count(segment.text, ' ') < kRunning || !stands_before_conformity(segment)) return;
    // "The Certification Body of X hereby certifies that": who certifies is named before it.
    if (sheet_.labels.phrase_in(segment.folded.text, PhraseKind::Certifies) != nullptr) return;
    std::string text = segment.text;
    const Segment* next = sheet_.neighbours.next_in_block(sheet_.index_of(segment));
    if (next != nullptr && similar_size(*next, segment)) text += " " + next->text;
    for (const std::string& name : names_in(text)) {
      const auto begin = text.find(name);
      if (begin == 0 || begin >= segment.text.size() || is_named_as_doer(text, name)) continue;
      const std::string_view before = std::string_view(text).substr(0, begin);
      if (before.ends_with("(") || before.ends_with("formerly ")) continue;
      if (is_known_body(name, sheet_.reference) || is_named_at_edge(name)) continue;
      std::string key = normalise_name(name);
      ballot_.add(name, key, quote_of(segment, "holder", segment.text, kFormAlone),
                  kFormAlone * segment.confidence);
      found_.push_back({std::move(key), &segment, {}});
    }
  }

  // A name at the head or the foot of the page is the issuer's.
  bool is_named_at_edge(std::string_view name) const {
    const std::string key = normalise_name(name);
    return std::ranges::any_of(at_edges_,
                               [&](const std::string& line) { return line.find(key) != std::string::npos; });
  }

  bool stands_before_conformity(const Segment& segment) const {
    const std::size_t at = sheet_.index_of(segment);
    return std::ranges::any_of(sheet_.anchors, [&](const Anchor& anchor) {
      return anchor.field == LabelField::Conformity && anchor.segment > at && anchor.segment <= at + 6;
    });
  }

  bool is_named_again(const std::string& key, const Segment& segment) const {
    return std::ranges::any_of(sheet_.segments, [&](const Segment& other) {
      return &other != &segment && other.text.size() >= key.size() &&
             normalise_name(other.text).find(key) != std::string::npos;
    });
  }

  void support() {
    std::vector<std::string> done;
    for (const Found& found : found_) {
      if (std::ranges::find(done, found.key) != done.end()) continue;
      done.push_back(found.key);
      if (has_legal_form(found.key)) ballot_.support(found.key, kLegalForm);
      if (stands_before_conformity(*found.segment)) ballot_.support(found.key, kBeforeConformity);
      if (!found.address.empty() && looks_like_address(found.address))
        ballot_.support(found.key, kBeforeAddress);
      if (found.key.size() > 5 && is_named_again(found.key, *found.segment))
        ballot_.support(found.key, kNamedAgain);
    }
    set_translations_back();
    set_last_lines_back();
  }

  // "TICARET LIMITED SIRKETI", the second line of a name that was read whole.
  void set_last_lines_back() {
    for (const Found& part : found_)
      if (std::ranges::any_of(found_, [&](const Found& whole) {
            return whole.key.ends_with(" " + part.key) && is_below(*part.segment, *whole.segment);
          }))
        ballot_.discount(part.key, kPartOfName);
  }

  static bool is_below(const Segment& line, const Segment& first) {
    const double down = line.box.y - first.box.y;
    return line.page_index == first.page_index && down > 0 &&
           down < static_cast<double>(kMostNameLines) * 2 * first.box.height;
  }

  // Of a name and its form in Latin letters the first is the holder's.
  void set_translations_back() {
    if (found_.empty()) return;
    const bool first_is_other = is_other_script(found_.front().key);
    for (const Found& found : found_)
      if (is_other_script(found.key) != first_is_other) ballot_.discount(found.key, kTranslated);
  }

  std::string address_of(std::string_view key) const {
    auto found = std::ranges::find_if(
        found_, [&](const Found& other) { return other.key == key && !other.address.empty(); });
    return found == found_.end() ? std::string() : found->address;
  }

  struct Found {
    std::string key;
    const Segment* segment;
    std::string address;
  };

  const Sheet& sheet_;
  Ballot ballot_;
  std::vector<Found> found_;
  std::vector<std::string> at_edges_;  // normalised
};

}  // namespace

void read_holder(const Sheet& sheet, Draft& draft) { HolderReader(sheet).read(draft); }

}  // namespace certreg::reading
