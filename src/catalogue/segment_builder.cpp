#include "catalogue/segment_builder.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "catalogue/name_run.h"
#include "catalogue/parallel.h"

namespace certreg::catalogue {
namespace {

constexpr std::size_t kFewNames = 2000;  // a thread is not worth while

unsigned threads_for(std::size_t names, unsigned threads) {
  return names < kFewNames ? 1 : std::max(threads, 1U);
}

// All words of the runs that names have, in order, each once.
std::vector<std::string_view> all_words(const std::vector<NameRun>& runs) {
  std::vector<std::string_view> all;
  for (const auto& run : runs) {
    std::vector<bool> is_used(run.words.size());
    for (const auto word : run.name_words) is_used[word] = true;
    const auto middle = static_cast<std::ptrdiff_t>(all.size());
    for (std::size_t word = 0; word < run.words.size(); ++word)
      if (is_used[word]) all.push_back(run.words[word]);
    std::inplace_merge(all.begin(), all.begin() + middle, all.end());
  }
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

// Where a run's words stand among all; those that no name has stand nowhere.
std::vector<WordId> places_of(const NameRun& run, const std::vector<std::string_view>& all) {
  std::vector<WordId> places;
  places.reserve(run.words.size());
  WordId at = 0;
  for (const auto word : run.words) {
    while (at < all.size() && all[at] < word) ++at;
    places.push_back(at);
  }
  return places;
}

struct Flat {  // all runs one after the other, with the words of the segment
  std::vector<NameOf> names;
  std::vector<std::uint32_t> first_words;  // and one more
  std::vector<WordId> words;

  std::span<const WordId> words_of(std::size_t name) const {
    return {words.data() + first_words[name], first_words[name + 1] - first_words[name]};
  }
};

Flat flatten(std::vector<NameRun>& runs, const std::vector<std::string_view>& all) {
  Flat flat;
  std::vector<std::size_t> first_names, first_words;
  std::size_t names = 0, words = 0;
  for (const auto& run : runs) {
    first_names.push_back(names);
    first_words.push_back(words);
    names += run.names.size();
    words += run.name_words.size();
  }
  flat.names.resize(names);
  flat.first_words.assign(names + 1, static_cast<std::uint32_t>(words));
  flat.words.resize(words);
  in_parallel(runs.size(), static_cast<unsigned>(runs.size()),
              [&](std::size_t, std::size_t first, std::size_t last) {
                for (auto number = first; number < last; ++number) {
                  auto& run = runs[number];
                  const auto places = places_of(run, all);
                  for (std::size_t i = 0; i < run.name_words.size(); ++i)
                    flat.words[first_words[number] + i] = places[run.name_words[i]];
                  for (std::size_t i = 0; i < run.names.size(); ++i) {
                    flat.names[first_names[number] + i] = run.names[i];
                    flat.first_words[first_names[number] + i] =
                        static_cast<std::uint32_t>(first_words[number] + (i == 0 ? 0 : run.name_ends[i - 1]));
                  }
                  run.names = {};
                  run.name_words = {};
                }
              });
  return flat;
}

bool is_weak(std::string_view word) { return word.front() == kWeakMark; }

class Building {
 public:
  Building(std::vector<NameRun> runs, const Segments& beside, unsigned threads)
      : threads_(threads), made_(std::make_shared<NameSegment>()) {
    const auto all = all_words(runs);
    flat_ = flatten(runs, all);
    made_->words = WordTable(all, threads_);
    weigh_words(beside);
    order_names();
    write_names();
    write_posts();
    order_slots();
  }

  SegmentPtr take() { return std::move(made_); }

 private:
  std::size_t count() const { return flat_.names.size(); }

  void weigh_words(const Segments& beside) {
    counts_.assign(made_->words.size(), 0);
    for (const auto word : flat_.words) ++counts_[word];
    std::size_t names = count();
    for (const auto& live : beside) names += live.segment->size();
    made_->word_weights.resize(counts_.size());
    in_parallel(counts_.size(), threads_, [&](std::size_t, std::size_t first, std::size_t last) {
      for (auto word = static_cast<WordId>(first); word < last; ++word) {
        const auto text = made_->words.text(word);
        std::size_t with_it = counts_[word];
        for (const auto& live : beside) with_it += live.segment->count_with(text);
        made_->word_weights[word] = is_weak(text) ? kWeakWeight : word_weight(names, with_it);
      }
    });
  }

  float weight_of(std::size_t name) const {
    float weight = 0;
    for (const auto word : flat_.words_of(name)) weight += made_->word_weights[word];
    return weight;
  }

  // Equal weights by slot, so that the same names make the same segment.
  void order_names() {
    std::vector<float> weights(count());
    in_parallel(count(), threads_, [&](std::size_t, std::size_t first, std::size_t last) {
      for (auto name = first; name < last; ++name) weights[name] = weight_of(name);
    });
    order_.resize(count());
    std::iota(order_.begin(), order_.end(), 0);
    const auto before = [&](std::uint32_t left, std::uint32_t right) {
      if (weights[left] != weights[right]) return weights[left] < weights[right];
      const auto &one = flat_.names[left], &other = flat_.names[right];
      if (one.slot != other.slot) return one.slot < other.slot;
      return one.number != other.number ? one.number < other.number : left < right;
    };
    std::vector<std::size_t> ends(threads_);
    in_parallel(count(), threads_, [&](std::size_t part, std::size_t first, std::size_t last) {
      std::sort(order_.begin() + static_cast<std::ptrdiff_t>(first),
                order_.begin() + static_cast<std::ptrdiff_t>(last), before);
      ends[part] = last;
    });
    for (std::size_t part = 1; part < ends.size() && ends[part] > 0; ++part)
      std::inplace_merge(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(ends[part - 1]),
                         order_.begin() + static_cast<std::ptrdiff_t>(ends[part]), before);
    made_->weights.reserve(count());
    for (const auto name : order_) made_->weights.push_back(weights[name]);
  }

  void write_names() {
    made_->names.reserve(count());
    made_->name_ends.reserve(count());
    made_->name_words.reserve(flat_.words.size());
    for (const auto name : order_) {
      const auto words = flat_.words_of(name);
      made_->names.push_back(flat_.names[name]);
      made_->name_words.insert(made_->name_words.end(), words.begin(), words.end());
      made_->name_ends.push_back(static_cast<std::uint32_t>(made_->name_words.size()));
    }
    flat_ = {};
  }

  // A word that stands twice in a name leads to it once.
  void write_posts() {
    auto& ends = made_->post_ends;
    ends.assign(counts_.size() + 1, 0);
    for (WordId word = 0; word < counts_.size(); ++word)
      if (!is_weak(made_->words.text(word))) ends[word + 1] = counts_[word];
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    made_->posts.resize(ends.back());
    for (NameId name = 0; name < made_->size(); ++name)
      for (const auto word : made_->words_of(name))
        if (!is_weak(made_->words.text(word))) made_->posts[ends[word]++] = name;
    ends.pop_back();
    drop_doubles();
  }

  void drop_doubles() {
    auto& posts = made_->posts;
    std::uint32_t kept = 0, first = 0;
    for (auto& end : made_->post_ends) {
      const auto start = kept;
      for (auto at = first; at < end; ++at)
        if (kept == start || posts[kept - 1] != posts[at]) posts[kept++] = posts[at];
      first = std::exchange(end, kept);
    }
    posts.resize(kept);
  }

  void order_slots() {
    made_->by_slot.resize(made_->size());
    std::iota(made_->by_slot.begin(), made_->by_slot.end(), 0);
    std::sort(made_->by_slot.begin(), made_->by_slot.end(), [&](NameId left, NameId right) {
      const auto one = made_->names[left].slot, other = made_->names[right].slot;
      return one != other ? one < other : left < right;
    });
  }

  unsigned threads_;
  std::shared_ptr<NameSegment> made_;
  Flat flat_;
  std::vector<std::uint32_t> counts_, order_;
};

}  // namespace

SegmentPtr build_segment(const SegmentParts& parts, unsigned threads) {
  std::size_t names = parts.names.size();
  for (const auto& live : parts.merged) names += live.segment->size();
  threads = threads_for(names, threads);
  std::vector<NameRun> runs(parts.merged.size());
  in_parallel(parts.merged.size(), threads, [&](std::size_t, std::size_t first, std::size_t last) {
    for (auto at = first; at < last; ++at) runs[at] = run_of(parts.merged[at]);
  });
  const auto merged = runs.size();
  runs.resize(merged + threads);
  in_parallel(parts.names.size(), threads, [&](std::size_t part, std::size_t first, std::size_t last) {
    runs[merged + part] = run_of(parts.names.subspan(first, last - first));
  });
  return Building(std::move(runs), parts.beside, threads).take();
}

}  // namespace certreg::catalogue
