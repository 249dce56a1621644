// Numbers and domains in the order of their texts, with the suppliers that they lead to. Not thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/ordered.h"
#include "catalogue/posting.h"

namespace certreg::catalogue {

class IdentifierIndex {
 public:
  using Number = std::uint32_t;  // of a supplier
  using Entry = std::pair<std::string, Number>;

  ~IdentifierIndex() { clear(); }
  IdentifierIndex() = default;
  IdentifierIndex(const IdentifierIndex&) = delete;
  IdentifierIndex& operator=(const IdentifierIndex&) = delete;

  void assign(std::vector<Entry> entries);  // in place of all
  void swap(IdentifierIndex& other) { std::swap(postings_, other.postings_); }
  void add(std::string_view identifier, Number supplier);
  void remove(std::string_view identifier, Number supplier);

  // take(posting) from `identifier` on, until it returns false.
  template <class Take>
  void walk_from(std::string_view identifier, Take take) const {
    postings_.walk_from(identifier, [&](const Posting* posting) { return take(*posting); });
  }

 private:
  struct ByText {
    static std::string_view text(const Posting* posting) { return posting->text(); }
    static std::string_view text(std::string_view text) { return text; }
    template <class Left, class Right>
    bool operator()(const Left& left, const Right& right) const {
      return text(left) < text(right);
    }
  };

  void clear();
  Ordered<const Posting*, ByText> postings_{ByText{}};
};

}  // namespace certreg::catalogue
