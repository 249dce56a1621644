#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "certreg/domain/names.h"
#include "reading/ballot.h"
#include "reading/number_parts.h"
#include "reading/sheet.h"
#include "reading/standards.h"

namespace certreg::reading {
namespace {

constexpr double kInSentence = 0.78, kSmallPrint = 0.85;
constexpr double kGuessedLabel = 0.8;
constexpr double kOverLabel = 0.9, kAnnounced = 0.7, kAlone = 0.62;
constexpr std::size_t kLeastAlone = 6;
constexpr double kBesideLabel = 0.96, kBesideWeakLabel = 0.68, kShapeAlone = 0.72, kKnownShape = 0.5;
constexpr double kSubCertificate = 0.3;
constexpr double kMended = 0.9, kEitherLetter = 0.6;  // of what recognition may have taken for another letter

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }

std::string_view last_word(std::string_view folded) {
  const auto blank = folded.rfind(' ');
  return folded.substr(blank == std::string_view::npos ? 0 : blank + 1);
}

// Recognition takes I and 1 for a small l, which numbers do not have beside capitals.
std::string without_small_l(std::string number) {
  for (std::size_t at = 0; at < number.size(); ++at) {
    if (number[at] != 'l') continue;
    const char before = at > 0 ? number[at - 1] : ' ', after = at + 1 < number.size() ? number[at + 1] : ' ';
    if (is_upper(before) || is_upper(after))
      number[at] = 'I';
    else if (is_digit(before) || is_digit(after))
      number[at] = '1';
  }
  return number;
}

bool is_year_or_page(const std::string& number) {
  static const RE2 pattern(R"((?:19|20)\d\d|\d{1,2}/\d{1,2})");
  return RE2::FullMatch(number, pattern);
}

bool is_phone(std::string_view number) { return number.starts_with('+') || number.starts_with("(0"); }

// "/01": what a site adds to the certificate's number.
bool is_of_site(std::string_view number) { return number.starts_with('/'); }

bool is_number(const std::string& number, const Sheet& sheet) {
  if (number.empty() || is_year_or_page(number) || is_phone(number) || is_of_site(number)) return false;
  return find_dates(number, sheet.labels, sheet.orders).empty() &&
         find_standards(number, sheet.reference).empty();
}

// The bodies that the document names somewhere: their shapes count, others' are chance.
std::vector<const CertificationBody*> named_bodies(const Sheet& sheet) {
  std::vector<const CertificationBody*> named;
  for (const CertificationBody& body : sheet.reference.certification_bodies()) {
    if (body.number_shapes.empty()) continue;
    const std::string brand = fold_label(body.brand.empty() ? body.name : body.brand);
    const bool is_named = std::ranges::any_of(sheet.segments, [&](const Segment& segment) {
      const auto at = segment.folded.text.find(brand);
      return at != std::string::npos && is_word_boundary(segment.folded.text, at) &&
             is_word_boundary(segment.folded.text, at + brand.size());
    });
    if (is_named) named.push_back(&body);
  }
  return named;
}

bool fits(const std::vector<const CertificationBody*>& bodies, std::string_view number) {
  return std::ranges::any_of(bodies, [&](const CertificationBody* body) {
    return std::ranges::any_of(body->number_shapes,
                               [&](const NumberShape& shape) { return fits_shape(shape.shape, number); });
  });
}

class NumberReader {
 public:
  explicit NumberReader(const Sheet& sheet) : sheet_(sheet), bodies_(named_bodies(sheet)) {}

  void read(Draft& draft) {
    for (const Anchor& anchor : sheet_.anchors)
      if (anchor.field == LabelField::Number) collect(anchor);
    const bool any_strong = std::ranges::any_of(found_, [](const Found& found) { return !found.weak; });
    if (any_strong) std::erase_if(found_, [](const Found& found) { return found.weak; });
    if (found_.empty()) from_sentences();
    if (found_.empty()) from_shapes();
    if (found_.empty()) from_announced();
    if (found_.empty()) from_words_for_numbers();
    if (found_.empty()) from_lines_of_their_own();
    Ballot ballot;
    for (Found& found : found_) ballot.add(found.number, found.key, found.quote, weight_of(found));
    // Once, however often: the same letters are misread alike wherever they stand.
    for (const std::string& key : either_letter_) ballot.discount(key, kEitherLetter);
    auto settled =
        ballot.decide("number", "several numbers stand beside labels of certificate numbers", draft);
    if (!settled) return;
    draft.version.number = settled->value;
    draft.version.quotes.push_back(settled->quote);
  }

