#include "catalogue/asked_words.h"

#include <algorithm>

namespace certreg::catalogue {
namespace {

constexpr std::size_t kShortestBegun = 2;  // as it is typed
constexpr std::size_t kShortestShortened = 3;
constexpr std::size_t kShortestHalf = 3;
constexpr std::size_t kMostBegunLooked = 20000, kMostBegunLed = 64;
constexpr float kListed = 0.95F, kJoined = 0.95F, kHalf = 0.47F;
constexpr float kErrorCost = 1.3F, kLeastMistyped = 0.3F;

// As search_name() takes "ae" for "a".
bool takes_e(char c) { return c == 'a' || c == 'o' || c == 'u'; }

class Answering {
 public:
  Answering(const NameSegment& segment, const AskedName& asked, Care care)
      : segment_(segment), asked_(asked), care_(care) {}

  WordAnswers take() {
    for (std::size_t place = 0; place < asked_.words.size(); ++place)
      answer(static_cast<std::uint8_t>(place));
    return std::move(answers_);
  }

 private:
  const AskedWord& word(std::uint8_t place) const { return asked_.words[place]; }

  void answer(std::uint8_t place) {
    lead_ = {.asked = std::uint32_t{1} << place};
    const bool is_same = same(place);
    if (!word(place).is_weak) {
      listed(place);
      if (care_ == Care::Misspelt) near(place);
      const bool may_be_short = care_ == Care::Misspelt && !is_same && lead_.words.empty();
      if (word(place).is_last || may_be_short) begun(place);
    }
    keep(std::move(lead_));
    if (care_ != Care::Misspelt || word(place).is_weak) return;
    if (!is_same) halves(place);
    joined(place);
  }

  void keep(Lead lead) {
    for (const auto found : lead.words) lead.cost += segment_.names_with(found).size();
    if (lead.cost > 0) answers_.leads.push_back(std::move(lead));
  }

  void note(std::uint8_t place, WordId found, std::uint32_t errors) {
    auto& weight = answers_.weights[place];
    const auto own = segment_.word_weights[found];
    weight.heaviest = std::max(weight.heaviest, own);
    if (errors < weight.errors) weight = {own, errors, weight.begun, weight.heaviest};
    if (errors == weight.errors) weight.weight = std::max(weight.weight, own);
  }

  bool same(std::uint8_t place) {
    const auto found = segment_.words.find(word(place).text);
    if (found == WordTable::kNone) return false;
    answers_.map.add(found, {.asked = place});
    lead_.words.push_back(found);
    note(place, found, 0);
    return true;
  }

  void listed(std::uint8_t place) {
    for (const auto& spelling : other_spellings(word(place).text)) {
      const auto found = segment_.words.find(spelling);
      if (found == WordTable::kNone) continue;
      answers_.map.add(found, {.asked = place, .manner = Manner::Listed, .share = kListed});
      lead_.words.push_back(found);
      note(place, found, 1);
    }
  }

  // Those that are hardly worse than the nearest.
  void near(std::uint8_t place) {
    const auto& text = word(place).text;
    const auto found = segment_.words.near(text);
    for (const auto& [other, errors] : found) {
      if (errors == 0) continue;
      if (errors > found.front().errors + 1) break;
      const auto share = 1 - kErrorCost * static_cast<float>(errors) / static_cast<float>(text.size());
      answers_.map.add(
          other, {.asked = place, .manner = Manner::Mistyped, .share = std::max(share, kLeastMistyped)});
      lead_.words.push_back(other);
      note(place, other, errors);
    }
  }

  void begun(std::uint8_t place) {
    const bool is_last = word(place).is_last;
    if (word(place).text.size() < (is_last ? kShortestBegun : kShortestShortened)) return;
    const auto range = segment_.words.beginning_with(word(place).text);
    if (range.size() == 0) return;
    answers_.begun.push_back({range, place, is_last});
    auto& weight = answers_.weights[place];
    weight.begun =
        segment_.post_ends[range.last - 1] - (range.first == 0 ? 0 : segment_.post_ends[range.first - 1]);
    for (const auto found : most_frequent(range)) lead_.words.push_back(found);
    lead_.is_partial = range.size() > kMostBegunLed;
    // Any of them may answer; that the rarest does is all that a bound may count on.
    weight.heaviest = word_weight(segment_.size() * 2, 1);
  }

