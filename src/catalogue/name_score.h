// How well a name answers.
#pragma once

#include <algorithm>
#include <array>

#include "catalogue/asked_words.h"
#include "certreg/catalogue/name_index.h"

namespace certreg::catalogue {

// What the asked words weigh, over all segments.
struct AskedWeights {
  std::array<float, kMostAsked> words{};
  float total = 0;
};

// A name's words that were not asked for count so much of their weight.
inline constexpr float kUnaskedPart = 0.25F;

class NameScore {
 public:
  NameScore(const NameSegment& segment, const AskedName& asked, const WordAnswers& answers,
            const AskedWeights& weights)
      : segment_(segment), asked_(asked), answers_(answers), weights_(weights) {}

  // 0 to 1, by words alone.
  float by_words(NameId name) const;

  // With the letters of the whole name as well: decides between names whose words are worth the same.
  float whole(NameId name, float by_words) const;

  NameMatchKind kind(NameId name) const;

 private:
  struct Answered {
    explicit Answered(std::size_t asked) {
      std::fill_n(shares.begin(), asked, 0.0F);
      std::fill_n(manners.begin(), asked, Manner::Same);
    }
    std::array<float, kMostAsked> shares;  // of as many as are asked
    std::array<Manner, kMostAsked> manners;
    float unasked = 0;  // weight
  };
  Answered answered(NameId name) const;
  bool add(const Answer& answer, Answered& answered) const;
  bool add_begun(WordId word, Answered& answered) const;
  std::string spelled(NameId name) const;

  const NameSegment& segment_;
  const AskedName& asked_;
  const WordAnswers& answers_;
  const AskedWeights& weights_;
};

}  // namespace certreg::catalogue
