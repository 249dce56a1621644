// Finds suppliers by words of their names. Words match whole or by their beginning. Not thread-safe.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "certreg/domain/ids.h"

namespace certreg::catalogue {

struct NameMatch {
  SupplierId supplier;
  double score = 0;  // share of the asked words that were found, less a little for words that were not asked
};

class NameIndex {
 public:
  void add(const SupplierId& supplier, std::string_view name);
  void remove(const SupplierId& supplier);
  std::vector<NameMatch> search(std::string_view text, std::size_t limit) const;

 private:
  std::map<std::string, std::unordered_set<SupplierId>, std::less<>> by_word_;
  std::unordered_map<SupplierId, std::vector<std::vector<std::string>>> words_;
};

}  // namespace certreg::catalogue
