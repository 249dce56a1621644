#include "domain/legal_forms.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "domain/legal_form_table.h"
#include "domain/words.h"

namespace certreg {
namespace {

constexpr std::size_t kMaxWords = 8;

std::unordered_map<std::string_view, std::string_view> index_by_spelling() {
  std::unordered_map<std::string_view, std::string_view> index;
  for (const auto& [spelling, key] : legal_form_spellings()) index.emplace(spelling, key);
  return index;
}

// Most words begin no form: what they begin need not be put together then.
std::unordered_set<std::string_view> first_words_of_forms() {
  std::unordered_set<std::string_view> words;
  for (const auto& [spelling, key] : legal_form_spellings())
    words.insert(spelling.substr(0, spelling.find(' ')));
  return words;
}

std::vector<std::string> detach_forms(const std::vector<std::string>& words) {
  std::vector<std::string> detached;
  for (std::string_view word : words) {
    std::string_view suffix;
    for (auto form : attached_legal_forms()) {
      if (word.size() <= form.size()) continue;
      if (word.starts_with(form)) {
        detached.emplace_back(form);
        word.remove_prefix(form.size());
      } else if (word.ends_with(form)) {
        suffix = form;
        word.remove_suffix(form.size());
      }
    }
    detached.emplace_back(word);
    if (!suffix.empty()) detached.emplace_back(suffix);
  }
  return detached;
}

}  // namespace

std::vector<NameWord> mark_legal_forms(const std::vector<std::string>& words) {
  static const auto index = index_by_spelling();
  static const auto first_words = first_words_of_forms();
  const auto all = detach_forms(words);
  std::vector<NameWord> marked;
  for (std::size_t at = 0; at < all.size();) {
    std::size_t taken = 0;
    const auto longest = first_words.contains(all[at]) ? std::min(kMaxWords, all.size() - at) : 0;
    for (auto count = longest; count > 0 && taken == 0; --count) {
      const auto found = index.find(join_words(all, at, count));
      if (found == index.end()) continue;
      marked.push_back({std::string(found->second), true});
      taken = count;
    }
    if (taken == 0) marked.push_back({all[at], false});
    at += std::max<std::size_t>(taken, 1);
  }
  return marked;
}

}  // namespace certreg