 private:
  struct Found {
    std::string number, key;
    Quote quote;
    double weight;
    bool weak;
  };

  void collect(const Anchor& anchor) {
    for (const Value& value : values_of(sheet_, anchor)) {
      std::string number = number_in(with_next_line(value));
      if (!is_number(number, sheet_)) continue;
      if (anchor.weak && (ends_in_trap_above(anchor) || is_under_accreditor(sheet_.segments[anchor.segment])))
        continue;
      const double weight = anchor.weak ? kBesideWeakLabel : (anchor.guessed ? kGuessedLabel : kBesideLabel);
      add(std::move(number), *value.segment, weight, anchor.weak);
      return;  // right before below
    }
    if (auto value = value_left(sheet_, anchor))
      if (std::string number = number_in(value->text); number == value->text && is_number(number, sheet_))
        return add(std::move(number), *value->segment, anchor.weak ? kBesideWeakLabel : kOverLabel,
                   anchor.weak);
    if (auto value = value_above(sheet_, anchor))
      if (std::string number = number_in(value->text); number == value->text && is_number(number, sheet_))
        add(std::move(number), *value->segment, anchor.weak ? kBesideWeakLabel : kOverLabel, anchor.weak);
  }

  // "registered in England, company" and in the next line "number 09912345".
  bool ends_in_trap_above(const Anchor& anchor) const {
    const Segment* above = line_above(sheet_.segments, anchor.segment);
    if (above == nullptr || anchor.begin > 0 || !similar_size(*above, sheet_.segments[anchor.segment]))
      return false;
    return sheet_.labels.roles_in(last_word(above->folded.text)).has(LabelRole::Trap);
  }

  // In the mark of an accreditation body, under its name.
  bool is_under_accreditor(const Segment& segment) const {
    constexpr std::size_t kMostLines = 3;
    const Segment* line = &segment;
    for (std::size_t count = 0; line != nullptr && count < kMostLines; ++count) {
      line = line_above(sheet_.segments, sheet_.index_of(*line));
      if (line != nullptr && sheet_.reference.accreditation_body_of(line->text) != nullptr) return true;
    }
    return false;
  }

  // A number that breaks off with a mark goes on in the line below.
  std::string with_next_line(const Value& value) const {
    const bool broken = value.text.ends_with('-') || value.text.ends_with('/') ||
                        value.segment->text.ends_with("-") || value.segment->text.ends_with("/");
    if (number_in(value.text).empty()) return value.text;
    const auto at = sheet_.index_of(*value.segment);
    const Segment* next = sheet_.neighbours.below(at);
    // "AC090" over "121/1873/5520/2025": together a number of the body that is named.
    if (!broken && next != nullptr && fits(bodies_, value.text + " " + next->text))
      return value.text + " " + next->text;
    if (!broken) return value.text;
    if (next == nullptr || part_of(word_at(next->text)) == Part::Neither) return value.text;
    const char mark = value.segment->text.back();
    return value.text + (value.text.back() == mark ? "" : std::string(1, mark)) + next->text;
  }

  void add(std::string number, const Segment& segment, double weight, bool weak) {
    weight *= segment.least_confidence;  // one misread letter makes another number
    if (segment.origin == TextOrigin::Ocr) {
      number = without_small_l(std::move(number));
      if (auto right = as_its_body_prints(number)) {
        number = *std::move(right);
        weight *= kMended;
      } else if (!fits(bodies_, number) && begins_with_lookalike(number)) {
        either_letter_.insert(normalise_number(number));
      }
    }
    if (std::string own = behind_country(number); !own.empty()) number = std::move(own);
    std::string key = normalise_number(number);
    Quote quote = quote_of(segment, "number", segment.text, weight);
    found_.push_back({std::move(number), std::move(key), std::move(quote), weight, weak});
  }

