// Finds suppliers by their names and aliases: whole, by the beginning of the last word as it is typed,
// misspelt, in another order, in another script. Words count by how much they tell: those that many names
// have, and legal forms, count for little.
//
// Names stand in segments that never change: a big one and a few small ones, the newest the smallest. What is
// put makes a new segment, which takes in those that are not much bigger; a big one is merged by a thread of
// the index while it goes on answering. Names that went are marked in a new set of marks. A reader takes the
// list of segments, which costs a lock for as long as a pointer is copied, and searches without any: it sees
// a supplier's names of before or of after, and no change waits for it. (A single table under a lock for
// readers and writers would be half the code, but an update of a million names would stop all look-ups for
// seconds; segments cost a look-up of each asked word in each of them.)
//
// Thread-safe. The work of a search is bounded, whatever is asked.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/ids.h"

namespace certreg::catalogue {

// How a name answers to what was asked. A legal form that is there or not makes no difference to it.
enum class NameMatchKind {
  Exact,      // the same words
  Beginning,  // the same, the last word by its beginning, or with more words behind
  Words,      // all words, in another order, in other spellings of the lists or with others between
  Misspelt,   // all words, some with typing errors, joined, parted or shortened
  SomeWords   // not all words
};
std::string_view to_string(NameMatchKind kind);  // "exact", "beginning", ...

struct SupplierNames {
  SupplierId supplier;
  std::vector<std::string_view> names;  // the first is the legal name; looked at while they are put only
};

struct NameMatch {
  SupplierId supplier;
  std::uint32_t name = 0;  // which of its names: 0 the first
  NameMatchKind kind{};
  double score =
      0;  // 0 to 1: the weight of the asked words that were found, less a little for others; 1 = all
};

class NameIndex {
 public:
  // Suppliers are numbered as they come; a number stays its supplier's for good.
  using Slot = std::uint32_t;
  using Filter = std::function<bool(Slot)>;  // which suppliers may be found; must not call the index

  NameIndex();
  ~NameIndex();
  NameIndex(const NameIndex&) = delete;
  NameIndex& operator=(const NameIndex&) = delete;

  // In place of everything. Returns the suppliers' slots, in order.
  std::vector<Slot> build(std::span<const SupplierNames> suppliers, unsigned threads);

  // In place of what the suppliers were called before; without names they are found no more. Of a supplier
  // that is there twice the last counts. Returns their slots, in order.
  std::vector<Slot> put(std::span<const SupplierNames> suppliers);
  Slot put(const SupplierId& supplier, std::vector<std::string_view> names);
  void remove(const SupplierId& supplier);

  // The best first, each supplier once; equal scores in the order in which the suppliers came.
  std::vector<NameMatch> search(std::string_view text, std::size_t limit) const;
  std::vector<NameMatch> search(std::string_view text, std::size_t limit, const Filter& filter) const;

  struct Size {
    std::size_t names = 0, words = 0, segments = 0, bytes = 0;
  };
  Size size() const;
  void wait_until_merged() const;  // for tests and measurements

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace certreg::catalogue
