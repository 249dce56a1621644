#include "reading/ballot.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/domain/names.h"

namespace certreg::reading {
namespace {

constexpr double kLeast = 0.6;     // below, a field is left open
constexpr double kTooClose = 0.9;  // of the best: the second is as good
constexpr double kRivalry = 0.35;  // what a rival takes away, at most
constexpr std::size_t kMostCandidates = 8;

double together(double one, double other) { return 1 - (1 - one) * (1 - other); }

}  // namespace

void Ballot::add(std::string value, std::string key, Quote quote, double weight) {
  auto same = std::ranges::find(choices_, key, &Choice::key);
  if (same == choices_.end()) {
    quote.confidence = weight;
    choices_.push_back({std::move(value), std::move(key), std::move(quote), weight});
    return;
  }
  if (weight > same->quote.confidence) {
    same->value = std::move(value);
    same->quote = std::move(quote);
    same->quote.confidence = weight;
  }
  same->weight = together(same->weight, weight);
}

void Ballot::support(std::string_view key, double weight) {
  for (Choice& choice : choices_)
    if (choice.key == key) choice.weight = together(choice.weight, weight);
}

void Ballot::discount(std::string_view key, double factor) {
  for (Choice& choice : choices_)
    if (choice.key == key) choice.weight *= factor;
}

void Ballot::limit(std::string_view key, double most) {
  for (Choice& choice : choices_)
    if (choice.key == key) choice.weight = std::min(choice.weight, most);
}

bool Ballot::is_part(const Choice& part, const Choice& whole) {
  if (&part == &whole) return false;
  const std::string one = fmt::format(" {} ", normalise_name(part.value));
  const std::string other = fmt::format(" {} ", normalise_name(whole.value));
  return other.size() > one.size() && other.find(one) != std::string::npos;
}

void Ballot::merge(Choice& from, Choice& into, double factor) {
  into.weight = together(into.weight, from.weight * factor);
  from.weight *= factor;
}

std::vector<Ballot::Choice> Ballot::ranked() const {
  std::vector<Choice> choices = choices_;
  std::ranges::stable_sort(choices, std::greater<>{}, &Choice::weight);
  return choices;
}

std::optional<Ballot::Choice> Ballot::decide(std::string_view field, std::string_view why,
                                             Draft& draft) const {
  if (choices_.empty()) return std::nullopt;
  std::vector<Choice> choices = ranked();
  const double rival = choices.size() > 1 ? choices[1].weight : 0;
  Choice& best = choices.front();
  if (best.weight >= kLeast && rival < kTooClose * best.weight) {
    best.quote.confidence = best.weight * (1 - kRivalry * rival / best.weight);
    return best;
  }
  Ambiguity ambiguity{std::string(field), std::string(why), {}};
  if (choices.size() == 1) ambiguity.why = "it is not sure that this is the " + std::string(field);
  for (Choice& choice : choices) {
    if (ambiguity.candidates.size() == kMostCandidates) break;
    choice.quote.confidence = choice.weight;
    ambiguity.candidates.push_back({std::move(choice.value), std::move(choice.quote)});
  }
  draft.ambiguities.push_back(std::move(ambiguity));
  return std::nullopt;
}

}  // namespace certreg::reading
