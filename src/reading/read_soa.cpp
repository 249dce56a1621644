// The Statement of Applicability that a certificate names (ISO/IEC 27001:2022, 6.1.3 d; ISO/IEC 27006-1 has
// its version on the certificate): version and date.
#include <re2/re2.h>

#include <algorithm>

#include "reading/sheet.h"

namespace certreg::reading {
namespace {

constexpr double kFromSentence = 0.9;
constexpr std::size_t kNear = 90;  // bytes after the words in which version and date stand
constexpr std::size_t kShortest =
    8;  // of words that may stand anywhere in a sentence; shorter ones are labels
constexpr std::size_t kMostSkipped = 4;  // words between the label and the version
constexpr std::size_t kLongestSkipped = 6;
constexpr std::size_t kLongestVersion = 10;

std::string_view stripped(std::string_view word) {
  constexpr std::string_view kMarks = "()[],;:.";
  while (!word.empty() && kMarks.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
  while (!word.empty() && kMarks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word;
}

class VersionReader {
 public:
  VersionReader(std::string_view text, const Sheet& sheet)
      : text_(text.substr(0, kNear)),
        labels_(sheet.labels),
        dates_(find_dates(text_, sheet.labels, sheet.orders)) {}

  std::string read() const {
    std::string version;
    static const RE2 east_asian(
        R"((?:第|제)?\s?(\d[\d.]*)\s?(?:版|次|차|판)|(?:版本|版次|版)[:：]?\s?([A-Za-z]?[./]?\d[\w./]*))");
    std::string before, after;
    if (RE2::PartialMatch(text_, east_asian, &before, &after)) return before.empty() ? after : before;
    return from_words();
  }

  const std::vector<FoundDate>& dates() const { return dates_; }

 private:
  std::string from_words() const {
    bool announced = false;
    std::size_t skipped = 0;
    for (std::size_t at = 0, count = 0; at < text_.size() && skipped <= kMostSkipped; ++count) {
      const std::size_t end = std::min(text_.find(' ', at), text_.size());
      const std::string_view word = stripped(text_.substr(at, end - at));
      const std::size_t begin = at;
      at = end + 1;
      if (word.empty() || is_in_date(begin)) continue;
      if (std::string glued = behind_word(word); !glued.empty()) return glued;
      if (is_version_word(word)) {
        announced = true;
        continue;
      }
      static const RE2 ordinal(R"((\d{1,3})(?:st|nd|rd|th|[.ªºa])?)"), number(R"(\d[\d.]*[A-Za-z]?)"),
          any(R"([0-9A-Z][\w./-]*)");
      std::string value;
      if (announced && word.size() <= kLongestVersion && RE2::FullMatch(word, any)) return std::string(word);
      const bool named_next = at < text_.size() && is_version_word(stripped(next_word(at)));
      if (named_next && RE2::FullMatch(word, ordinal, &value)) return value;
      if (count == 0 && RE2::FullMatch(word, number)) return std::string(word);
      const bool may_be_skipped = word.size() <= kLongestSkipped || has_digit(word);
      if (!may_be_skipped) return {};
      ++skipped;
    }
    return {};
  }

  std::string_view next_word(std::size_t at) const {
    return text_.substr(at, std::min(text_.find(' ', at), text_.size()) - at);
  }

  static bool has_digit(std::string_view word) {
    return std::ranges::any_of(word, [](char letter) { return letter >= '0' && letter <= '9'; });
  }

  bool is_version_word(std::string_view word) const {
    return labels_.roles_in(fold_label(word)).has(LabelRole::Version);
  }

  // "Rev.04", "v1.2", "Ver:2"
  std::string behind_word(std::string_view word) const {
    static const RE2 pattern(R"(([^\d\s.:]+)[.:]?(\d[\w.]*))");
    std::string name, value;
    if (!RE2::FullMatch(word, pattern, &name, &value) || !is_version_word(name)) return {};
    return value;
  }

  bool is_in_date(std::size_t at) const {
    return std::ranges::any_of(dates_,
                               [&](const FoundDate& date) { return date.begin <= at && at < date.end; });
  }

  std::string_view text_;
  const Labels& labels_;
  std::vector<FoundDate> dates_;
};

void read_from(const Sheet& sheet, const Segment& segment, std::string_view words, Draft& draft) {
  CertificateVersion& version = draft.version;
  const VersionReader reader(words, sheet);
  const double weight = kFromSentence * segment.least_confidence;
  if (version.soa_version.empty()) {
    version.soa_version = reader.read();
    while (version.soa_version.ends_with('.')) version.soa_version.pop_back();
    if (!version.soa_version.empty())
      version.quotes.push_back(quote_of(segment, "soa_version", segment.text, weight));
  }
  if (version.soa_date || reader.dates().empty() || reader.dates().front().other) return;
  version.soa_date = reader.dates().front().date;
  version.quotes.push_back(quote_of(segment, "soa_date", segment.text, weight));
}

// A line that ends soon after the words goes on in the next.
std::string with_next_line(const Sheet& sheet, const Segment& segment, std::string_view after) {
  constexpr std::size_t kShort = 24;
  std::string words(after);
  if (after.size() > kShort) return words;
  const Segment* next = sheet.neighbours.next_in_block(sheet.index_of(segment));
  if (next == nullptr || !similar_size(*next, segment) || sheet.neighbours.begins_with_label(*next))
    return words;
  if (next->box.y - segment.box.y > 2 * segment.box.height) return words;
  return words + " " + next->text;
}

// Where the words that name it stand in a folded text.
struct SoaWords {
  std::size_t begin = 0, length = 0;  // bytes; none
};

SoaWords soa_words_in(const Sheet& sheet, std::string_view folded) {
  for (const Label& label : sheet.labels.labels()) {
    if (label.field != LabelField::Soa || !label.after.empty()) continue;
    for (auto at = folded.find(label.folded); at != std::string_view::npos;
         at = folded.find(label.folded, at + 1))
      if (is_word_boundary(folded, at) && is_word_boundary(folded, at + label.folded.size()))
        return {at, label.folded.size()};
  }
  return {};
}

}  // namespace

bool names_soa(const Sheet& sheet, const Segment& segment) {
  return soa_words_in(sheet, segment.folded.text).length > 0;
}

bool is_soa_statement(const Sheet& sheet, const Segment& segment) {
  constexpr std::size_t kMostBytes = 100, kMostOtherWords = 2;
  if (segment.text.size() > kMostBytes) return false;
  // "All in accordance with the Statement of Applicability" is a sentence of the scope's.
  if (sheet.labels.roles_in(segment.folded.text).has(LabelRole::Conformity)) return false;
  std::string rest = segment.text;
  const std::vector<FoundDate> dates = find_dates(rest, sheet.labels, sheet.orders);
  for (auto date = dates.rbegin(); date != dates.rend(); ++date)
    rest.erase(date->begin, date->end - date->begin);
  const bool colon = rest.find(':') != std::string::npos || rest.find("：") != std::string::npos;
  std::string folded = fold_label(rest);
  const SoaWords named = soa_words_in(sheet, folded);
  folded.erase(named.begin, named.length);
  std::size_t others = 0;
  bool version = false, number = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    const std::string_view word = std::string_view(folded).substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const std::string_view letters = word.substr(0, word.find_first_of("0123456789"));
    const bool numbered = letters.size() < word.size();
    number |= numbered;
    const bool announces = !letters.empty() && sheet.labels.roles_in(letters).has(LabelRole::Version);
    version |= announces;
    if (!numbered && !announces) ++others;
  }
  const bool versioned = (version && number) || !dates.empty();
  if (named.length > 0) return others <= kMostOtherWords;
  return versioned && version && others <= (colon ? 1U : 0U);
}

void read_soa(const Sheet& sheet, Draft& draft) {
  for (const Anchor& anchor : sheet.anchors) {
    if (anchor.field != LabelField::Soa) continue;
    if (!anchor.rest.empty()) {
      const Segment& segment = sheet.segments[anchor.segment];
      read_from(sheet, segment, with_next_line(sheet, segment, anchor.rest), draft);
    } else {
      for (const Value& value : values_of(sheet, anchor)) read_from(sheet, *value.segment, value.text, draft);
    }
  }
  // Its words stand anywhere in a sentence, mostly in the scope's.
  for (const Segment& segment : sheet.segments)
    for (const Label& label : sheet.labels.labels()) {
      if (label.field != LabelField::Soa || label.weak || label.folded.size() < kShortest) continue;
      const auto at = segment.folded.text.find(label.folded);
      if (at == std::string::npos) continue;
      const std::size_t end = segment.folded.offsets[at + label.folded.size() - 1] + 1;
      read_from(sheet, segment, with_next_line(sheet, segment, std::string_view(segment.text).substr(end)),
                draft);
      break;
    }
}

}  // namespace certreg::reading
