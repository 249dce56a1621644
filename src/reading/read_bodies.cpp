#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>

#include "certreg/domain/names.h"
#include "reading/ballot.h"
#include "reading/body_brands.h"
#include "reading/name_lines.h"
#include "reading/name_shape.h"
#include "reading/named_lines.h"
#include "reading/sheet.h"
#include "reading/standards.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kLongestPrinted = 120;

struct NamedBody {
  const CertificationBody* body = nullptr;
  std::string name;  // by which it is named
  const Segment* line = nullptr;
};

std::optional<NamedBody> named_in(const NamedLines& lines, const CertificationBody& body,
                                  const Reference& reference) {
  std::vector<std::string> names{body.name};
  names.insert(names.end(), body.aliases.begin(), body.aliases.end());
  for (std::string& name : names) {
    if (reference.certification_body_of(name) != &body) continue;  // a brand that several legal units share
    if (const Segment* line = lines.naming(name)) return NamedBody{&body, std::move(name), line};
  }
  return std::nullopt;
}

// How often a name in such a place is the issuer's.
constexpr double kBeforeAddress = 0.4;
constexpr double kOnBehalf = 0.97, kSignsForIt = 0.3;
constexpr double kKnownName = 0.8, kBesideLabel = 0.85, kBesideWeakLabel = 0.5, kCertifies = 0.75;
constexpr std::size_t kMostNamed = 3, kMostParagraphLines = 10;  // bodies in a paragraph that is no list
constexpr double kPartner = 0.1, kByTrade = 0.63;
constexpr double kPartOfName = 0.2, kBrandLine = 0.6;
constexpr double kProperty = 0.75, kAtEdge = 0.64, kOverContact = 0.62, kKnownAtEdge = 0.35, kAgain = 0.3;

class IssuerReader {
 public:
  IssuerReader(const Sheet& sheet, const NamedLines& lines, const Draft& draft)
      : sheet_(sheet),
        lines_(lines),
        holder_(draft.version.holders.empty() ? std::string()
                                              : normalise_name(draft.version.holders.front().name)) {}

  void read(Draft& draft) {
    add_known();
    add_labelled();
    add_represented();
    add_named();
    add_subjects();
    add_wide_subjects();
    add_in_wide_letters();
    if (ballot_.empty()) add_by_trade();
    if (ballot_.empty()) add_brands();
    ballot_.prefer_whole_names(kPartOfName, [&](const std::string& name) {
      const CertificationBody* body = sheet_.reference.certification_body_of(name);
      return body != nullptr && has_legal_form(name);
    });
    auto settled = ballot_.decide("issuer", "several certification bodies are named", draft);
    if (!settled) return;
    CertificateVersion& version = draft.version;
    version.issuer_printed = settled->value;
    if (const CertificationBody* body = sheet_.reference.certification_body_of(settled->value))
      version.issuer = body->id;
    version.quotes.push_back(settled->quote);
  }

 private:
  void add_known() {
    std::vector<NamedBody> named;
    for (const CertificationBody& body : sheet_.reference.certification_bodies())
      if (auto found = named_in(lines_, body, sheet_.reference)) named.push_back(*std::move(found));
    for (const NamedBody& one : named) ++named_in_[&first_of_paragraph(*one.line)];
    for (const auto& [body, name, line] : named) {
      const bool asked = named.size() > 1 && is_behind_contact(*line, body->name);
      const bool aside = is_list_of_bodies(*line) || asked || is_brand_of_another_unit(name, sheet_);
      add(body->name, *line, aside ? kPartner : kKnownName);
      if (is_at_edge(*line, sheet_) && !aside) ballot_.support(key_of(body->name), kKnownAtEdge);
    }
  }

  const Segment& first_of_paragraph(const Segment& line) const {
    const Segment* first = &line;
    for (std::size_t count = 0; count < kMostParagraphLines; ++count) {
      const Segment* above = line_above(sheet_.segments, sheet_.index_of(*first));
      if (above == nullptr || !same_type(*above, *first)) break;
      first = above;
    }
    return *first;
  }

  // A list of partners names none as the issuer.
  bool is_list_of_bodies(const Segment& line) const {
    const auto found = named_in_.find(&first_of_paragraph(line));
    return found != named_in_.end() && found->second > kMostNamed;
  }

