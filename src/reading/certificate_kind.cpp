#include "reading/certificate_kind.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "reading/name_lines.h"
#include "reading/name_shape.h"
#include "reading/standards.h"
#include "reading/text_block.h"

namespace certreg::reading {
namespace {

constexpr double kSmallPrint = 0.8;  // of the body's size
constexpr std::ptrdiff_t kMostWordsOfTitle = 9, kMostWordsOfCredential = 7;
constexpr std::ptrdiff_t kMostWordsOfSpecimen = 2;
constexpr double kLargeType = 1.2;  // of the body's
constexpr double kMostOfLine = 0.5;

std::ptrdiff_t words_in(const Segment& segment) { return 1 + std::ranges::count(segment.folded.text, ' '); }

// "Sample Harbour Cloud GmbH" where somebody is certified: a name that begins with a word that titles have,
// too. A name that stands for any ("Sample Company Ltd") is a specimen's.
bool is_name_of_holder(const Sheet& sheet, const Segment& segment, const Phrase& phrase) {
  static const RE2 any_company(
      R"(\b(?:company|corporation|organi[sz]ation|business|firm|client|customer|name|firma|unternehmen|entreprise|empresa)\b)");
  const std::string& folded = segment.folded.text;
  return phrase.folded.find(' ') == std::string::npos && folded.starts_with(phrase.folded + " ") &&
         words_in(segment) > kMostWordsOfSpecimen && ends_in_legal_form(segment.text) &&
         !RE2::PartialMatch(folded, any_company) &&
         std::ranges::any_of(sheet.anchors,
                             [](const Anchor& anchor) { return anchor.field == LabelField::Conformity; });
}

bool is_titled_certificate(const Sheet& sheet) {
  constexpr double kTitle = 1.4;  // of the body's size
  return std::ranges::any_of(sheet.segments, [&](const Segment& segment) {
    return segment.has_position && segment.page_index == 0 && segment.font_size >= kTitle * sheet.body_size &&
           sheet.labels.roles_in(segment.folded.text).has(LabelRole::Certificate);
  });
}

// Lines that say what the document is: not those of a scope, which may name any trade.
class Telling {
 public:
  explicit Telling(const Sheet& sheet)
      : sheet_(sheet), is_titled_(is_titled_certificate(sheet)), of_scope_(sheet.segments.size()) {
    for (const Anchor& anchor : sheet.anchors) {
      if (anchor.field != LabelField::Scope) continue;
      for (const Value& value : scope_values_of(sheet, anchor)) {
        for (const Segment* line : text_block(sheet, *value.segment, value.text).lines)
          of_scope_[sheet.index_of(*line)] = true;
        break;
      }
    }
  }

  // A title, a line that is little else than the phrase, or a watermark.
  const Segment* of_another_kind() const {
    for (std::size_t at = 0; at < sheet_.segments.size(); ++at) {
      const Segment& segment = sheet_.segments[at];
      if (of_scope_[at] || words_in(segment) > kMostWordsOfTitle) continue;
      const Phrase* phrase = sheet_.labels.phrase_in(segment.folded.text, PhraseKind::NotCertificate);
      const bool large = segment.has_position && segment.font_size >= kLargeType * sheet_.body_size;
      if (large && is_title_of_another(segment)) return &segment;
      // "Audit report": with a number it is a reference.
      if (large && !is_titled_ && sheet_.labels.is_phrase(segment.folded.text, PhraseKind::TitleOfAnother))
        return &segment;
      if (phrase == nullptr || begins_with_label(at, *phrase)) continue;
      // The body's own papers are named in small print, and in the middle of sentences.
      const bool aside = segment.has_position && (segment.font_size < kSmallPrint * sheet_.body_size ||
                                                  begins_in_lower_case(segment.text));
      const bool most = !aside && static_cast<double>(phrase->folded.size()) >=
                                      kMostOfLine * static_cast<double>(segment.folded.text.size());
      if (most || (large && !is_name_of_holder(sheet_, segment, *phrase))) return &segment;
    }
    for (const Segment& segment : sheet_.watermarks)
      if (sheet_.labels.phrase_in(segment.folded.text, PhraseKind::NotCertificate) != nullptr)
        return &segment;
    return nullptr;
  }

