#include <algorithm>

#include "domain/entity_facts.h"

namespace certreg {

std::vector<RankedEntity> rank_facts(const EntityFacts& asked, std::span<const EntityFacts> candidates,
                                     std::size_t limit) {
  std::vector<RankedEntity> ranked;
  for (std::size_t place = 0; place < candidates.size(); ++place) {
    auto match = match_facts(asked, candidates[place]);
    if (match.score >= kLowestSuggestion) ranked.push_back({place, std::move(match)});
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const RankedEntity& left, const RankedEntity& right) {
    return left.match.score > right.match.score;
  });
  if (ranked.size() > limit) ranked.resize(limit);
  return ranked;
}

std::vector<RankedEntity> rank_entities(const LegalEntity& asked, std::span<const LegalEntity> candidates,
                                        std::size_t limit) {
  std::vector<EntityFacts> facts;
  for (const auto& candidate : candidates) facts.push_back(facts_of(candidate));
  return rank_facts(facts_of(asked), facts, limit);
}

}  // namespace certreg