  // "Information and contact: X Korea Limited": whom to ask, not who certifies.
  bool is_behind_contact(const Segment& line, const std::string& name) const {
    const auto at = line.text.find(name);
    if (at == std::string::npos) return false;
    const std::string_view before = std::string_view(line.text).substr(0, at);
    const std::string_view lead = before.substr(0, before.find_last_not_of(' ') + 1);
    if (!lead.ends_with(':') && !lead.ends_with("：")) return false;
    const auto begin = lead.find_last_of(".;|", lead.size() - 1);
    return sheet_.labels.phrase_in(fold_label(begin == std::string_view::npos ? lead : lead.substr(begin)),
                                   PhraseKind::Contact) != nullptr;
  }

  // What stands beside a label of the issuer; of a label in a sentence, the name that follows it.
  void add_labelled() {
    for (const Anchor& anchor : sheet_.anchors) {
      if (anchor.field != LabelField::Issuer) continue;
      for (const Value& value : values_of(sheet_, anchor))
        if (find_dates(value.text, sheet_.labels, sheet_.orders).empty() &&
            add_value(value, anchor.weak ? kBesideWeakLabel : kBesideLabel))
          break;
    }
  }

  // "Issued by: X Italy S.r.l., for and on behalf of: X Limited"
  void add_represented() {
    for (const Segment& segment : sheet_.segments) {
      const Phrase* phrase = sheet_.labels.phrase_in(segment.folded.text, PhraseKind::OnBehalf);
      if (phrase == nullptr) continue;
      const auto begin = segment.folded.text.find(phrase->folded);
      const std::string behind =
          segment.text.substr(segment.folded.offsets[begin + phrase->folded.size() - 1] + 1);
      const std::vector<std::string> names = names_in(without_separators(behind));
      if (names.empty() || body_of(names.front()) == nullptr) continue;
      if (!behind_label(behind).starts_with(names.front())) continue;
      for (const auto& choice : std::vector(ballot_.choices()))
        if (choice.key != key_of(names.front())) ballot_.discount(choice.key, kSignsForIt);
      add(names.front(), segment, kOnBehalf);
      represents_ = true;
      return;
    }
  }

  static std::string behind_label(const std::string& text) {
    const auto begin = text.find_first_not_of(" :,");
    return begin == std::string::npos ? std::string() : text.substr(begin);
  }

  bool add_value(const Value& value, double weight) {
    const std::vector<std::string> names = names_in(behind_leading_word(sheet_, value.text));
    if (!names.empty()) return add(names.front(), *value.segment, weight);
    std::string name = behind_leading_word(sheet_, value.text);
    name = name.substr(0, name.find(" ("));
    name = name.substr(0, name.find(" | "));
    if (const auto comma = name.find(", ");
        comma != std::string::npos && body_of(name.substr(0, comma)) != nullptr)
      name.erase(comma);
    while (name.ends_with(':') || name.ends_with(')') || name.ends_with('.')) name.pop_back();
    const std::string alone = without_address(name);
    if (is_common_word(alone)) return false;
    // "Address of the body: The Triangle, 9 Quay Street": a house as well as a name.
    if (alone.size() < name.size() && body_of(alone) == nullptr && !is_other_script(alone))
      weight *= kBeforeAddress;
    name = alone;
    return is_clean_text(name, kLongestPrinted) && may_be_name(name) && !looks_like_address(name) &&
           add(name, *value.segment, weight);
  }

  // "for the Registrar": one word that is nobody's name.
  bool is_common_word(const std::string& name) const {
    return name.find(' ') == std::string::npos && body_of(name) == nullptr && !is_all_capitals(name);
  }

  // "MSECB"
  static bool is_acronym(std::string_view text) {
    constexpr std::size_t kShortestAcronym = 3;  // bytes
    return text.size() >= kShortestAcronym && is_all_capitals(text) &&
           text.find_first_of(" .,:") == std::string_view::npos;
  }

  static bool is_all_capitals(std::string_view name) {
    return std::ranges::none_of(name, [](char letter) { return letter >= 'a' && letter <= 'z'; });
  }

  // "X certifies that": who certifies stands before the words that lead in to the holder.
  void add_subjects() {
    for (const Anchor& anchor : sheet_.anchors) {
      if (anchor.field != LabelField::Holder) continue;
      const Segment& segment = sheet_.segments[anchor.segment];
      std::string_view before = std::string_view(segment.text).substr(0, anchor.begin);
      for (std::string_view word : {"The ", "La ", "Die ", "Der ", "Das ", "Le ", "El ", "Il ", "L'", "A "})
        if (before.starts_with(word)) before.remove_prefix(word.size());
      for (std::string_view word : {" hereby ", " herewith ", " hiermit "})
        if (before.ends_with(word)) before.remove_suffix(word.size() - 1);
      while (before.ends_with(' ') || before.ends_with(',')) before.remove_suffix(1);
      const bool acronym = is_acronym(before);
      if (before.size() < kShortestName && !acronym) continue;
      if (const std::vector<std::string> names = names_in(before); !names.empty()) {
        add(names.front(), segment, kCertifies);
        continue;
      }
      const bool name = may_be_name(before) && (is_mostly_capitals(before) || has_legal_form(before));
      if ((acronym || name) && std::ranges::count(before, ' ') <= kMostBrandWords)
        add(std::string(before), segment, kCertifies);
    }
  }