  // "ES-SI-0788/2019": on the sheet of IQNET the number of its member's certificate behind the member's
  // country; where the member's own sheet is there, by itself.
  std::string behind_country(const std::string& number) const {
    static const RE2 pattern(R"([A-Z]{2}-(.{4,}))");
    std::string own;
    if (!RE2::FullMatch(number, pattern, &own)) return {};
    const bool stands = std::ranges::any_of(
        sheet_.segments, [&](const Segment& segment) { return number_in(segment.text) == own; });
    return stands ? own : std::string();
  }

  // Recognition takes I for 1 and O for 0: where one such letter makes it a number of the body that is named.
  std::optional<std::string> as_its_body_prints(const std::string& number) const {
    constexpr std::pair<char, char> kLookalikes[] = {{'1', 'I'}, {'0', 'O'}, {'I', '1'}, {'O', '0'}};
    if (fits(bodies_, number)) return std::nullopt;
    for (std::size_t at = 0; at < number.size(); ++at)
      for (const auto& [read, printed] : kLookalikes) {
        std::string other = number;
        if (other[at] == read) other[at] = printed;
        if (other != number && fits(bodies_, other)) return other;
      }
    return std::nullopt;
  }

  // "1-00999/2": one sign by itself, of which nothing tells whether it is a letter; and "1C25J0042" begins
  // with letters or does not.
  static bool begins_with_lookalike(std::string_view number) {
    if (number.size() < 2) return false;
    const bool is_figure = number[0] == '1' || number[0] == '0';
    if (!is_figure && number[0] != 'I' && number[0] != 'O') return false;
    const bool is_letter_next = number[1] >= 'A' && number[1] <= 'Z';
    const bool is_figure_next = number[1] >= '0' && number[1] <= '9';
    return number[1] == '-' || number[1] == '/' || (is_figure ? is_letter_next : is_figure_next);
  }

  // "This certificate, No. ABC-12, was granted", "Certificado de Registro N.º RI 0119"
  void from_sentences() {
    static const RE2 pattern(
        R"((?i)(?:certif|zertifi|registr|sertifi|сертифик|сертифік|реестр|реєстр|регистр|osvědčen|tanúsít)[^.;:]{0,28}?[\s,(](?:no|nr|n|nº|n°|num|number|número|numero|nummer|numer|číslo|č|№|#)(?:[.\s]*[ºo°])?[.:\s]+)");
    for (const Segment& segment : sheet_.segments) {
      if (segment.font_size < kSmallPrint * sheet_.body_size) continue;
      re2::StringPiece text(segment.text);
      while (RE2::FindAndConsume(&text, pattern)) {
        const auto begin = static_cast<std::size_t>(text.data() - segment.text.data());
        const LabelRoles roles =
            sheet_.labels.roles_in(fold_label(std::string_view(segment.text).substr(0, begin)));
        std::string number = number_in(std::string_view(segment.text).substr(begin));
        const bool of_another = roles.has(LabelRole::Trap) || roles.has(LabelRole::Other);
        if (!of_another && is_number(number, sheet_)) add(std::move(number), segment, kInSentence, false);
      }
    }
  }

  // Without a label: what looks like the numbers of a body that the document names.
  void from_shapes() {
    for (const Segment& segment : sheet_.segments)
      if (fits(bodies_, segment.text) && is_number(segment.text, sheet_))
        add(segment.text, segment, kShapeAlone, true);
  }

  // "č. I-0442/2025", "LSTI n° 11990", "제 ISMS-0199 호": a short line that is little else than a number and
  // the word for one.
  void from_announced() {
    static const RE2 pattern(
        R"((?i)(?:^|[\s(])(?:no|nr|n|nº|n°|num|núm|number|número|numero|nummer|numer|číslo|č|№|#|제|第)(?:[.\s]*[ºo°#])?[.:\s]\s*)");
    constexpr std::ptrdiff_t kMostWords = 5;
    for (const Segment& segment : sheet_.segments) {
      if (segment.page_index > 0 || segment.font_size < kSmallPrint * sheet_.body_size) continue;
      if (std::ranges::count(segment.text, ' ') >= kMostWords || is_of_another(segment)) continue;
      if (is_under_accreditor(segment)) continue;
      re2::StringPiece text(segment.text);
      while (RE2::FindAndConsume(&text, pattern)) {  // "Nr / No. NB-0417"
        std::string number = number_in(std::string_view(text.data(), text.size()));
        if (!is_number(number, sheet_)) continue;
        add(std::move(number), segment, kAnnounced, true);
        break;
      }
    }
  }

