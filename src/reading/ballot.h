// Weighs the candidates for one field against each other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/reading/draft.h"

namespace certreg::reading {

// Equal keys are one candidate, whose evidence adds up as that of independent witnesses does.
class Ballot {
 public:
  struct Choice {
    std::string value, key;
    Quote quote;        // the strongest witness'
    double weight = 0;  // 0 to 1
  };

  // `weight`: how often such a witness is right, 0 to 1.
  void add(std::string value, std::string key, Quote quote, double weight);
  // One more reason for a candidate, or one against it, that has no words of its own.
  void support(std::string_view key, double weight);
  void discount(std::string_view key, double factor);
  // Nothing makes a candidate surer than its letters are.
  void limit(std::string_view key, double most);

  // The candidates whose words are part of another's count for little: the brand beside the legal unit. But
  // one that `is_known` is never part of one that is not: words stand before it.
  template <typename IsKnown>
  void prefer_whole_names(double factor, IsKnown is_known) {
    for (Choice& part : choices_)
      for (Choice& whole : choices_) {
        if (!is_part(part, whole)) continue;
        const bool known = is_known(part.value) && !is_known(whole.value);
        merge(known ? whole : part, known ? part : whole, factor);
        break;
      }
  }

  bool empty() const { return choices_.empty(); }
  const std::vector<Choice>& choices() const { return choices_; }

  // The one that stands out, its quote's confidence set. Where the best is too weak or another comes close,
  // there is none, and the candidates become an ambiguity of `field` in `draft`.
  std::optional<Choice> decide(std::string_view field, std::string_view why, Draft& draft) const;

 private:
  static bool is_part(const Choice& part, const Choice& whole);
  static void merge(Choice& from, Choice& into, double factor);
  std::vector<Choice> ranked() const;

  std::vector<Choice> choices_;  // in the order in which they came
};

}  // namespace certreg::reading
