#include "catalogue/identifier_index.h"

#include <algorithm>

namespace certreg::catalogue {

void IdentifierIndex::clear() {
  postings_.for_all([](const Posting* posting) { delete posting; });
  postings_.assign({});
}

void IdentifierIndex::assign(std::vector<Entry> entries) {
  clear();
  std::sort(entries.begin(), entries.end());
  std::vector<const Posting*> postings;
  std::vector<Number> suppliers;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    if (suppliers.empty() || suppliers.back() != entries[at].second) suppliers.push_back(entries[at].second);
    if (at + 1 < entries.size() && entries[at + 1].first == entries[at].first) continue;
    postings.push_back(Posting::of(entries[at].first, suppliers).release());
    suppliers.clear();
  }
  postings_.assign(postings);
}

void IdentifierIndex::add(std::string_view identifier, Number supplier) {
  const auto** known = postings_.find(identifier);
  if (known == nullptr) {
    postings_.insert(Posting::of(identifier, {&supplier, 1}).release());
  } else if (!(*known)->has(supplier)) {
    const Posting::Ptr old(*known);
    *known = old->with(supplier).release();
  }
}

void IdentifierIndex::remove(std::string_view identifier, Number supplier) {
  const auto** known = postings_.find(identifier);
  if (known == nullptr || !(*known)->has(supplier)) return;
  const Posting::Ptr old(*known);
  if (old->numbers().size() == 1)
    postings_.erase(identifier);
  else
    *known = old->without(supplier).release();
}

}  // namespace certreg::catalogue