  // "The certificate, which bears our number SCS/0087, ..."
  void from_words_for_numbers() {
    static const RE2 pattern(
        R"((?i)(?:^|\s)(?:number|\pL*nummer|numéro|número|numero|numer|numerem|номер|номером|číslo|číslem|sayılı|numaralı)\s+)");
    constexpr std::size_t kContext = 40;  // bytes before that tell whose number it is
    for (const Segment& segment : sheet_.segments) {
      if (segment.page_index > 0 || segment.font_size < kSmallPrint * sheet_.body_size) continue;
      re2::StringPiece text(segment.text);
      while (RE2::FindAndConsume(&text, pattern)) {
        const auto begin = static_cast<std::size_t>(text.data() - segment.text.data());
        const std::string before = fold_label(
            segment.text.substr(begin < kContext ? 0 : begin - kContext, std::min(begin, kContext)));
        const bool trap = sheet_.labels.roles_in(before).has(LabelRole::Trap) ||
                          sheet_.labels.roles_in(last_word(before)).has(LabelRole::Trap);
        std::string number = number_in(std::string_view(segment.text).substr(begin));
        if (!trap && is_number(number, sheet_)) add(std::move(number), segment, kAnnounced, true);
      }
    }
  }

  // Alone in its line, without any label that is known: letters or marks and digits, as numbers of
  // certificates have them.
  void from_lines_of_their_own() {
    for (const Segment& segment : sheet_.segments) {
      if (segment.page_index > 0 || !segment.has_position) continue;
      if (segment.font_size < kSmallPrint * sheet_.body_size || is_of_another(segment)) continue;
      std::string number = number_in(segment.text);
      const bool whole = number == segment.text && number.size() >= kLeastAlone;
      const bool mixed =
          std::ranges::any_of(number, [](char letter) { return !is_digit(letter) && letter != ' '; });
      if (whole && mixed && is_number(number, sheet_)) add(std::move(number), segment, kAlone, true);
    }
  }

  // A word of other numbers stands in its line, to its left or over it: a client's, a form's, a telephone's.
  bool is_of_another(const Segment& segment) const {
    const auto tells = [&](const Segment* line) {
      if (line == nullptr) return false;
      const LabelRoles roles = sheet_.labels.roles_in(line->folded.text);
      const LabelField field = sheet_.field_at_start(*line);
      const bool labelled = sheet_.neighbours.begins_with_label(*line) && field != LabelField::Number;
      return roles.has(LabelRole::Trap) || labelled;
    };
    if (tells(&segment) || tells(sheet_.neighbours.left_of(segment))) return true;
    const Segment* above = line_above(sheet_.segments, sheet_.index_of(segment));
    return above != nullptr && sheet_.neighbours.is_bare_label(*above) && tells(above);
  }

  double weight_of(const Found& found) const {
    double weight = found.weight;
    if (fits(bodies_, found.number)) weight = 1 - (1 - weight) * (1 - kKnownShape);
    // Numbers of sub-certificates begin with the main one's.
    const bool is_sub = std::ranges::any_of(found_, [&](const Found& other) {
      return other.key != found.key && other.key.size() >= 4 && found.key.starts_with(other.key);
    });
    return is_sub ? weight * kSubCertificate : weight;
  }

  const Sheet& sheet_;
  std::vector<const CertificationBody*> bodies_;
  std::vector<Found> found_;
  std::set<std::string> either_letter_;  // keys of numbers
};

}  // namespace

void read_number(const Sheet& sheet, Draft& draft) { NumberReader(sheet).read(draft); }

}  // namespace certreg::reading