  // "X hereby certifies that", "remains the property of X", and names at the top and the foot of the page.
  void add_named() {
    for (const Segment& segment : sheet_.segments) {
      const bool certifies = says(segment, PhraseKind::Certifies), owns = says(segment, PhraseKind::Property);
      const bool edge = is_at_edge(segment, sheet_), contact = is_over_contact(segment);
      if (represents_ || is_list_of_bodies(segment)) continue;
      for (const std::string& whole : whole_names_in(segment)) {
        const std::string name = behind_word_for_certificate(whole, segment);
        if (is_behind_contact(segment, name) || is_town(segment.text, name) ||
            (body_of(name) == nullptr && has_postal_code(name)))
          continue;
        const bool by = is_named_as_doer(segment.text, name);
        if (!certifies && !owns && !edge && !by && !contact) continue;
        const double weight =
            owns ? kProperty : (certifies || by ? kCertifies : (edge ? kAtEdge : kOverContact));
        if (!add(name, segment, weight)) continue;
        if (edge && (owns || certifies)) ballot_.support(key_of(name), kAgain);
      }
    }
  }

  // "91999 Les Ulmes Cedex – SAS au capital de ...": a postal code stands before it.
  static bool is_town(std::string_view text, const std::string& name) {
    static const RE2 code(R"(\d{4,6} $)");
    return RE2::PartialMatch(text.substr(0, text.find(name)), code);
  }

  // "Belge X A.Ş. mülkiyetindedir" ("the certificate is the property of X"), and X elsewhere.
  std::string behind_word_for_certificate(const std::string& name, const Segment& segment) const {
    const auto blank = name.find(' ');
    if (blank == std::string::npos || body_of(name) != nullptr) return name;
    if (!sheet_.labels.roles_in(fold_label(name.substr(0, blank))).has(LabelRole::Certificate)) return name;
    std::string rest = name.substr(blank + 1);
    const bool elsewhere = std::ranges::any_of(sheet_.segments, [&](const Segment& other) {
      return &other != &segment && other.text.starts_with(rest);
    });
    return elsewhere ? rest : name;
  }

  // A name that the line begins with may have begun in the line above.
  std::vector<std::string> whole_names_in(const Segment& segment) const {
    std::vector<std::string> names = names_in(segment.text);
    // "ООО «Маяк»": the form stands before the name, which is quoted.
    if (names.empty() && segment.text.ends_with("»") && ends_in_legal_form(segment.text) &&
        may_be_name(segment.text))
      return {segment.text};
    if (names.empty() || !segment.text.starts_with(names.front())) return names;
    const Segment* above = line_above(sheet_.segments, sheet_.index_of(segment));
    if (above == nullptr || !same_type(*above, segment) || above->text.ends_with('.')) return names;
    for (std::string& name : names_in(above->text + " " + segment.text))
      if (name.size() > names.front().size() && name.ends_with(names.front()))
        names.front() = std::move(name);
    return names;
  }

  // A company in whose name a word for certifying stands, wherever it is named.
  void add_by_trade() {
    for (const Segment& segment : sheet_.segments) {
      if (is_list_of_bodies(segment)) continue;
      for (const std::string& name : whole_names_in(segment))
        if (sheet_.labels.roles_in(fold_label(name)).has(LabelRole::Body)) add(name, segment, kByTrade);
    }
  }

  // "日本品質機構株式会社は、下記組織の ... を証します": who certifies is the sentence's subject.
  void add_wide_subjects() {
    for (const Segment& segment : sheet_.segments)
      for (const std::string_view mark : {"は、", "は,"}) {
        const auto end = segment.text.find(mark);
        if (end == std::string::npos || end > kLongestPrinted || segment.page_index > 0) continue;
        const std::string name = segment.text.substr(0, end);
        const bool system = sheet_.labels.phrase_in(segment.folded.text, PhraseKind::System) != nullptr;
        if (ends_in_legal_form(name) && (system || says(segment, PhraseKind::Certifies)))
          add(name, segment, kCertifies);
      }
  }

