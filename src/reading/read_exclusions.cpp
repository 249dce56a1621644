#include <algorithm>
#include <set>

#include "reading/sheet.h"
#include "reading/text_block.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kLongest = 500;  // bytes of an entry; a longer text makes several
constexpr std::size_t kMostEntries = 50;
constexpr std::size_t kMostLinesOfSentence = 6;
constexpr double kLineGap = 0.9;  // of the height: wider is another paragraph
constexpr double kLabelled = 0.95, kSaid = 0.9;

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with("。") || text.ends_with(';');
}

bool is_next_line(const Segment& above, const Segment& below) {
  return same_type(above, below) && above.page_index == below.page_index &&
         below.box.y - above.box.y - above.box.height < kLineGap * std::max(below.box.height, 1.0);
}

// What a certificate says that it does not cover, outside the text of its scope: under a label of its own, or
// in a sentence that may stand behind another one (ISO/IEC 17021-1:2015, 8.2.2 f, has the scope on the
// certificate, and nothing says where its limits stand).
class ExclusionReader {
 public:
  ExclusionReader(const Sheet& sheet, Draft& draft)
      : sheet_(sheet), draft_(draft), scope_(fold_label(draft.version.scope)) {}

  void read() {
    for (const Anchor& anchor : sheet_.anchors)
      if (anchor.field == LabelField::Exclusions) read_labelled(anchor);
    for (const Segment& segment : sheet_.segments)
      if (!labelled_.contains(&segment) && !is_of_scope(segment) && says_exclusion(segment))
        add(sentence_around(segment), segment, kSaid);
  }

 private:
  bool has_words_of_exclusion(std::string_view folded) const {
    return sheet_.labels.phrase_in(folded, PhraseKind::Exclusion) != nullptr;
  }

  // Behind its label or not.
  bool is_of_scope(const Segment& segment) const {
    std::size_t begin = 0;
    for (const Anchor& anchor : sheet_.anchors)
      if (anchor.field == LabelField::Scope && &sheet_.segments[anchor.segment] == &segment)
        begin = std::max(begin, anchor.end);
    const std::string words = fold_label(std::string_view(segment.text).substr(begin));
    return !words.empty() && scope_.find(words) != std::string::npos;
  }

  // The words may run over the line's end.
  bool says_exclusion(const Segment& segment) const {
    if (has_words_of_exclusion(segment.folded.text)) return true;
    const Segment* next = sheet_.neighbours.next_in_block(sheet_.index_of(segment));
    return next != nullptr && !has_words_of_exclusion(next->folded.text) &&
           has_words_of_exclusion(segment.folded.text + ' ' + next->folded.text);
  }

  void read_labelled(const Anchor& anchor) {
    labelled_.insert(&sheet_.segments[anchor.segment]);
    const auto values = values_of(sheet_, anchor);
    if (values.empty()) return;
    const Value& value = values.front();
    const std::string text = text_block(sheet_, *value.segment, value.text).text;
    if (!says_none(text)) add(text, *value.segment, kLabelled);
  }

  bool says_none(const std::string& text) const {
    const std::string folded = fold_label(text);
    return folded.empty() || std::ranges::any_of(sheet_.labels.phrases(), [&](const Phrase& phrase) {
             return phrase.kind == PhraseKind::Nothing && phrase.folded == folded;
           });
  }

  // The lines of the sentence that says it: it may begin above and go on below.
  std::string sentence_around(const Segment& said) const {
    const Segment* first = &said;
    for (std::size_t count = 0; count < kMostLinesOfSentence; ++count) {
      const Segment* above = line_above(sheet_.segments, sheet_.index_of(*first));
      if (above == nullptr || !is_next_line(*above, *first) || ends_sentence(above->text) ||
          sheet_.neighbours.begins_with_label(*first))
        break;
      first = above;
    }
    std::string text = first->text;
    const std::string language = sheet_.labels.language_of(said.text);
    bool is_past = first == &said;
    const Segment* last = first;
    for (std::size_t count = 0; count < 2 * kMostLinesOfSentence; ++count) {
      if (is_past && ends_sentence(last->text)) break;
      const Segment* next = sheet_.neighbours.next_in_block(sheet_.index_of(*last));
      if (next == nullptr || !is_next_line(*last, *next) ||
          (is_past && sheet_.neighbours.begins_with_label(*next)))
        break;
      join_line(text, next->text, language);
      last = next;
      is_past = is_past || last == &said;
    }
    return is_past ? text : said.text;
  }

  void add(std::string text, const Segment& where, double sureness) {
    auto& all = draft_.version.exclusions;
    const std::string folded = fold_label(text);
    if (folded.empty() || scope_.find(folded) != std::string::npos || is_known(folded)) return;
    known_.push_back(folded);
    draft_.version.quotes.push_back(quote_of(where, "exclusions", text, sureness * where.confidence));
    while (!text.empty() && all.size() < kMostEntries) all.push_back(cut_off(text));
    if (!text.empty() && !is_open(draft_, "exclusions"))
      draft_.ambiguities.push_back(
          {"exclusions", "more is left out than is kept: a person must read the document", {}});
  }

  bool is_known(const std::string& folded) const {
    return std::ranges::any_of(
        known_, [&](const std::string& other) { return other.find(folded) != std::string::npos; });
  }

  // The first words, as many as an entry holds.
  static std::string cut_off(std::string& text) {
    std::size_t end = text.size();
    if (end > kLongest) {
      end = text.rfind(' ', kLongest);
      if (end == std::string::npos || end == 0) end = kLongest;
      while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    }
    std::string first = text.substr(0, end);
    text.erase(0, std::min(text.find_first_not_of(' ', end), text.size()));
    return first;
  }

  const Sheet& sheet_;
  Draft& draft_;
  std::string scope_;               // folded
  std::vector<std::string> known_;  // folded
  std::set<const Segment*> labelled_;
};

}  // namespace

void read_exclusions(const Sheet& sheet, Draft& draft) { ExclusionReader(sheet, draft).read(); }

}  // namespace certreg::reading
