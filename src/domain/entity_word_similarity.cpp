#include "domain/entity_word_similarity.h"

#include <algorithm>
#include <array>

#include "domain/edit_distance.h"

namespace certreg {
namespace {

constexpr std::size_t kShortestMistyped = 4;
constexpr std::size_t kLongestMistyped = 64;     // the comparison takes the square of it
constexpr std::size_t kLettersForEachError = 4;  // a second error needs 8 letters, a third 12
constexpr std::size_t kMostErrors = 3;
constexpr std::size_t kShortestSound = 3;
constexpr std::size_t kShortestBeginning = 4;
constexpr double kMostErrorsOfSound = 0.4;  // for each letter
constexpr double kSameSound = 0.8, kBeginning = 0.6;

struct Sound {
  std::string_view letters, sounds;
};
// Longest first. General rules of English, German, French and of the romanisations of Cyrillic.
constexpr std::array<Sound, 18> kSounds{{{"sch", "s"},
                                         {"tsch", "c"},
                                         {"shch", "s"},
                                         {"ch", "c"},
                                         {"sh", "s"},
                                         {"zh", "s"},
                                         {"ph", "f"},
                                         {"th", "t"},
                                         {"kh", "k"},
                                         {"gh", "g"},
                                         {"ck", "k"},
                                         {"ts", "s"},
                                         {"tz", "s"},
                                         {"qu", "k"},
                                         {"x", "ks"},
                                         {"c", "k"},
                                         {"q", "k"},
                                         {"z", "s"}}};

bool is_vowel(char c) { return std::string_view("aeiouyjh").find(c) != std::string_view::npos; }

bool is_listed(const EntityWord& word) { return word.kind != WordKind::Distinctive; }

double by_errors(std::string_view left, std::string_view right) {
  const auto [shorter, longer] = std::minmax({left.size(), right.size()});
  if (shorter < kShortestMistyped || longer > kLongestMistyped || longer - shorter > kMostErrors) return 0;
  const auto errors = edit_distance(left, right);
  const auto allowed = std::clamp<std::size_t>(longer / kLettersForEachError, 1, kMostErrors);
  if (errors > allowed) return 0;
  return 1 - static_cast<double>(errors) / static_cast<double>(longer);
}

bool is_beginning(std::string_view left, std::string_view right) {
  const auto& shorter = left.size() < right.size() ? left : right;
  const auto& longer = left.size() < right.size() ? right : left;
  return shorter.size() >= kShortestBeginning && longer.starts_with(shorter);
}

bool sounds_alike(std::string_view left, std::string_view right) {
  const auto longer = std::max(left.size(), right.size());
  if (longer > kLongestMistyped) return false;
  const auto sound = sound_of(left);
  return sound.size() >= kShortestSound && sound == sound_of(right) &&
         static_cast<double>(edit_distance(left, right)) <= kMostErrorsOfSound * static_cast<double>(longer);
}

}  // namespace

std::string sound_of(std::string_view word) {
  std::string sounds;
  while (!word.empty()) {
    std::string_view sound = word.substr(0, 1);
    std::size_t taken = 1;
    for (const auto& rule : kSounds) {
      if (!word.starts_with(rule.letters)) continue;
      sound = rule.sounds;
      taken = rule.letters.size();
      break;
    }
    word.remove_prefix(taken);
    for (const char c : sound)
      if (!is_vowel(c) && (sounds.empty() || sounds.back() != c)) sounds += c;
  }
  return sounds;
}

double word_similarity(const EntityWord& left, const EntityWord& right) {
  if (left.text == right.text) return 1;
  if (left.kind == WordKind::Number || right.kind == WordKind::Number) return 0;
  if (is_listed(left) && is_listed(right)) return 0;  // Iran is no misspelt Iraq
  double similarity = std::max(by_errors(left.text, right.text), by_errors(left.written, right.written));
  if (is_listed(left) || is_listed(right)) return similarity;
  if (sounds_alike(left.text, right.text)) similarity = std::max(similarity, kSameSound);
  if (is_beginning(left.text, right.text)) similarity = std::max(similarity, kBeginning);
  return similarity;
}

}  // namespace certreg