  // "国際認証機構株式会社": a company by its form, in whose name a word for certificates stands.
  void add_in_wide_letters() {
    for (const Segment& segment : sheet_.segments) {
      if (static_cast<unsigned char>(segment.text.front()) < 0xE3 || looks_like_address(segment.text))
        continue;
      if (sheet_.neighbours.begins_with_label(segment) || !ends_in_legal_form(segment.text)) continue;
      if (sheet_.labels.roles_in(segment.folded.text).has(LabelRole::Certificate))
        add(segment.text, segment, kOverContact);
    }
  }

  // A body named by its brand only.
  void add_brands() {
    for (const Segment& segment : sheet_.segments)
      if (is_branded_line(segment, sheet_)) add(segment.text, segment, kBrandLine);
    if (!ballot_.empty()) return;
    for (const Segment& segment : sheet_.segments)
      for (const std::string& brand : sole_brands_in(segment.text, sheet_.reference))
        add(brand, segment, kBrandLine);
  }

  bool says(const Segment& segment, PhraseKind kind) const {
    return std::ranges::any_of(sheet_.labels.phrases(), [&](const Phrase& phrase) {
      return phrase.kind == kind && contains_words(segment.folded.text, phrase.folded);
    });
  }

  // In the lower half of a page, with a telephone number or an address of the web in the next line: holders
  // are seldom called.
  bool is_over_contact(const Segment& segment) const {
    static const RE2 address(R"((?i)\b(?:www|http)\b|@|\(\d{3}\) )");
    const double height = sheet_.text.pages[segment.page_index].height;
    if (!segment.has_position || segment.box.y < height / 2) return false;
    const Segment* next = sheet_.neighbours.next_in_block(sheet_.index_of(segment));
    return next != nullptr && (sheet_.labels.phrase_in(next->folded.text, PhraseKind::Contact) != nullptr ||
                               RE2::PartialMatch(next->text, address));
  }

  const CertificationBody* body_of(const std::string& name) const {
    return body_named(name, sheet_.reference);
  }

  // A body that the reference knows is one, whichever of its names is printed.
  std::string key_of(const std::string& name) const {
    const CertificationBody* body = body_of(name);
    return body != nullptr ? body->id.value : normalise_name(name);
  }

  bool add(const std::string& name, const Segment& segment, double weight) {
    const std::string normal = normalise_name(name);
    const bool is_holder = !holder_.empty() && (normal.find(holder_) != std::string::npos ||
                                                holder_.find(normal) != std::string::npos);
    if (is_holder || is_system(name, segment) || is_about_certifying(name) || is_of_sentence(name) ||
        sheet_.reference.accreditation_body_of(name) != nullptr)
      return false;
    const CertificationBody* body = body_of(name);
    ballot_.add(body != nullptr ? body->name : name, key_of(name),
                quote_of(segment, "issuer", segment.text, weight), weight * segment.confidence);
    return true;
  }

  // "THE BUSINESS CONTINUITY" of "the business continuity management system of": nobody's name.
  bool is_system(const std::string& name, const Segment& segment) const {
    return !has_legal_form(name) && body_of(name) == nullptr &&
           sheet_.labels.phrase_in(segment.folded.text, PhraseKind::System) != nullptr;
  }

  // "兹证明" in a line of its own, well read or not: no body's full name is so short.
  bool is_about_certifying(const std::string& name) const {
    constexpr std::size_t kShortest = 12;  // bytes: four characters of East Asia
    const std::string folded = fold_label(name);
    if (folded.empty()) return true;
    const bool is_wide = static_cast<unsigned char>(folded.front()) >= 0xE3;
    return sheet_.labels.is_phrase(folded, PhraseKind::Certifies) || (is_wide && folded.size() < kShortest);
  }

  // "在证书有效期内，"
  static bool is_of_sentence(std::string_view name) {
    return std::ranges::any_of(std::array{"，", "。", "；"},
                               [&](std::string_view mark) { return name.find(mark) != name.npos; });
  }

  static bool has_postal_code(const std::string& name) {
    static const RE2 code(R"(\b\d{4,6}\b)");
    return RE2::PartialMatch(name, code);
  }

  const Sheet& sheet_;
  const NamedLines& lines_;
  std::string holder_;
  std::map<const Segment*, std::size_t> named_in_;  // how many bodies, by the first line of a paragraph
  Ballot ballot_;
  bool represents_ = false;  // another body signs for it
};

}  // namespace

void read_bodies(const Sheet& sheet, Draft& draft) {
  const NamedLines lines(sheet);
  IssuerReader(sheet, lines, draft).read(draft);
  read_accreditors(sheet, lines, draft);
}

}  // namespace certreg::reading
