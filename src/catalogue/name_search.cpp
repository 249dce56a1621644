#include "catalogue/name_search.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <span>
#include <utility>

#include "catalogue/best_names.h"
#include "catalogue/name_score.h"
#include "catalogue/seen_names.h"

namespace certreg::catalogue {
namespace {

constexpr float kGoodEnough = 0.9F;           // no typing errors are looked for then
constexpr float kUnknownWeight = 0.5F;        // of the weight of a word that one name has
constexpr std::size_t kMostScored = 3000;     // names, of a segment
constexpr std::size_t kManyNames = 200;       // worth comparing with others' first
constexpr std::size_t kMostShared = 100'000;  // names, compared so in a search
constexpr std::size_t kSpare = 16;
constexpr std::ptrdiff_t kAhead = 8;  // names whose words are fetched while others are judged

// What both have; each in order. Quick when one is much shorter.
template <class Take>
void for_shared(std::span<const NameId> shorter, std::span<const NameId> longer, const Take& take) {
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  for (const auto name : shorter) {
    std::size_t step = 1;
    while (step < longer.size() && longer[step] < name) step *= 2;
    const auto from = longer.begin() + static_cast<std::ptrdiff_t>(step / 2);
    const auto to = longer.begin() + static_cast<std::ptrdiff_t>(std::min(step + 1, longer.size()));
    const auto at = std::lower_bound(from, to, name);
    longer = longer.subspan(static_cast<std::size_t>(at - longer.begin()));
    if (longer.empty()) return;
    if (longer.front() == name) take(name);
  }
}

class Search {
 public:
  Search(const Segments& segments, const AskedName& asked, Care care, std::size_t kept,
         const NameIndex::Filter& filter)
      : segments_(segments), asked_(asked), filter_(filter), best_(kept) {
    for (const auto& live : segments_) answers_.push_back(answers_in(*live.segment, asked_, care));
    weigh();
  }

  // Every word is known as it was written, or, the last, by its beginning.
  bool knows_all_words() const {
    for (std::size_t at = 0; at < asked_.words.size(); ++at)
      if (!asked_.words[at].is_weak &&
          std::none_of(answers_.begin(), answers_.end(), [&](const auto& answers) {
            return answers.weights[at].errors == 0 || answers.weights[at].begun > 0;
          }))
        return false;
    return true;
  }

  float look() {
    for (std::uint32_t number = 0; number < segments_.size(); ++number) look_in(number);
    return best_.best();
  }

  // How a name answers is told for those only that are given out.
  std::vector<FoundName> take(std::size_t wanted) const {
    auto hits = best_.hits();
    for (auto& hit : hits)
      hit.score = std::clamp(score_in(hit.segment).whole(hit.name, hit.score), 0.0F, 1.0F);
    keep_best_of_each(hits);
    if (hits.size() > wanted) hits.resize(wanted);
    std::vector<FoundName> found;
    for (const auto& hit : hits) found.push_back({hit.of, score_in(hit.segment).kind(hit.name), hit.score});
    return found;
  }

 private:
  const NameSegment& segment(std::uint32_t number) const { return *segments_[number].segment; }

  NameScore score_in(std::uint32_t number) const {
    return {segment(number), asked_, answers_[number], weights_};
  }

  float weight_of(std::size_t at, std::size_t names) const {
    if (asked_.words[at].is_weak) return kWeakWeight;
    std::size_t begun = 0;
    const WordAnswers::Weight* nearest = nullptr;
    for (const auto& answers : answers_) {
      const auto& weight = answers.weights[at];
      begun += weight.begun;
      if (weight.errors != UINT32_MAX && (nearest == nullptr || weight.errors < nearest->errors))
        nearest = &weight;
    }
    if (nearest != nullptr) return nearest->weight;
    return begun > 0 ? word_weight(names, begun) : kUnknownWeight * word_weight(names, 1);
  }

  void weigh() {
    std::size_t names = 0;
    for (const auto& live : segments_) names += live.segment->size();
    for (std::size_t at = 0; at < asked_.words.size(); ++at) {
      weights_.words[at] = weight_of(at, names);
      weights_.total += weights_.words[at];
    }
  }

  float weight_of(std::uint32_t asked) const {
    float weight = 0;
    for (; asked != 0; asked &= asked - 1)
      weight += weights_.words[static_cast<std::size_t>(std::countr_zero(asked))];
    return weight;
  }

  // The rarest words first. A name that none of them led to has only what is left: when that is not enough,
  // the frequent words need not be looked at.
  void look_in(std::uint32_t number) {
    auto& leads = answers_[number].leads;
    std::stable_sort(leads.begin(), leads.end(),
                     [](const Lead& left, const Lead& right) { return left.cost < right.cost; });
    Seen seen(segment(number).size());
    std::size_t budget = kMostScored;
    for (std::size_t lead = 0; lead < leads.size(); ++lead) {
      std::uint32_t open = 0;
      for (auto later = lead; later < leads.size(); ++later) open |= leads[later].asked;
      // Weak words lead to nothing but count.
      if (!can_win(open) || budget == 0) break;
      const std::span<const Lead> later(leads.begin() + static_cast<std::ptrdiff_t>(lead) + 1, leads.end());
      const bool is_shared =
          leads[lead].cost > kManyNames && follow_shared(number, leads[lead], later, seen, budget);
      if (!is_shared || can_win(leads[lead].asked)) follow(number, leads[lead], seen, budget);
    }
  }

