#include "accuracy/names/pairs.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace certreg::accuracy {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();  // there is nothing to measure

std::vector<double> scores_of(std::span<const JudgedPair> pairs, bool same) {
  std::vector<double> scores;
  for (const auto& judged : pairs)
    if (judged.pair.same == same) scores.push_back(judged.match.score);
  std::sort(scores.begin(), scores.end());
  return scores;
}

double area_under_curve(const std::vector<double>& same, const std::vector<double>& different) {
  if (same.empty() || different.empty()) return kNothing;
  double won = 0;
  for (const double score : same) {
    const auto [first, last] = std::equal_range(different.begin(), different.end(), score);
    won += static_cast<double>(first - different.begin()) + static_cast<double>(last - first) / 2;
  }
  return won / static_cast<double>(same.size() * different.size());
}

double precision_at(double threshold, const std::vector<double>& same, const std::vector<double>& different) {
  const auto above = [&](const std::vector<double>& scores) {
    return static_cast<double>(scores.end() - std::lower_bound(scores.begin(), scores.end(), threshold));
  };
  return above(same) / (above(same) + above(different));
}

double precision_at_recall(const std::vector<double>& same, const std::vector<double>& different) {
  if (same.empty()) return kNothing;
  const auto wanted = static_cast<std::size_t>(std::ceil(kRecall * static_cast<double>(same.size())));
  double best = 0;
  for (std::size_t at = 0; at < same.size() && at + wanted <= same.size(); ++at)
    best = std::max(best, precision_at(same[at], same, different));
  return best;
}

}  // namespace

std::vector<JudgedPair> judge_pairs(std::span<const NamePair> pairs) {
  std::vector<JudgedPair> judged;
  for (const auto& pair : pairs)
    judged.push_back({pair, match_entities({.names = {pair.left}}, {.names = {pair.right}})});
  return judged;
}

PairFigures figures_of(std::span<const JudgedPair> pairs) {
  const auto same = scores_of(pairs, true), different = scores_of(pairs, false);
  PairFigures figures{same.size(), different.size(), area_under_curve(same, different),
                      precision_at_recall(same, different)};
  for (const auto& [pair, match] : pairs)
    ++(pair.same ? figures.of_same : figures.of_different)[static_cast<std::size_t>(match.answer)];
  return figures;
}

}  // namespace certreg::accuracy
