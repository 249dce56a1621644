// Which words of a segment answer to the words that were asked.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "catalogue/asked_name.h"
#include "catalogue/name_segment.h"

namespace certreg::catalogue {

inline constexpr std::size_t kMostAsked = kMostSearchedWords;

enum class Manner : std::uint8_t {
  Same,
  Listed,  // another spelling of the lists
  Begun,   // the last word, by its beginning
  Mistyped
};

struct Answer {            // what a word of a name is worth
  std::uint8_t asked = 0;  // place of the asked word
  std::uint8_t count = 1;  // of asked words that it answers, as they stand ("data bank": "databank")
  Manner manner = Manner::Same;
  bool is_half = false;  // the other half is another word ("databank": "data", "bank")
  float share = 1;       // 1 = the same
};

// Words that lead to names, and the asked words that are answered by them.
struct Lead {
  std::vector<WordId> words;
  std::uint32_t asked = 0;  // a bit each
  std::size_t cost = 0;     // names
  bool is_partial = false;  // there are more words that would answer
};

class AnswerMap {
 public:
  AnswerMap() { places_.fill(kNone); }
  void add(WordId word, const Answer& answer);  // the better one, when there is one already
  const Answer* find(WordId word) const;

 private:
  static constexpr std::size_t kPlaces = 1024, kMost = 512;
  static constexpr std::uint16_t kNone = UINT16_MAX;
  static std::size_t first_place(WordId word) { return std::size_t{word} * 0x9E3779B1U % kPlaces; }
  std::array<std::uint16_t, kPlaces> places_;
  std::vector<std::pair<WordId, Answer>> answers_;
};

struct BegunWords {
  WordRange range;
  std::uint8_t asked = 0;
  bool is_last = false;
};

// The share of a word that was asked for by its beginning.
float begun_share(std::size_t asked_letters, std::size_t letters, bool is_last);

struct WordAnswers {  // in one segment
  AnswerMap map;
  std::vector<BegunWords> begun;
  std::vector<Lead> leads;
  struct Weight {
    float weight = 0;                   // of the asked word as this segment knows it
    std::uint32_t errors = UINT32_MAX;  // with which it is known at all; UINT32_MAX: not
    std::size_t begun = 0;              // names with words that it begins
    float heaviest = 0;                 // word that answers to it
  };
  std::array<Weight, kMostAsked> weights{};
};

enum class Care { Exact, Misspelt };

// Exact: the same words, other spellings, beginnings of the last. Misspelt: all else too.
WordAnswers answers_in(const NameSegment& segment, const AskedName& asked, Care care);

}  // namespace certreg::catalogue