  // Words of letters and of texts about standards: they tell wherever they stand.
  const Segment* of_running_text() const {
    for (std::size_t at = 0; at < sheet_.segments.size(); ++at) {
      const Segment& segment = sheet_.segments[at];
      if (of_scope_[at]) continue;
      if (letter_phrase_of(segment) != nullptr ||
          sheet_.labels.phrase_in(segment.folded.text, PhraseKind::OtherDocument) != nullptr)
        return &segment;
    }
    return nullptr;
  }

  // "Dear Client," and "Yours sincerely": whatever it says of a certificate, even all of it.
  const Segment* of_letter() const {
    const Phrase* opening = nullptr;
    for (const Segment& segment : sheet_.segments) {
      const Phrase* phrase = letter_phrase_of(segment);
      if (phrase == nullptr || phrase == opening) continue;
      if (opening != nullptr) return &segment;
      opening = phrase;
    }
    return nullptr;
  }

  // "Certified ISO/IEC 27001 Lead Auditor": what is certified is a person.
  const Segment* of_a_person() const {
    for (std::size_t at = 0; at < sheet_.segments.size(); ++at) {
      const Segment& segment = sheet_.segments[at];
      if (!of_scope_[at] && names_person_standard(at)) return &segment;
      if (of_scope_[at] || words_in(segment) > kMostWordsOfCredential || segment.font_size < sheet_.body_size)
        continue;
      if (sheet_.labels.phrase_in(segment.folded.text, PhraseKind::Person) == nullptr) continue;
      const bool names_standard = !find_standards(segment.text, sheet_.reference).empty();
      const bool beside = (at > 0 && is_standard_alone(at - 1)) ||
                          (at + 1 < sheet_.segments.size() && is_standard_alone(at + 1));
      const bool large = segment.font_size >= kLargeType * sheet_.body_size;
      if (names_standard || (beside && large)) return &segment;
    }
    return nullptr;
  }

 private:
  const Phrase* letter_phrase_of(const Segment& segment) const {
    constexpr std::ptrdiff_t kMostWords = 7, kWordsOfSentence = 3;  // "nous vous prions d'agréer ..."
    const bool is_short = words_in(segment) <= kMostWords;
    const auto& phrases = sheet_.labels.phrases();
    const auto found = std::ranges::find_if(phrases, [&](const Phrase& phrase) {
      if (phrase.kind != PhraseKind::Letter) return false;
      if (!is_short && std::ranges::count(phrase.folded, ' ') < kWordsOfSentence) return false;
      return segment.folded.text.starts_with(phrase.folded) &&
             is_word_boundary(segment.folded.text, phrase.folded.size());
    });
    return found == phrases.end() ? nullptr : &*found;
  }

  // "Certificate of Membership", "Produktzertifikat"; but a body may be called "X Product Certification Ltd".
  bool is_title_of_another(const Segment& segment) const {
    return sheet_.labels.roles_in(segment.folded.text).has(LabelRole::Certificate) &&
           sheet_.labels.phrase_in(segment.folded.text, PhraseKind::OtherTitle) != nullptr &&
           !has_legal_form(segment.text);
  }

  // "Accreditation certificate number: 0001" does, "Certificate of attendance" does not: there the label is
  // but a part of the phrase.
  bool begins_with_label(std::size_t at, const Phrase& phrase) const {
    const Segment& segment = sheet_.segments[at];
    if (!sheet_.neighbours.begins_with_label(segment)) return false;
    if (!segment.folded.text.starts_with(phrase.folded)) return true;
    return std::ranges::any_of(sheet_.anchors, [&](const Anchor& anchor) {
      const std::string_view words = std::string_view(segment.text).substr(0, anchor.end);
      return anchor.segment == at && fold_label(words).size() >= phrase.folded.size();
    });
  }

