#include "certreg/domain/scope_reference.h"

#include <algorithm>

#include "domain/words.h"

namespace certreg {
namespace {

constexpr std::string_view kGap = "…";

std::string pattern_of(const std::string& words) {
  const auto gap = words.find(kGap);
  if (gap == std::string::npos) return "";
  return fold_words(words.substr(0, gap)) + '\n' + fold_words(words.substr(gap + kGap.size()));
}

}  // namespace

RegionWords::RegionWords(const CloudRegion& region)
    : code(fold_words(region.code)), name(fold_words(region.name)), place(fold_words(region.place)) {
  for (const auto& other : region.place_names) place_names.push_back(fold_words(other));
}

ScopeVocabulary::ScopeVocabulary(std::span<const ScopeWords> rows) {
  for (const auto& row : rows)
    for (const auto& words : row.words) {
      if (row.kind == ScopeWordKind::WholeFamily) {
        if (auto pattern = pattern_of(words); !pattern.empty()) families_.push_back(std::move(pattern));
        continue;
      }
      auto folded = fold_words(words);
      if (folded.empty()) continue;
      if (row.kind == ScopeWordKind::Role) roles_.push_back({row.role, folded});
      words_[static_cast<std::size_t>(row.kind)].push_back(std::move(folded));
    }
  for (auto& words : words_) std::sort(words.begin(), words.end());
}

bool ScopeVocabulary::has(ScopeWordKind kind, std::string_view folded) const {
  return std::ranges::binary_search(of(kind), folded, std::less<>());
}

}  // namespace certreg
