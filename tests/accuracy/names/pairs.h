// Pairs of names that are one entity or two, held against what the domain says of them.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "accuracy/names/files.h"

namespace certreg::accuracy {

struct JudgedPair {
  NamePair pair;
  EntityMatch match;
};
std::vector<JudgedPair> judge_pairs(std::span<const NamePair> pairs);

inline constexpr std::size_t kAnswers = 4;  // of EntityAnswer, in its order

struct PairFigures {
  std::size_t same = 0, different = 0;  // by the truth
  // The share of (same, different) pairs of which the same one has the higher score; half for equal scores.
  double area_under_curve = 0;
  double precision_at_recall = 0;  // the best precision of a threshold that finds kRecall of the same
  std::array<std::size_t, kAnswers> of_same{}, of_different{};  // how they were answered
};
inline constexpr double kRecall = 0.9;
PairFigures figures_of(std::span<const JudgedPair> pairs);

}  // namespace certreg::accuracy