  bool can_win(std::uint32_t asked) const {
    return weight_of(asked) + weak_weight() >= best_.threshold() * weights_.total;
  }

  // Names that later leads lead to as well: few, and better than the others. False when they may not be all.
  bool follow_shared(std::uint32_t number, const Lead& lead, std::span<const Lead> later, Seen& seen,
                     std::size_t& budget) {
    const auto& within = segment(number);
    bool are_all = true;
    for (const auto& other : later) {
      are_all = are_all && !other.is_partial;
      for (const auto word : lead.words)
        for (const auto beside : other.words) {
          const auto one = within.names_with(word), two = within.names_with(beside);
          const auto compared = std::min(one.size(), two.size());
          if (budget == 0 || compared > still_compared_) return false;
          still_compared_ -= compared;
          for_shared(one, two, [&](NameId name) {
            if (budget == 0 || !seen.is_new(name)) return;
            --budget;
            judge(number, name);
          });
        }
    }
    return are_all;
  }

  float weak_weight() const {
    float weight = 0;
    for (const auto& word : asked_.words) weight += word.is_weak ? kWeakWeight : 0;
    return weight;
  }

  // Names from this one on have too much beside what was asked.
  NameId too_heavy(std::uint32_t number) const {
    float answered = 0;
    for (const auto& weight : answers_[number].weights) answered += weight.heaviest;
    answered += weak_weight();
    const auto& weights = segment(number).weights;
    const auto threshold = best_.threshold();
    const auto most = answered + (weights_.total / threshold - weights_.total) / kUnaskedPart;
    return static_cast<NameId>(std::upper_bound(weights.begin(), weights.end(), most) - weights.begin());
  }

  void follow(std::uint32_t number, const Lead& lead, Seen& seen, std::size_t& budget) {
    const auto end = too_heavy(number);
    const auto& within = segment(number);
    for (const auto word : lead.words) {
      const auto names = within.names_with(word);
      auto first = names.begin();
      if (names.size() > budget) first = lightest_worth_it(within, names);
      for (auto at = first; at != names.end() && *at < end && budget > 0; ++at) {
        if (names.end() - at > kAhead) within.fetch_ahead(at[kAhead], at[kAhead / 2]);
        if (!seen.is_new(*at)) continue;
        --budget;
        judge(number, *at);
      }
    }
  }

  // Where there are more than can be looked at, those that lack most of what was asked are left out.
  std::span<const NameId>::iterator lightest_worth_it(const NameSegment& within,
                                                      std::span<const NameId> names) const {
    constexpr float kPart = 0.6F;
    return std::partition_point(names.begin(), names.end(),
                                [&](NameId name) { return within.weights[name] < kPart * weights_.total; });
  }

  void judge(std::uint32_t number, NameId name) {
    const Hit hit{number, name, segment(number).names[name], score_in(number).by_words(name)};
    if (!best_.takes(hit) || segments_[number].is_gone(name)) return;
    if (!filter_ || filter_(hit.of.slot)) best_.add(hit);
  }

  const Segments& segments_;
  const AskedName& asked_;
  const NameIndex::Filter& filter_;
  std::vector<WordAnswers> answers_;
  AskedWeights weights_;
  BestNames best_;
  std::size_t still_compared_ = kMostShared;
};

std::vector<FoundName> search_form(const Segments& segments, const AskedName& asked, std::size_t wanted,
                                   const NameIndex::Filter& filter) {
  const auto kept = 2 * wanted + kSpare;
  Search exact(segments, asked, Care::Exact, kept, filter);
  if (exact.knows_all_words() && exact.look() >= kGoodEnough) return exact.take(wanted);
  Search misspelt(segments, asked, Care::Misspelt, kept, filter);
  misspelt.look();
  return misspelt.take(wanted);
}

}  // namespace

std::vector<FoundName> search_segments(const Segments& segments, std::string_view text, std::size_t wanted,
                                       const NameIndex::Filter& filter) {
  wanted = std::min(wanted, kMostScored);
  std::vector<FoundName> found;
  if (wanted == 0) return found;
  for (const auto& asked : asked_names(text)) {
    const auto more = search_form(segments, asked, wanted, filter);
    found.insert(found.end(), more.begin(), more.end());
    if (!found.empty() && found.front().score >= kGoodEnough)
      break;  // Latin letters are a guess beside these
  }
  keep_best_of_each(found);
  if (found.size() > wanted) found.resize(wanted);
  return found;
}

}  // namespace certreg::catalogue
