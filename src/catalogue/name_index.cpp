#include "certreg/catalogue/name_index.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <shared_mutex>
#include <thread>
#include <unordered_set>
#include <utility>

#include "catalogue/name_search.h"
#include "catalogue/slot_table.h"

namespace certreg::catalogue {
namespace {

constexpr std::size_t kMergedAtOnce = 16384;  // names; more are merged by the index's thread
constexpr std::size_t kBiggerBy = 4;  // a segment is merged with those after it unless it is so much bigger
constexpr std::size_t kMostGonePart = 3;  // of a segment's names

// The first of the segments before `last` that are merged with `more` names, up to `most` in all.
std::size_t first_to_merge(const Segments& segments, std::size_t last, std::size_t more, std::size_t most) {
  auto first = last;
  auto sum = more;
  for (auto at = last; at-- > 0;) {
    sum += segments[at].segment->size();
    if (sum > most) break;
    if (segments[at].segment->size() <= kBiggerBy * (sum - segments[at].segment->size())) first = at;
  }
  return first;
}

std::vector<NewName> new_names(std::span<const SupplierNames> suppliers, std::span<const Slot> slots) {
  std::vector<NewName> names;
  std::unordered_set<Slot> known;
  for (auto at = suppliers.size(); at-- > 0;) {
    if (!known.insert(slots[at]).second) continue;
    for (std::uint32_t number = 0; number < suppliers[at].names.size(); ++number)
      names.push_back({{slots[at], number}, suppliers[at].names[number]});
  }
  return names;
}

}  // namespace

class NameIndex::Parts {
 public:
  ~Parts() {
    {
      const std::lock_guard writing(writing_);
      is_ending_ = true;
    }
    if (merger_.joinable()) merger_.join();
  }

  std::vector<Slot> build(std::span<const SupplierNames> suppliers, unsigned threads) {
    const std::lock_guard writing(writing_);
    expect(suppliers);
    auto slots = take_slots(suppliers);
    const auto names = new_names(suppliers, slots);
    ++generation_;
    const auto made = build_segment({.names = names}, threads);
    publish(made->size() > 0 ? Segments{{made, nullptr}} : Segments{});
    return slots;
  }

  std::vector<Slot> put(std::span<const SupplierNames> suppliers) {
    const std::lock_guard writing(writing_);
    auto slots = take_slots(suppliers);
    const auto names = new_names(suppliers, slots);
    publish(with(without(*segments_, slots), names));
    if (is_merging_) gone_since_.insert(gone_since_.end(), slots.begin(), slots.end());
    merge_later();
    return slots;
  }

  std::vector<NameMatch> search(std::string_view text, std::size_t limit, const Filter& filter) const {
    const auto found = search_segments(*segments(), text, limit, filter);
    std::vector<NameMatch> matches;
    const std::shared_lock lock(slots_mutex_);
    for (const auto& [of, kind, score] : found)
      matches.push_back({slots_.id_of(of.slot), of.number, kind, static_cast<double>(score)});
    return matches;
  }

  Size size() const {
    Size size;
    for (const auto& live : *segments()) {
      size.names += live.segment->size() - live.count_gone();
      size.words += live.segment->words.size();
      size.bytes += live.bytes();
      ++size.segments;
    }
    const std::shared_lock lock(slots_mutex_);
    size.bytes += slots_.bytes();
    return size;
  }

  void wait_until_merged() const {
    std::unique_lock writing(writing_);
    merged_.wait(writing, [this] { return !is_merging_; });
  }

 private:
  std::shared_ptr<const Segments> segments() const {
    const std::lock_guard lock(segments_mutex_);
    return segments_;
  }

  void publish(Segments segments) {
    auto fresh = std::make_shared<const Segments>(std::move(segments));
    const std::lock_guard lock(segments_mutex_);
    segments_.swap(fresh);
  }

  void expect(std::span<const SupplierNames> suppliers) {
    std::size_t letters = 0;
    for (const auto& supplier : suppliers) letters += supplier.supplier.value.size();
    const std::unique_lock lock(slots_mutex_);
    slots_.expect(suppliers.size(), letters);
  }

  std::vector<Slot> take_slots(std::span<const SupplierNames> suppliers) {
    std::vector<Slot> slots;
    slots.reserve(suppliers.size());
    const std::unique_lock lock(slots_mutex_);
    for (const auto& supplier : suppliers) slots.push_back(slots_.add(supplier.supplier));
    return slots;
  }

