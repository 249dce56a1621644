#include "domain/entity_word_pairing.h"

#include <algorithm>

#include "domain/entity_word_similarity.h"

namespace certreg {
namespace {

constexpr std::size_t kMostWords = 24;  // a longer name is an address or a sentence
constexpr std::size_t kFewestInitials = 3;
constexpr double kLikeInitials = 0.85;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

using Words = std::vector<EntityWord>;

struct Side {
  Words words;
  std::vector<bool> taken;
  explicit Side(const Words& all)
      : words(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), kMostWords))),
        taken(words.size()) {}

  double weight(std::size_t at, std::size_t count) const {
    double sum = 0;
    for (auto i = at; i < at + count; ++i) sum += words[i].weight;
    return sum;
  }
  bool is_free(std::size_t at, std::size_t count) const {
    return at + count <= words.size() &&
           std::none_of(taken.begin() + static_cast<std::ptrdiff_t>(at),
                        taken.begin() + static_cast<std::ptrdiff_t>(at + count), [](bool is) { return is; });
  }
  void take(std::size_t at, std::size_t count) {
    std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(at), count, true);
  }
};

struct Run {  // of words of one side that one word of the other stands for
  std::size_t one, first, count;
};

class Pairing {
 public:
  Pairing(const Words& left, const Words& right)
      : left_(left), right_(right), partner_(left_.words.size(), kNone) {}

  WordPairing run() && {
    pair_same();
    pair_runs(left_, right_, &spells_joined, 1.0);
    pair_runs(right_, left_, &spells_joined, 1.0);
    pair_alike();
    result_.has_initials = pair_runs(left_, right_, &spells_initials, kLikeInitials);
    result_.has_initials |= pair_runs(right_, left_, &spells_initials, kLikeInitials);
    if (result_.has_initials) result_.is_exact = false;
    finish();
    return std::move(result_);
  }

 private:
  using Spells = bool (*)(const std::string&, const Side&, std::size_t, std::size_t);

  static bool spells_joined(const std::string& word, const Side& side, std::size_t first, std::size_t count) {
    std::string joined;
    for (auto i = first; i < first + count; ++i) joined += side.words[i].text;
    return joined == word;
  }

  static bool spells_initials(const std::string& word, const Side& side, std::size_t first,
                              std::size_t count) {
    if (count < kFewestInitials || word.size() != count) return false;
    for (std::size_t i = 0; i < count; ++i)
      if (side.words[first + i].text[0] != word[i]) return false;
    return true;
  }

  void pair(std::size_t left, std::size_t right, double similarity) {
    left_.take(left, 1);
    right_.take(right, 1);
    partner_[left] = right;
    note(left_.words[left]);
    result_.is_exact = result_.is_exact && similarity == 1;
    result_.matched += similarity * (left_.words[left].weight + right_.words[right].weight);
  }

  void note(const EntityWord& word) {
    result_.has_distinctive |= word.kind == WordKind::Distinctive;
    result_.has_place |= word.kind == WordKind::Place;
  }

  void pair_same() {
    for (std::size_t i = 0; i < left_.words.size(); ++i)
      for (std::size_t j = 0; j < right_.words.size() && !left_.taken[i]; ++j)
        if (!right_.taken[j] && left_.words[i].text == right_.words[j].text) pair(i, j, 1);
  }

  // The most alike first, so that a word does not lose its like to a neighbour.
  void pair_alike() {
    for (;;) {
      std::size_t best_left = 0, best_right = 0;
      double best = 0;
      for (std::size_t i = 0; i < left_.words.size(); ++i)
        for (std::size_t j = 0; j < right_.words.size() && !left_.taken[i]; ++j) {
          const double similarity = right_.taken[j] ? 0 : word_similarity(left_.words[i], right_.words[j]);
          if (similarity <= best) continue;
          best = similarity;
          best_left = i;
          best_right = j;
        }
      if (best == 0) return;
      pair(best_left, best_right, best);
    }
  }

  // Words of `side` that stand for a run of words of `other`.
  bool pair_runs(Side& side, Side& other, Spells spells, double similarity) {
    bool found = false;
    for (std::size_t i = 0; i < side.words.size(); ++i)
      for (std::size_t first = 0; first < other.words.size() && !side.taken[i]; ++first)
        for (std::size_t count = 2; other.is_free(first, count) && !side.taken[i]; ++count) {
          if (!spells(side.words[i].text, other, first, count)) continue;
          side.take(i, 1);
          other.take(first, count);
          result_.has_distinctive = true;
          result_.matched += similarity * (side.words[i].weight + other.weight(first, count));
          found = true;
        }
    return found;
  }

  bool begins_alike() const {
    return !left_.words.empty() && !right_.words.empty() && left_.words[0].text == right_.words[0].text &&
           left_.words[0].kind == WordKind::Distinctive;
  }

  void finish() {
    result_.begins_alike = begins_alike();
    result_.weight = left_.weight(0, left_.words.size()) + right_.weight(0, right_.words.size());
    std::erase(partner_, kNone);
    result_.is_ordered = std::is_sorted(partner_.begin(), partner_.end());
    for (std::size_t i = 0; i < left_.words.size(); ++i)
      if (!left_.taken[i]) result_.left.push_back(left_.words[i]);
    for (std::size_t j = 0; j < right_.words.size(); ++j)
      if (!right_.taken[j]) result_.right.push_back(right_.words[j]);
  }

  Side left_, right_;
  std::vector<std::size_t> partner_;
  WordPairing result_;
};

}  // namespace

WordPairing pair_words(const EntityName& left, const EntityName& right) {
  return Pairing(left.words, right.words).run();
}

}  // namespace certreg
