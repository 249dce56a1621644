#include "catalogue/name_run.h"

#include <algorithm>
#include <unordered_map>

#include "certreg/domain/search_name.h"

namespace certreg::catalogue {
namespace {

// Hands out numbers to words as they come.
class Interning {
 public:
  WordId operator()(const SearchWord& word) {
    const auto text = word.is_weak ? kWeakMark + word.text : word.text;
    const auto [entry, is_new] = numbers_.try_emplace(text, static_cast<WordId>(numbers_.size()));
    return entry->second;
  }

  // The words in order; `places`: where each number went.
  std::vector<std::string> sorted(std::vector<WordId>& places) {
    std::vector<std::pair<std::string, WordId>> all;
    all.reserve(numbers_.size());
    while (!numbers_.empty()) {
      auto node = numbers_.extract(numbers_.begin());
      all.emplace_back(std::move(node.key()), node.mapped());
    }
    std::sort(all.begin(), all.end());
    places.resize(all.size());
    std::vector<std::string> words;
    words.reserve(all.size());
    for (auto& [word, number] : all) {
      places[number] = static_cast<WordId>(words.size());
      words.push_back(std::move(word));
    }
    return words;
  }

 private:
  std::unordered_map<std::string, WordId> numbers_;
};

void add(NameRun& run, Interning& interned, const NameOf& of, const std::vector<SearchWord>& words) {
  if (words.empty()) return;
  for (const auto& word : words) run.name_words.push_back(interned(word));
  run.names.push_back(of);
  run.name_ends.push_back(static_cast<std::uint32_t>(run.name_words.size()));
}

}  // namespace

NameRun run_of(std::span<const NewName> names) {
  NameRun run;
  Interning interned;
  for (const auto& name : names) {
    const auto folded = search_name(name.text);
    add(run, interned, name.of, folded.latin);
    add(run, interned, name.of, folded.own);
  }
  std::vector<WordId> places;
  run.own_words = interned.sorted(places);
  run.words.assign(run.own_words.begin(), run.own_words.end());
  for (auto& word : run.name_words) word = places[word];
  return run;
}

NameRun run_of(const LiveSegment& live) {
  const auto& segment = *live.segment;
  NameRun run;
  run.words.reserve(segment.words.size());
  for (WordId word = 0; word < segment.words.size(); ++word) run.words.push_back(segment.words.text(word));
  for (NameId name = 0; name < segment.size(); ++name) {
    if (live.is_gone(name)) continue;
    const auto words = segment.words_of(name);
    run.name_words.insert(run.name_words.end(), words.begin(), words.end());
    run.names.push_back(segment.names[name]);
    run.name_ends.push_back(static_cast<std::uint32_t>(run.name_words.size()));
  }
  return run;
}

}  // namespace certreg::catalogue
