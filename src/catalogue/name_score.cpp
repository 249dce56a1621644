#include "catalogue/name_score.h"

#include <algorithm>

namespace certreg::catalogue {
namespace {

constexpr float kLettersPart = 0.2F;  // of the score

}  // namespace

// A word that stands in both names counts where it is worth most.
NameScore::Answered NameScore::answered(NameId name) const {
  Answered answered(asked_.words.size());
  float asked = 0;
  for (const auto word : segment_.words_of(name)) {
    const auto* answer = answers_.map.find(word);
    const bool is_asked = answer != nullptr ? add(*answer, answered) : add_begun(word, answered);
    if (is_asked) asked += segment_.word_weights[word];
  }
  answered.unasked = std::max(segment_.weights[name] - asked, 0.0F);
  return answered;
}

bool NameScore::add(const Answer& answer, Answered& answered) const {
  for (std::size_t at = answer.asked; at < std::size_t{answer.asked} + answer.count; ++at) {
    auto& share = answered.shares[at];
    const auto sum = answer.is_half ? std::min(share + answer.share, 2 * answer.share) : answer.share;
    if (sum > share) answered.manners[at] = answer.manner;
    share = std::max(share, sum);
  }
  return true;
}

bool NameScore::add_begun(WordId word, Answered& answered) const {
  for (const auto& begun : answers_.begun) {
    if (!begun.range.contains(word)) continue;
    const auto share =
        begun_share(asked_.words[begun.asked].text.size(), segment_.words.text(word).size(), begun.is_last);
    if (share <= answered.shares[begun.asked]) continue;
    answered.shares[begun.asked] = share;
    answered.manners[begun.asked] = begun.is_last ? Manner::Begun : Manner::Mistyped;
    return true;
  }
  return false;
}

float NameScore::by_words(NameId name) const {
  const auto found = answered(name);
  float weight = 0;
  for (std::size_t at = 0; at < asked_.words.size(); ++at) weight += weights_.words[at] * found.shares[at];
  return weight / (weights_.total + kUnaskedPart * found.unasked);
}

std::string NameScore::spelled(NameId name) const {
  std::string text;
  for (const auto word : segment_.words_of(name)) {
    const auto letters = segment_.words.text(word);
    if (letters.front() == kWeakMark) continue;
    if (!text.empty()) text += ' ';
    text += letters;
  }
  return text;
}

float NameScore::whole(NameId name, float by_words) const {
  const auto text = spelled(name);
  const auto compared = std::string_view(text).substr(0, kMostCompared);
  const auto longest =
      std::max({compared.size(), std::min(asked_.spelled.size(), kMostCompared), std::size_t{1}});
  const auto letters = 1 - static_cast<float>(asked_.typing.against(compared)) / static_cast<float>(longest);
  return (1 - kLettersPart) * by_words + kLettersPart * letters;
}

NameMatchKind NameScore::kind(NameId name) const {
  const auto text = spelled(name);
  if (text == asked_.spelled) return NameMatchKind::Exact;
  if (text.starts_with(asked_.spelled)) return NameMatchKind::Beginning;
  const auto found = answered(name);
  bool is_mistyped = false;
  for (std::size_t at = 0; at < asked_.words.size(); ++at) {
    if (asked_.words[at].is_weak) continue;
    if (found.shares[at] <= 0) return NameMatchKind::SomeWords;
    is_mistyped = is_mistyped || found.manners[at] == Manner::Mistyped;
  }
  return is_mistyped ? NameMatchKind::Misspelt : NameMatchKind::Words;
}

}  // namespace certreg::catalogue
