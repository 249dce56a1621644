// Names and where their words stand: a part of the index that is never changed. Thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "catalogue/word_table.h"

namespace certreg::catalogue {

using NameId = std::uint32_t;  // place of a name in its segment
using Slot = std::uint32_t;    // a supplier, in all segments

struct NameOf {
  Slot slot = 0;
  std::uint32_t number = 0;  // 0: the supplier's name, 1: its first alias ...

  bool operator==(const NameOf&) const = default;
};

// What a word tells: ln(1 + names / names with it). Weak words tell kWeakWeight each.
inline constexpr float kWeakWeight = 0.4F;
float word_weight(std::size_t names, std::size_t with_it);

// Weak words stand in the table with this in front: they are others than those that tell, and lead to
// nothing.
inline constexpr char kWeakMark = '\1';

struct NameSegment {
  WordTable words;
  std::vector<float> word_weights;

  // Names by their weight, the sum of their words' weights: the lightest first. The first names of a word's
  // are so the ones that have the least beside it.
  std::vector<NameOf> names;
  std::vector<float> weights;
  std::vector<std::uint32_t> name_ends;  // of each name's words in name_words
  std::vector<WordId> name_words;        // as they stand in the name
  std::vector<std::uint32_t> post_ends;  // of each word's names in posts; weak words have none
  std::vector<NameId> posts;             // ascending
  std::vector<NameId> by_slot;           // all names, by slot

  std::size_t size() const { return names.size(); }
  std::span<const WordId> words_of(NameId name) const;
  // Into the processor's cache: where the words of `far` stand, and those of `near`.
  void fetch_ahead(NameId far, NameId near) const {
    __builtin_prefetch(&name_ends[far]);
    __builtin_prefetch(name_words.data() + (near == 0 ? 0 : name_ends[near - 1]));
  }
  std::span<const NameId> names_with(WordId word) const;
  std::size_t count_with(std::string_view word) const;
  std::span<const NameId> names_of(Slot slot) const;

  std::size_t bytes() const;
};

using SegmentPtr = std::shared_ptr<const NameSegment>;

}  // namespace certreg::catalogue
