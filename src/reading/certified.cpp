#include "reading/certified.h"

#include <re2/re2.h>

#include <algorithm>

#include "reading/standards.h"

namespace certreg::reading {
namespace {

constexpr double kBehind = 0.9;  // a number behind a standard, in a sentence
constexpr double kInRow = 0.96;  // a number in a standard's row, under a label of numbers
constexpr double kSameType = 0.95, kSameTypeInPicture = 0.75;
constexpr std::size_t kBeside = 3;  // segments between two standards that stand together

struct Mention {
  FoundStandard found;
  const Segment* segment;
  std::size_t at;
};

// "... the requirements of ISO/IEC" and in the next line "27001:2022".
std::string with_broken_end(const Sheet& sheet, std::size_t at) {
  const std::string& text = sheet.segments[at].text;
  const bool broken =
      text.ends_with("ISO") || text.ends_with("IEC") || text.ends_with("ISO/") || text.ends_with("JIS Q");
  const Segment* next = broken ? sheet.neighbours.next_in_block(at) : nullptr;
  return next == nullptr ? text : text + " " + next->text;
}

// "... with the Standard UNE-EN" and in the next line "ISO/IEC 27001:2023".
std::string adoption_above(const Sheet& sheet, std::size_t at) {
  const Segment* above = line_above(sheet.segments, at);
  if (above == nullptr || !similar_size(*above, sheet.segments[at])) return {};
  if (!sheet.segments[at].text.starts_with("ISO")) return {};
  return std::string(adoption_at_end(above->text));
}

std::vector<Mention> mentions_at(const Sheet& sheet, std::size_t at) {
  const Segment& segment = sheet.segments[at];
  std::string lead = adoption_above(sheet, at);
  if (!lead.empty() && !lead.ends_with('-')) lead += ' ';
  std::string words = lead + with_broken_end(sheet, at);
  if (segment.origin == TextOrigin::Ocr) words = with_prefixes_repaired(words);
  std::vector<Mention> mentions;
  for (FoundStandard& found : find_standards(words, sheet.reference)) {
    found.begin -= std::min(found.begin, lead.size());
    if (found.begin < segment.text.size()) mentions.push_back({std::move(found), &segment, at});
  }
  return mentions;
}

std::vector<Mention> mentions_in(const Sheet& sheet) {
  std::vector<Mention> mentions;
  for (std::size_t at = 0; at < sheet.segments.size(); ++at)
    for (Mention& mention : mentions_at(sheet, at)) mentions.push_back(std::move(mention));
  return mentions;
}

constexpr std::ptrdiff_t kMostWordsBeside = 9;  // of a line that names the standard and little else
constexpr double kSmallPrint = 0.8;             // of the body's size

// Anywhere in the line: "and operates a system which complies with the requirements of".
bool has_conformity_words(const Sheet& sheet, std::string_view folded) {
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (folded[at] == ' ' || !is_word_boundary(folded, at)) continue;
    const Label* label = sheet.labels.longest_at(folded.substr(at)).label;
    if (label != nullptr && label->field == LabelField::Conformity) return true;
  }
  return false;
}

bool says_conformity(const Sheet& sheet, const Segment& segment) {
  const auto at = sheet.index_of(segment);
  const bool labelled = std::ranges::any_of(sheet.anchors, [&](const Anchor& anchor) {
    return anchor.segment == at &&
           (anchor.field == LabelField::Conformity || anchor.field == LabelField::Standard ||
            anchor.field == LabelField::Holder);
  });
  return labelled || has_conformity_words(sheet, segment.folded.text) ||
         sheet.labels.phrase_in(segment.folded.text, PhraseKind::Certifies) != nullptr;
}

// "for operating a management system in conformity with ISO/IEC 27001": words that nobody wrote down as a
// whole, before the standard. One that is only spoken of is mostly named without an edition.
bool leads_with_conformity(const Sheet& sheet, const Mention& mention) {
  constexpr std::size_t kFar = 80;  // bytes
  if (mention.found.mention.edition.empty()) return false;
  std::string before = mention.segment->text.substr(0, mention.found.begin);
  if (before.size() < kFar / 2)
    if (const Segment* above = line_above(sheet.segments, mention.at);
        above != nullptr && similar_size(*above, *mention.segment))
      before = above->text + " " + before;
  if (before.size() > kFar) before = before.substr(before.size() - kFar);
  return sheet.labels.roles_in(fold_label(before)).has(LabelRole::Conformity);
}

// The last line of running text is short, too.
bool ends_paragraph(const Sheet& sheet, const Mention& mention) {
  constexpr std::ptrdiff_t kRunning = 6;  // words of a line of running text
  const Segment* above = line_above(sheet.segments, mention.at);
  if (above == nullptr || !similar_size(*above, *mention.segment)) return false;
  const char first = mention.segment->text.front();
  const bool goes_on = (first >= 'a' && first <= 'z') || first == '(';
  return goes_on && std::ranges::count(above->text, ' ') >= kRunning && !above->text.ends_with(':');
}

// A standard is certified where it stands by itself, or where the words of conformity are; in other sentences
// it is only spoken of ("in the spirit of ISO/IEC 27001").
bool may_be_certified(const Sheet& sheet, const Mention& mention) {
  const Segment& segment = *mention.segment;
  if (!segment.has_position) return true;
  if (segment.font_size < kSmallPrint * sheet.body_size) return false;
  if (says_conformity(sheet, segment) || leads_with_conformity(sheet, mention)) return true;
  if (std::ranges::count(segment.text, ' ') < kMostWordsBeside && !ends_paragraph(sheet, mention))
    return true;
  const Segment* above = line_above(sheet.segments, mention.at);
  return above != nullptr && says_conformity(sheet, *above);
}

bool extends_another(const Sheet& sheet, const StandardId& id) {
  const Standard* standard = sheet.reference.find(id);
  return standard != nullptr && standard->extends.has_value();
}

bool extends(const Sheet& sheet, const StandardId& id, const StandardId& parent) {
  const Standard* standard = sheet.reference.find(id);
  return standard != nullptr && standard->extends == parent;
}

// The largest type; among equals a standard that stands alone before one that extends it.
const Mention& main_mention(const Sheet& sheet, const std::vector<Mention>& mentions) {
  double largest = 0;
  for (const Mention& mention : mentions) largest = std::max(largest, mention.segment->font_size);
  const Mention* first = nullptr;
  for (const Mention& mention : mentions) {
    if (mention.segment->font_size <
        (mention.segment->origin == TextOrigin::Ocr ? kSameTypeInPicture : kSameType) * largest)
      continue;
    if (first == nullptr) first = &mention;
    bool nearby = mention.at - first->at <= kBeside;
    if (nearby && extends_another(sheet, first->found.mention.standard) &&
        !extends_another(sheet, mention.found.mention.standard))
      first = &mention;
  }
  return *first;
}

// Its own words: only a picture leaves doubt, where one misread digit makes another standard or edition.
Quote quote_of_mention(const Mention& mention, std::string field, std::string words) {
  return quote_of(*mention.segment, std::move(field), std::move(words), mention.segment->least_confidence);
}

void set_edition(const std::vector<Mention>& mentions, CertifiedStandard& certified) {
  std::vector<Candidate> candidates;
  for (const Mention& mention : mentions) {
    const std::string& edition = mention.found.mention.edition;
    if (mention.found.mention.standard != certified.standard || edition.empty()) continue;
    bool known =
        std::ranges::any_of(candidates, [&](const Candidate& other) { return other.value == edition; });
    if (known) continue;
    candidates.push_back({edition, quote_of_mention(mention, "edition", mention.found.printed)});
    if (candidates.size() > 1 || !certified.edition.empty()) continue;
    certified.edition = edition;
    certified.printed = mention.found.printed;
    certified.quote = quote_of_mention(mention, "standard", mention.segment->text);
  }
  if (candidates.size() < 2) return;
  certified.edition.clear();
  certified.ambiguity =
      Ambiguity{"edition", "several editions of the standard are named", std::move(candidates)};
}

// In a table of standards each has its own number beside it.
void set_number_in_row(const Sheet& sheet, const Mention& mention, CertifiedStandard& certified) {
  const Segment* right = sheet.neighbours.right_of(mention.at);
  if (right == nullptr) return;
  const bool under_label = std::ranges::any_of(sheet.anchors, [&](const Anchor& anchor) {
    const Segment& label = sheet.segments[anchor.segment];
    return anchor.field == LabelField::Number && anchor.rest.empty() && label.box.y < right->box.y &&
           label.page_index == right->page_index && label.box.x < right->box.x + right->box.width &&
           right->box.x < label.box.x + label.box.width;
  });
  if (!under_label || number_in(right->text) != right->text) return;
  certified.number = right->text;
  certified.number_quote = quote_of(*right, "number", right->text, kInRow * right->least_confidence);
}

// "... and with ISO/IEC 27018:2019 (ref. AB-4712)", "ISO/IEC 27017:2015 under certificate AB-4713".
void set_number_behind(const Sheet& sheet, const Mention& mention, CertifiedStandard& certified) {
  static const RE2 pattern(
      R"((?i)^[^.;:]{0,24}?[\s(](?:ref|no|nr|n|nº|n°|certificate|certificat|certificado|certificato|zertifikat|attestato)(?:[.:]|[.:]?\s+(?:no|nr|n|nº|n°)[.:]?)?\s+)");
  const Segment& segment = *mention.segment;
  const auto printed = segment.text.find(mention.found.printed, mention.found.begin);
  if (printed == std::string::npos) return;
  std::string behind = segment.text.substr(printed + mention.found.printed.size());
  if (const Segment* next = sheet.neighbours.next_in_block(mention.at);
      next != nullptr && similar_size(*next, segment))
    behind += " " + next->text;
  re2::StringPiece rest(behind);
  if (!RE2::Consume(&rest, pattern)) return;
  std::string number = number_in(std::string_view(rest.data(), rest.size()));
  if (number.empty() || !find_standards(number, sheet.reference).empty()) return;
  certified.number_quote =
      quote_of(segment, "number", mention.found.printed + behind, kBehind * segment.least_confidence);
  certified.number = std::move(number);
}

CertifiedStandard certify(const Sheet& sheet, const std::vector<Mention>& mentions, const Mention& mention,
                          std::optional<ExtensionForm> form) {
  CertifiedStandard certified;
  certified.standard = mention.found.mention.standard;
  certified.printed = mention.found.printed;
  certified.quote = quote_of_mention(mention, "standard", mention.segment->text);
  set_number_in_row(sheet, mention, certified);
  if (certified.number.empty() && extends_another(sheet, certified.standard))
    set_number_behind(sheet, mention, certified);
  if (extends_another(sheet, certified.standard))
    certified.form = certified.number.empty() ? form : ExtensionForm::Sheet;
  set_edition(mentions, certified);
  return certified;
}

bool is_listed(const std::vector<CertifiedStandard>& certified, const StandardId& id) {
  return std::ranges::any_of(certified, [&](const CertifiedStandard& other) { return other.standard == id; });
}

// Near one that is certified, in type as large.
bool stands_beside(const std::vector<const Mention*>& main, const Mention& other) {
  return std::ranges::any_of(main, [&](const Mention* one) {
    const std::size_t apart = one->at > other.at ? one->at - other.at : other.at - one->at;
    return apart <= kBeside && other.segment->font_size >= kSameType * one->segment->font_size;
  });
}

}  // namespace

std::vector<CertifiedStandard> certified_standards(const Sheet& sheet) {
  std::vector<Mention> mentions = mentions_in(sheet);
  std::vector<CertifiedStandard> certified;
  std::vector<Mention> stated;
  std::ranges::copy_if(mentions, std::back_inserter(stated),
                       [&](const Mention& mention) { return may_be_certified(sheet, mention); });
  if (stated.empty()) return certified;
  const Mention& main = main_mention(sheet, stated);
  const StandardId& main_id = main.found.mention.standard;
  std::vector<const Mention*> beside{&main};
  certified.push_back(certify(sheet, mentions, main, ExtensionForm::Sheet));
  // An extension's own sheet names its parent, which has a certificate of its own.
  if (extends_another(sheet, main_id)) return certified;
  for (const Mention& mention : mentions) {
    const StandardId& id = mention.found.mention.standard;
    if (is_listed(certified, id)) continue;
    if (extends(sheet, id, main_id))
      certified.push_back(certify(sheet, mentions, mention, ExtensionForm::Reference));
    else if (stands_beside(beside, mention)) {
      certified.push_back(certify(sheet, mentions, mention, std::nullopt));
      beside.push_back(&mention);
    }
  }
  return certified;
}

}  // namespace certreg::reading