  Segments with(Segments before, std::span<const NewName> names) const {
    if (names.empty()) return before;
    const auto kept = first_to_merge(before, before.size(), names.size(), kMergedAtOnce);
    // What is being merged stays; after build() there may be fewer than it was.
    const auto first = std::min(std::max(kept, is_merging_ ? being_merged_.second : 0), before.size());
    Segments after(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(first));
    const Segments merged(before.begin() + static_cast<std::ptrdiff_t>(first), before.end());
    auto made = build_segment({names, merged, after}, 1);
    if (made->size() > 0) after.push_back({std::move(made), nullptr});
    return after;
  }

  // What is worth merging now: first and last in the list of segments; empty for nothing.
  std::pair<std::size_t, std::size_t> mergeable() const {
    const auto& all = *segments_;
    const auto first = first_to_merge(all, all.size(), 0, SIZE_MAX);
    if (all.size() - first > 1) return {first, all.size()};
    for (std::size_t at = 0; at < all.size(); ++at)
      if (all[at].count_gone() * kMostGonePart > all[at].segment->size()) return {at, at + 1};
    return {0, 0};
  }

  void merge_later() {
    if (is_merging_ || is_ending_) return;
    being_merged_ = mergeable();
    if (being_merged_.first == being_merged_.second) return;
    is_merging_ = true;
    if (merger_.joinable()) merger_.join();
    merger_ = std::thread([this] { merge_all(); });
  }

  void merge_all() {
    std::unique_lock writing(writing_);
    while (!is_ending_ && being_merged_.first != being_merged_.second) {
      merge_one(writing);
      being_merged_ = mergeable();
    }
    is_merging_ = false;
    merged_.notify_all();
  }

  // Others write while it is at work, but not into what is being merged.
  void merge_one(std::unique_lock<std::mutex>& writing) {
    const auto [first, last] = being_merged_;
    const auto all = *segments_;
    const auto generation = generation_;
    gone_since_.clear();
    const auto at = [&](std::size_t place) { return all.begin() + static_cast<std::ptrdiff_t>(place); };
    SegmentParts parts{.merged = {at(first), at(last)}, .beside = {at(0), at(first)}};
    parts.beside.insert(parts.beside.end(), at(last), all.end());
    writing.unlock();
    const auto made = build_segment(parts, 1);
    writing.lock();
    if (generation != generation_) return;
    auto after = *segments_;
    const auto place = after.begin() + static_cast<std::ptrdiff_t>(first);
    const auto rest = after.erase(place, place + static_cast<std::ptrdiff_t>(last - first));
    if (made->size() > 0) after.insert(rest, without({made, nullptr}, gone_since_));
    publish(std::move(after));
  }

  mutable std::mutex segments_mutex_;
  std::shared_ptr<const Segments> segments_ = std::make_shared<const Segments>();

  mutable std::shared_mutex slots_mutex_;
  SlotTable slots_;

  mutable std::mutex writing_;  // guards what follows; readers do without
  std::uint64_t generation_ = 0;
  bool is_merging_ = false, is_ending_ = false;
  std::pair<std::size_t, std::size_t> being_merged_;  // of segments, the later ones without
  std::vector<Slot> gone_since_;                      // since the merging began
  mutable std::condition_variable merged_;
  std::thread merger_;
};

std::string_view to_string(NameMatchKind kind) {
  switch (kind) {
    case NameMatchKind::Exact:
      return "exact";
    case NameMatchKind::Beginning:
      return "beginning";
    case NameMatchKind::Words:
      return "words";
    case NameMatchKind::Misspelt:
      return "misspelt";
    case NameMatchKind::SomeWords:
      return "some_words";
  }
  return "";
}

NameIndex::NameIndex() : parts_(std::make_unique<Parts>()) {}
NameIndex::~NameIndex() = default;

std::vector<NameIndex::Slot> NameIndex::build(std::span<const SupplierNames> suppliers, unsigned threads) {
  return parts_->build(suppliers, threads);
}

std::vector<NameIndex::Slot> NameIndex::put(std::span<const SupplierNames> suppliers) {
  return parts_->put(suppliers);
}

NameIndex::Slot NameIndex::put(const SupplierId& supplier, std::vector<std::string_view> names) {
  const SupplierNames one{supplier, std::move(names)};
  return parts_->put({&one, 1}).front();
}

void NameIndex::remove(const SupplierId& supplier) { put(supplier, {}); }

std::vector<NameMatch> NameIndex::search(std::string_view text, std::size_t limit) const {
  return parts_->search(text, limit, {});
}

std::vector<NameMatch> NameIndex::search(std::string_view text, std::size_t limit,
                                         const Filter& filter) const {
  return parts_->search(text, limit, filter);
}

NameIndex::Size NameIndex::size() const { return parts_->size(); }
void NameIndex::wait_until_merged() const { parts_->wait_until_merged(); }

}  // namespace certreg::catalogue