  // A body that certifies persons beside organisations lists all that it is accredited for.
  bool names_person_standard(std::size_t at) const {
    const auto says = [&](std::size_t line, PhraseKind kind) {
      return line < sheet_.segments.size() &&
             sheet_.labels.phrase_in(sheet_.segments[line].folded.text, kind) != nullptr;
    };
    if (says(at, PhraseKind::PersonStandard)) return true;
    return says(at, PhraseKind::PersonBodyStandard) && !says(at, PhraseKind::BodyStandard) &&
           !says(at + 1, PhraseKind::BodyStandard) && (at == 0 || !says(at - 1, PhraseKind::BodyStandard));
  }

  bool is_standard_alone(std::size_t at) const {
    return words_in(sheet_.segments[at]) <= kMostWordsOfCredential &&
           !find_standards(sheet_.segments[at].text, sheet_.reference).empty();
  }

  const Sheet& sheet_;
  bool is_titled_;  // as a certificate, which may name the report of its audit
  std::vector<bool> of_scope_;
};

// "[Company name]", "XXXX", "DD/MM/YYYY", "Lorem ipsum": a form that nobody filled in.
const Segment* line_to_fill_in(const Sheet& sheet) {
  static const RE2 pattern(
      R"((?i)\[(?:insert|your|company|name|date|client|holder|scope)[^\]]*\]|<(?:company|name|date|client|scope)[^>]*>|\bx{4,}\b|x{4,}$|\bdd[/.-]mm[/.-]yy|\bmm[/.-]dd[/.-]yy|lorem ipsum|\babc (?:company|ltd|limited|inc|gmbh)\b|\bcompany name here\b|\byour (?:company|organi[sz]ation) (?:name|ltd|limited|inc|gmbh)\b|^0{5,}$)");
  for (const Segment& segment : sheet.segments)
    if (RE2::PartialMatch(segment.text, pattern)) return &segment;
  return nullptr;
}

// What is asked is not stated: "Is it certified to ISO/IEC 27001? If so, state the number".
const Segment* line_that_asks(const Sheet& sheet) {
  constexpr int kLeast = 2;  // one mark may be a misread sign
  static const RE2 pattern(R"([\pL\d][)\"”]?\s?[?？](?:\s|$))");
  int questions = 0;
  for (const Segment& segment : sheet.segments)
    if (RE2::PartialMatch(segment.text, pattern) && ++questions == kLeast) return &segment;
  return nullptr;
}

// What is found to conform to the standard by which bodies are accredited is a body: ISO/IEC 17021-1:2015, 1.
// Marks name it in small type, and beside the standard that is certified.
const Segment* line_that_accredits(const Sheet& sheet) {
  constexpr double kLarger = 1.15;  // than the body's size
  const Segment* found = nullptr;
  double certified = 0;
  const auto follows_conformity = [&](const Segment& segment) {
    const Segment* above = line_above(sheet.segments, sheet.index_of(segment));
    return above != nullptr && sheet.labels.roles_in(above->folded.text).has(LabelRole::Conformity);
  };
  for (const Segment& segment : sheet.segments) {
    if (segment.page_index > 0 || !segment.has_position) continue;
    if (!find_standards(segment.text, sheet.reference).empty())
      certified = std::max(certified, segment.font_size);
    else if (segment.font_size >= kLarger * sheet.body_size && follows_conformity(segment) &&
             sheet.labels.phrase_in(segment.folded.text, PhraseKind::BodyStandard) != nullptr)
      found = &segment;
  }
  return found != nullptr && certified < found->font_size ? found : nullptr;
}

// A browser prints the hour at the head of each sheet and the address at its foot: a page of a register shows
// what it lists, and is no certificate.
const Segment* line_of_printed_page(const Sheet& sheet) {
  constexpr double kEdge = 0.07;  // of the height
  static const RE2 address(R"(^https?://\S+)"), hour(R"(\b\d{1,2}:\d{2}\b)");
  bool has_hour = false;
  const Segment* foot = nullptr;
  for (const Segment& segment : sheet.segments) {
    const double height = sheet.text.pages[segment.page_index].height;
    if (!segment.has_position || segment.page_index > 0 || height <= 0) continue;
    if (segment.box.y < kEdge * height) has_hour |= RE2::PartialMatch(segment.text, hour);
    if (segment.box.y > (1 - kEdge) * height && RE2::PartialMatch(segment.text, address)) foot = &segment;
  }
  return has_hour ? foot : nullptr;
}

// Without the words of one: the labels that only a certificate has together.
bool is_labelled_as_certificate(const Sheet& sheet) {
  const auto has = [&](std::initializer_list<LabelField> fields) {
    return std::ranges::any_of(sheet.anchors, [&](const Anchor& anchor) {
      return !anchor.weak && std::ranges::find(fields, anchor.field) != fields.end();
    });
  };
  const bool dated = has({LabelField::Expires, LabelField::Validity, LabelField::ValidFrom});
  return has({LabelField::Number}) && dated && (has({LabelField::Holder}) || has({LabelField::Scope}));
}

}  // namespace

const Segment* line_saying(const Sheet& sheet, PhraseKind kind) {
  for (const std::vector<Segment>* lines : {&sheet.segments, &sheet.watermarks})
    for (const Segment& segment : *lines)
      if (sheet.labels.phrase_in(segment.folded.text, kind) != nullptr) return &segment;
  return nullptr;
}

std::string why_no_certificate(const Sheet& sheet) {
  if (!sheet.text.has_text)
    return sheet.text.whole
               ? "the document has pictures only"
               : "the document's pages could not be read: whether it is a certificate is not known";
  const Telling telling(sheet);
  if (const Segment* line = telling.of_another_kind())
    return fmt::format("the document is no certificate: it says \"{}\"", line->text);
  if (const Segment* line = telling.of_letter())
    return fmt::format("the document is a letter, not a certificate: it says \"{}\"", line->text);
  if (const Segment* line = telling.of_a_person())
    return fmt::format("the document certifies a person, not an organisation: it says \"{}\"", line->text);
  if (const Segment* line = line_of_printed_page(sheet))
    return fmt::format("the document is a printed page of the web: {}", line->text);
  if (const Segment* line = line_saying(sheet, PhraseKind::Disclaims))
    return fmt::format("the document is no certificate: it says \"{}\"", line->text);
  if (const Segment* line = line_that_accredits(sheet))
    return fmt::format("the document accredits a body: it says \"{}\"", line->text);
  if (const Segment* line = line_to_fill_in(sheet))
    return fmt::format("the document is a form that is not filled in: it says \"{}\"", line->text);
  if (const Segment* line = line_that_asks(sheet))
    return fmt::format("the document asks, and states nothing: it says \"{}\"", line->text);
  const bool conforms = std::ranges::any_of(
      sheet.anchors, [](const Anchor& anchor) { return anchor.field == LabelField::Conformity; });
  if (!conforms && !is_titled_certificate(sheet) && line_saying(sheet, PhraseKind::Certifies) == nullptr &&
      !is_labelled_as_certificate(sheet))
    return "the document has no words of a certificate";
  return {};
}

std::string why_perhaps_none(const Sheet& sheet) {
  const Segment* line = Telling(sheet).of_running_text();
  return line == nullptr ? std::string()
                         : fmt::format("the document is no certificate: it says \"{}\"", line->text);
}

bool is_complete(const Draft& draft) {
  const CertificateVersion& version = draft.version;
  return !version.holders.empty() && !version.number.empty() && version.expires && !version.scope.empty() &&
         !version.issuer_printed.empty();
}

std::string why_too_little(const Draft& draft) {
  const CertificateVersion& version = draft.version;
  const bool named = !version.holders.empty() || is_open(draft, "holder");
  const bool numbered = !version.number.empty() || is_open(draft, "number");
  if (!named && !numbered) return "neither a certificate's number nor a holder was found";
  const bool dated = version.expires || version.valid_from || version.issued || version.first_issued ||
                     is_open(draft, "expires") || is_open(draft, "issued") || is_open(draft, "valid_from");
  if (!dated) return "no day of issue or expiry was found";
  const bool ends = version.expires || is_open(draft, "expires");
  if (!ends && !named) return "neither a holder nor an expiry was found";
  if (!ends && !numbered) return "neither a certificate's number nor its expiry was found";
  const bool scoped = !version.scope.empty() || is_open(draft, "scope");
  if (!ends && !scoped) return "neither a scope nor an expiry was found";
  return {};
}

}  // namespace certreg::reading
