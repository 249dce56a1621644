#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "certreg/domain/names.h"
#include "reading/claim_language.h"
#include "reading/claims.h"
#include "reading/fold.h"
#include "reading/sheet.h"

namespace certreg::reading {
namespace {

constexpr double kKnown = 0.9, kPrinted = 0.8, kByItsDay = 0.7;
constexpr std::size_t kShortestLabel = 9;  // bytes: shorter ones stand within other words
constexpr std::size_t kMostBetween = 12;   // bytes between a label and its date

void quote(Draft& draft, std::string field, const std::string& sentence, double confidence) {
  Quote evidence;
  evidence.field = std::move(field);
  evidence.text = sentence;
  evidence.method = ReadingMethod::Markup;
  evidence.confidence = confidence;
  draft.version.quotes.push_back(std::move(evidence));
}

std::string_view without_marks(std::string_view text) {
  while (!text.empty() && std::string_view(" :#.").find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  for (const std::string_view word :
       {"：", "is ", "ist ", "lautet ", "est ", "es ", "è ", "é ", "är ", "to ", "は", "为", "是"})
    if (text.starts_with(word)) text.remove_prefix(word.size());
  return text.substr(std::min(text.size(), text.find_first_not_of(' ')));
}

// What stands behind each label of a field in the sentence.
std::vector<std::string_view> after_labels(const Claims& claims, std::string_view sentence,
                                           LabelField field) {
  std::vector<std::string_view> found;
  const Folded folded = fold(sentence);
  for (const Label& label : claims.labels.labels()) {
    if (label.field != field || label.weak || label.folded.size() < kShortestLabel) continue;
    const auto at = folded.text.find(label.folded);
    if (at == std::string::npos || (at > 0 && !is_word_boundary(folded.text, at))) continue;
    found.push_back(without_marks(sentence.substr(folded.offsets[at + label.folded.size()])));
  }
  return found;
}

void add_number(const Claims& claims, const std::string& sentence, Draft& draft) {
  draft.version.number = number_beside_label(claims, sentence);
  if (!draft.version.number.empty())
    quote(draft, "number", sentence, draft.version.quotes.front().confidence);
}

// Ends of words, from the longest text to the shortest.
std::vector<std::string_view> beginnings_of(std::string_view text) {
  std::vector<std::string_view> all{text};
  for (auto at = text.find_last_of(" ,;()."); at != std::string_view::npos && at > 0;
       at = text.substr(0, at).find_last_of(" ,;()."))
    all.push_back(text.substr(0, at));
  return all;
}

bool is_small_word(std::string_view word) {
  constexpr std::array<std::string_view, 12> kSmall{"of",  "de",  "di", "do", "da", "del",
                                                    "der", "für", "et", "&",  "la", "des"};
  return std::ranges::find(kSmall, word) != kSmall.end();
}

// The words that begin with a capital, up to a comma: a name that nobody knows.
std::string name_at(std::string_view text) {
  std::string name, small;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool is_last = !word.empty() && std::string_view(",;.").find(word.back()) != std::string_view::npos;
    if (is_last) word.remove_suffix(1);
    if (word.empty()) break;
    const auto first = static_cast<unsigned char>(word.front());
    const bool is_name = std::isupper(first) != 0 || std::isdigit(first) != 0 || first >= 0x80;
    if (!is_name && (name.empty() || !is_small_word(word))) break;
    small += (name.empty() ? "" : " ") + std::string(word);
    if (is_name) {
      name += small;
      small.clear();
    }
    if (is_last) break;
  }
  return name;
}

void set_issuer(const Claims& claims, std::string_view text, const std::string& sentence, Draft& draft) {
  for (const auto beginning : beginnings_of(text)) {
    const auto* body = claims.reference.certification_body_of(beginning);
    if (body == nullptr) continue;
    draft.version.issuer = body->id;
    draft.version.issuer_printed = beginning;
    return quote(draft, "issuer", sentence, kKnown);
  }
  const auto name = name_at(text);
  if (name.size() < 3 || !is_clean_text(name, 100) || !find_standards(name, claims.reference).empty()) return;
  draft.version.issuer_printed = name;
  quote(draft, "issuer", sentence, kPrinted);
}

void add_issuer(const Claims& claims, const std::string& sentence, Draft& draft) {
  for (const auto& language : claims.words.languages())
    for (const RE2& pattern : language->by) {
      re2::StringPiece name;
      if (!RE2::PartialMatch(sentence, pattern, &name)) continue;
      set_issuer(claims, {name.data(), name.size()}, sentence, draft);
      if (!draft.version.issuer_printed.empty()) return;
    }
}

void set_day(const FoundDate& found, const char* field, std::optional<Date>& into,
             const std::string& sentence, double confidence, Draft& draft) {
  if (into) return;
  if (!found.other) {
    into = found.date;
    return quote(draft, field, sentence, confidence);
  }
  Quote words;
  words.field = field;
  words.text = sentence;
  words.method = ReadingMethod::Markup;
  draft.ambiguities.push_back({field,
                               "day and month can be exchanged",
                               {{found.date.to_string(), words}, {found.other->to_string(), words}}});
}

// "achieved certification on 14 March 2025": the day of a claim that has one only.
void add_day_obtained(const Claims& claims, const std::string& sentence, const std::vector<FoundDate>& dates,
                      Draft& draft) {
  if (dates.size() != 1) return;
  const auto before = std::string_view(sentence).substr(0, dates.front().begin);
  const auto after = std::string_view(sentence).substr(dates.front().end);
  const bool is_day = std::ranges::any_of(claims.words.languages(), [&](const auto& language) {
    return matches(language->on_before, before) || matches(language->on_after, after);
  });
  if (is_day) set_day(dates.front(), "issued", draft.version.issued, sentence, kByItsDay, draft);
}

void add_labelled_day(const Claims& claims, const std::string& sentence, LabelField label, const char* field,
                      std::optional<Date>& into, const DateOrders& orders, Draft& draft) {
  for (const auto text : after_labels(claims, sentence, label)) {
    const auto dates = find_dates(text, claims.labels, orders);
    if (!dates.empty() && dates.front().begin <= kMostBetween)
      return set_day(dates.front(), field, into, sentence, kKnown, draft);
  }
}

void add_days(const Claims& claims, const std::string& sentence, const Statement& statement, Draft& draft) {
  DateOrders orders;
  orders.learn(sentence);
  auto& version = draft.version;
  const auto dates = find_dates(sentence, claims.labels, orders);
  if (dates.empty()) return;
  add_labelled_day(claims, sentence, LabelField::Expires, "expires", version.expires, orders, draft);
  add_labelled_day(claims, sentence, LabelField::FirstIssued, "first_issued", version.first_issued, orders,
                   draft);
  add_labelled_day(claims, sentence, LabelField::Issued, "issued", version.issued, orders, draft);
  const bool is_labelled =
      version.expires || version.first_issued || version.issued || !draft.ambiguities.empty();
  if (statement.obtained && !is_labelled) add_day_obtained(claims, sentence, dates, draft);
}

bool is_document(const Link& link) {
  static const RE2 pdf(R"((?i)\.pdf(?:$|[?#]))");
  return RE2::PartialMatch(link.address, pdf);
}

bool names_standard(const Claims& claims, const Link& link, const StandardId& standard) {
  const auto named = find_standards(link.text, claims.reference);
  if (!named.empty())
    return std::ranges::any_of(named, [&](const auto& one) { return one.mention.standard == standard; });
  // "/files/iso-27001.pdf": the number of "iso-iec-27001".
  const auto number = standard.value.substr(standard.value.find_first_of("0123456789"));
  return link.address.find(number.substr(0, number.find('-'))) != std::string::npos;
}

}  // namespace

std::string number_beside_label(const Claims& claims, const std::string& sentence) {
  static const RE2 pattern(
      R"((?i)\b(?:certificate|zertifikats?|zertifikat)[ -]?(?:number|no\.?|nr\.?|nummer|#)\s*:?\s*(.{3,60}))");
  auto after = after_labels(claims, sentence, LabelField::Number);
  re2::StringPiece printed;
  if (RE2::PartialMatch(sentence, pattern, &printed))
    after.insert(after.begin(), std::string_view(printed.data(), printed.size()));
  for (const auto text : after)
    if (auto number = number_in(text); !number.empty()) return number;
  return {};
}

void add_details(const Claims& claims, const std::string& sentence, const Statement& statement,
                 Draft& draft) {
  add_number(claims, sentence, draft);
  add_issuer(claims, sentence, draft);
  add_days(claims, sentence, statement, draft);
}

void add_document(const Claims& claims, Draft& draft) {
  const auto& sentence = draft.version.quotes.front().text;
  std::vector<std::string> within, named;
  for (const Link& link : claims.text.links) {
    if (!is_document(link)) continue;
    if (link.text.size() > 2 && sentence.find(link.text) != std::string::npos) within.push_back(link.address);
    if (names_standard(claims, link, draft.version.standard)) named.push_back(link.address);
  }
  auto& found = within.empty() ? named : within;
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() == 1) draft.document_address = found.front();
}

}  // namespace certreg::reading
