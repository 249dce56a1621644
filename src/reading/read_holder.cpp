#include <algorithm>
#include <map>

#include "certreg/domain/names.h"
#include "reading/ballot.h"
#include "reading/name_lines.h"
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
constexpr double kAddress = 0.7, kTranslated = 0.3;
constexpr std::size_t kMostLeadLines = 3;

// "(주)새봄정보기술 (Saebom Information Technology Co., Ltd.)": in brackets the same in other letters.
std::string without_translation(const std::string& name) {
  const auto open = name.rfind(" (");
  if (open == std::string::npos || !name.ends_with(')')) return name;
  return is_other_script(name.substr(0, open)) != is_other_script(name.substr(open)) ? name.substr(0, open)
                                                                                     : name;
}

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
    if (words.starts_with("'s ") || words.starts_with("’s ") || is_before_system(segment, words))
      return false;
    std::string text = trimmed(behind_leading_word(sheet_, behind_system(words)));
    const bool may_be = is_unfinished_name(segment, words) ? may_begin_name(text) : may_be_name(text);
    if (!may_be || leads_on(segment, text) || has_standard_or_date(text, sheet_) || is_title(text))
      return false;
    auto name = name_from(sheet_, segment, text);
    name.text = without_translation(name.text);
    if (segment.origin == TextOrigin::Ocr) name.text = with_letters_in_legal_form(std::move(name.text));
    if (!may_be_name(name.text) || is_scrap(name.text) || is_known_body(name.text, sheet_.reference) ||
        is_title(name.text) || (!has_legal_form(name.text) && names_system(name.text)) ||
        is_about_body(name.text))
      return false;
    if (looks_like_address(name.text) && !has_legal_form(name.text)) weight *= kAddress;
    Quote quote = quote_of(segment, "holder", name.text, weight);
    if (quote.box) quote.box = name.box;
    std::string key = normalise_name(name.text);
    ballot_.add(name.text, key, std::move(quote), weight * name.sureness * name.confidence);
    found_.push_back({std::move(key), &segment, std::move(name.address), fold_label(name.text),
                      has_legal_form(name.text), name.confidence});
    return true;
  }

  // "... it is hereby certified that", and a sentence that begins in lower case.
  bool leads_on(const Segment& segment, const std::string& words) const {
    const bool stops = !ends_in_legal_form(words) && sheet_.labels.stops_within_sentence(words, "");
    return (begins_in_lower_case(words) && !begins_with_company(words)) ||
           (stops && !is_unfinished_name(segment, words));
  }

  // "eBay Inc.", and not "above has been audited by Harbour Inc.".
  static bool begins_with_company(const std::string& words) {
    const std::vector<std::string> names = names_in(words);
    return names.empty() ? ends_in_legal_form(words) && small_words(words) < 2
                         : words.starts_with(names.front());
  }

  // "Società Consortile per i Servizi di" in the name's own type, and the next line in it, too.
  bool is_unfinished_name(const Segment& segment, const std::string& words) const {
    if (words.size() < segment.text.size() || sheet_.neighbours.begins_with_label(segment)) return false;
    const Segment* above = line_above(sheet_.segments, sheet_.index_of(segment));
    const Segment* next = sheet_.neighbours.next_in_block(sheet_.index_of(segment));
    return (above == nullptr || !same_type(*above, segment)) && next != nullptr &&
           same_type(*next, segment) && !sheet_.neighbours.begins_with_label(*next) && !is_title(words) &&
           !says(segment, PhraseKind::System) && !says(segment, PhraseKind::Certifies);
  }

  bool names_system(const std::string& text) const {
    return sheet_.labels.phrase_in(fold_label(text), PhraseKind::System) != nullptr;
  }

  // "THE BUSINESS CONTINUITY", where "MANAGEMENT SYSTEM OF" follows in the line.
  bool is_before_system(const Segment& segment, const std::string& words) const {
    const auto at = segment.text.find(words);
    if (at == std::string::npos) return false;
    const std::string behind = fold_label(std::string_view(segment.text).substr(at + words.size()));
    return std::ranges::any_of(sheet_.labels.phrases(), [&](const Phrase& phrase) {
      return phrase.kind == PhraseKind::System && behind.starts_with(phrase.folded);
    });
  }

  // "登", "Certification": of a title that recognition took apart.
  bool is_scrap(const std::string& text) const {
    constexpr std::size_t kShortest = 9;  // bytes: three characters of East Asia
    const bool wide = static_cast<unsigned char>(text.front()) >= 0xE3;
    const std::string folded = fold_label(text);
    return (wide && text.size() < kShortest) || (folded.find(' ') == std::string::npos && !wide &&
                                                 sheet_.labels.roles_in(folded).has(LabelRole::Certificate));
  }

  // "TÜV AUSTRIA CERT belgelendirme kuruluşu ...": a sentence that a body's name begins.
  bool is_about_body(const std::string& words) const {
    if (has_legal_form(words)) return false;
    return std::ranges::any_of(sheet_.reference.certification_bodies(), [&](const CertificationBody& body) {
      return body.brand.size() > 2 && words.starts_with(body.brand + " ") && small_words(words) > 1;
    });
  }

  static std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
  }

  // The name of a management system, or the end of one that is broken over two lines; with letters that have
  // no case, also as the beginning of a title.
  static bool is_system(std::string_view words, std::string_view system) {
    constexpr std::size_t kLeastPart = 12;  // bytes
    if (words.starts_with("the")) words.remove_prefix(3);
    if (words.ends_with(system)) return true;
    if (words.size() >= kLeastPart && (system.ends_with(words) || system.starts_with(words))) return true;
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
      const NameOverLines name = name_from(sheet_, segment, segment.text);
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
    const NameOverLines name = name_from(sheet_, segment, segment.text);
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

  bool says(const Segment& line, PhraseKind kind) const {
    return sheet_.labels.phrase_in(line.folded.text, kind) != nullptr;
  }

  // "We attest that the management system of", "The organisation".
  bool leads_to_name(const Segment& line) const {
    return says(line, PhraseKind::System) || says(line, PhraseKind::Certifies) || is_lead_in(line.text) ||
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
      found_.push_back({std::move(key), &segment, {}, fold_label(name), true, segment.confidence});
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
      if (found.has_legal_form) ballot_.support(found.key, kLegalForm);
      if (stands_before_conformity(*found.segment)) ballot_.support(found.key, kBeforeConformity);
      if (!found.address.empty() && looks_like_address(found.address))
        ballot_.support(found.key, kBeforeAddress);
      if (found.key.size() > 5 && is_named_again(found.key, *found.segment))
        ballot_.support(found.key, kNamedAgain);
    }
    set_translations_back();
    set_last_lines_back();
    limit_by_letters();
  }

  // Where it stands says that it is the name, not that its letters were read right: that only another place
  // does, where the same was read.
  void limit_by_letters() {
    std::map<std::string_view, double> surest;
    for (const Found& found : found_) {
      double& best = surest[found.key];
      best = std::max(best, found.confidence);
    }
    for (const auto& [key, confidence] : surest) ballot_.limit(key, confidence);
  }

  // "TICARET LIMITED SIRKETI", the second line of a name that was read whole.
  void set_last_lines_back() {
    for (const Found& part : found_)
      if (std::ranges::any_of(found_, [&](const Found& whole) {
            return whole.folded.size() > part.folded.size() &&
                   whole.folded.find(part.folded) != std::string::npos &&
                   is_below(*part.segment, *whole.segment);
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
    std::string folded;
    bool has_legal_form;
    double confidence;  // of character recognition
  };

  const Sheet& sheet_;
  Ballot ballot_;
  std::vector<Found> found_;
  std::vector<std::string> at_edges_;  // normalised
};

}  // namespace

void read_holder(const Sheet& sheet, Draft& draft) { HolderReader(sheet).read(draft); }

}  // namespace certreg::reading