  std::vector<WordId> most_frequent(const WordRange& range) const {
    std::vector<WordId> words;
    for (auto found = range.first; found < range.last && words.size() < kMostBegunLooked; ++found)
      words.push_back(found);
    const auto led = std::min(words.size(), kMostBegunLed);
    std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(led), words.end(),
                      [&](WordId left, WordId right) {
                        const auto one = segment_.names_with(left).size(),
                                   other = segment_.names_with(right).size();
                        return one != other ? one > other : left < right;
                      });
    words.resize(led);
    std::erase_if(words, [&](WordId found) {
      return std::find(lead_.words.begin(), lead_.words.end(), found) != lead_.words.end();
    });
    return words;
  }

  // The parts of a word between which a blank was lost.
  void halves(std::uint8_t place) {
    const std::string_view text = word(place).text;
    for (auto cut = kShortestHalf; cut + kShortestHalf <= text.size(); ++cut) {
      const auto first = segment_.words.find(text.substr(0, cut));
      if (first == WordTable::kNone) continue;
      add_halves(place, first, segment_.words.find(text.substr(cut)));
      // "Nova Energy" became "novaenergy", and its "ae" an "a".
      if (takes_e(text[cut - 1]))
        add_halves(place, first, segment_.words.find("e" + std::string(text.substr(cut))));
    }
  }

  void add_halves(std::uint8_t place, WordId first, WordId second) {
    if (second == WordTable::kNone) return;
    const Answer answer{.asked = place, .manner = Manner::Mistyped, .is_half = true, .share = kHalf};
    answers_.map.add(first, answer);
    answers_.map.add(second, answer);
    const auto rarer =
        segment_.names_with(first).size() < segment_.names_with(second).size() ? first : second;
    keep({.words = {rarer}, .asked = std::uint32_t{1} << place});
    note(place, rarer, 1);
  }

  // A word that was parted by a blank.
  void joined(std::uint8_t place) {
    if (place + 1U >= asked_.words.size() || word(static_cast<std::uint8_t>(place + 1)).is_weak) return;
    const auto& first = word(place).text;
    const std::string_view second = word(static_cast<std::uint8_t>(place + 1)).text;
    const bool loses_e = takes_e(first.back()) && second.front() == 'e';
    const auto found = segment_.words.find(first + std::string(second.substr(loses_e ? 1 : 0)));
    if (found == WordTable::kNone) return;
    answers_.map.add(found, {.asked = place, .count = 2, .manner = Manner::Mistyped, .share = kJoined});
    keep({.words = {found}, .asked = std::uint32_t{3} << place});
    note(place, found, 1);
    note(static_cast<std::uint8_t>(place + 1), found, 1);
  }

  const NameSegment& segment_;
  const AskedName& asked_;
  Care care_;
  WordAnswers answers_;
  Lead lead_;
};

}  // namespace

void AnswerMap::add(WordId word, const Answer& answer) {
  auto at = first_place(word);
  for (; places_[at] != kNone; at = (at + 1) % kPlaces) {
    auto& [known, before] = answers_[places_[at]];
    if (known != word) continue;
    if (answer.share * answer.count > before.share * before.count) before = answer;
    return;
  }
  if (answers_.size() >= kMost) return;
  places_[at] = static_cast<std::uint16_t>(answers_.size());
  answers_.emplace_back(word, answer);
}

const Answer* AnswerMap::find(WordId word) const {
  for (auto at = first_place(word); places_[at] != kNone; at = (at + 1) % kPlaces)
    if (answers_[places_[at]].first == word) return &answers_[places_[at]].second;
  return nullptr;
}

float begun_share(std::size_t asked_letters, std::size_t letters, bool is_last) {
  const auto part = static_cast<float>(asked_letters) / static_cast<float>(letters);
  return is_last ? 0.8F + 0.2F * part : 0.55F + 0.35F * part;
}

WordAnswers answers_in(const NameSegment& segment, const AskedName& asked, Care care) {
  return Answering(segment, asked, care).take();
}

}  // namespace certreg::catalogue
