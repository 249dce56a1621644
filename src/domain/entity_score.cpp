#include <algorithm>

#include "domain/entity_evidence.h"

namespace certreg {
namespace {

constexpr double kContradicting = 0.9;  // some identifiers are equal, some differ
constexpr double kLocalNumber = 0.9;    // at least
constexpr double kOfDifferent = 0.3, kOfOtherCountry = 0.9, kOfUnknownCountry = 0.995,
                 kOfDomainName = 0.85;  // factors
constexpr double kSameDomain = 0.75, kNameBesideDomain = 0.2;

double score_of_names(const EntityEvidence& evidence) {
  double score = std::max(evidence.name ? evidence.name->score : 0, kOfDomainName * evidence.named_by_domain);
  if (!evidence.domain.empty()) score = std::max(score, kSameDomain + kNameBesideDomain * score);
  if (evidence.is_abroad) return kOfOtherCountry * score;
  return evidence.is_country_known ? score : kOfUnknownCountry * score;
}

}  // namespace

double entity_score(const EntityEvidence& evidence) {
  const auto by_names = score_of_names(evidence);
  const bool is_different = evidence.has(false, false);
  if (evidence.has(true, false)) return is_different ? kContradicting : 1;
  if (is_different) return kOfDifferent * by_names;
  return evidence.has(true, true) ? std::max(kLocalNumber, by_names) : by_names;
}

}  // namespace certreg
