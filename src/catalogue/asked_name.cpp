#include "catalogue/asked_name.h"

#include <algorithm>

#include "catalogue/name_segment.h"

namespace certreg::catalogue {
namespace {

std::string spelled(const std::vector<SearchWord>& words) {
  std::string text;
  for (const auto& word : words) {
    if (word.is_weak) continue;
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

AskedName asked(const std::vector<SearchWord>& words) {
  auto text = spelled(words);
  const TypingErrors typing(text);
  AskedName name{{}, std::move(text), typing};
  for (const auto& word : words) {
    const bool is_known = std::any_of(name.words.begin(), name.words.end(), [&](const AskedWord& other) {
      return other.is_weak == word.is_weak && other.text.substr(word.is_weak ? 1 : 0) == word.text;
    });
    if (is_known) continue;
    name.words.push_back({word.is_weak ? kWeakMark + word.text : word.text, word.is_weak, false});
  }
  const auto& last = words.back();
  for (auto& word : name.words) word.is_last = !last.is_weak && !word.is_weak && word.text == last.text;
  return name;
}

}  // namespace

std::vector<AskedName> asked_names(std::string_view text) {
  const auto folded = search_name(text);
  std::vector<AskedName> names;
  for (const auto* words : {&folded.own, &folded.latin})
    if (!words->empty()) names.push_back(asked(*words));
  return names;
}

}  // namespace certreg::catalogue
