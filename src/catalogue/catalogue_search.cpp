// Suppliers by names, identifiers, or both.
#include <algorithm>
#include <unordered_set>

#include "catalogue/catalogue_state.h"
#include "certreg/domain/error.h"
#include "certreg/domain/names.h"

namespace certreg::catalogue {
namespace {

constexpr std::size_t kShortestBeginning = 4, kMostIdentifiers = 1000;

// A number or a domain that is being typed, and not a word of a name.
bool may_go_on(std::string_view key) {
  return key.size() >= kShortestBeginning &&
         std::any_of(key.begin(), key.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

double beginning_score(std::string_view asked, std::string_view identifier) {
  return 0.8 + 0.2 * static_cast<double>(asked.size()) / static_cast<double>(identifier.size());
}

// As searched_names() counts them.
const std::string* name_of(const Supplier& supplier, std::size_t number) {
  if (number == 0) return &supplier.name;
  return number <= supplier.aliases.size() ? &supplier.aliases[number - 1] : nullptr;
}

// The best first; of equal ones those that were found first.
void keep_best_of_each(std::vector<SupplierMatch>& matches) {
  std::stable_sort(matches.begin(), matches.end(),
                   [](const auto& left, const auto& right) { return left.score > right.score; });
  std::unordered_set<SupplierId> known;
  std::erase_if(matches,
                [&](const SupplierMatch& match) { return !known.insert(match.supplier->id).second; });
}

}  // namespace

std::string fold_case(std::string_view text) {
  std::string folded(text);
  std::transform(folded.begin(), folded.end(), folded.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
  });
  return folded;
}

std::string_view to_string(MatchedBy by) {
  switch (by) {
    case MatchedBy::Name:
      return "name";
    case MatchedBy::Alias:
      return "alias";
    case MatchedBy::Identifier:
      return "identifier";
  }
  return "";
}

bool Catalogue::State::passes(const PackedCompany& company, const SupplierFilter& filter) const {
  if (!company.is_known()) return false;
  const auto head = company.head(texts);
  if (head.is_retired || (!filter.country.empty() && head.country != filter.country)) return false;
  if (!filter.asks_for_certificates()) return true;
  return std::ranges::any_of(company.certificates(), [&](Number number) {
    const auto& certificate = certificates.at(number);
    const auto latest = certificate.latest(texts);
    if (certificate.is_retired() || latest.supplier != company.key()) return false;
    if (!filter.standard.empty() && latest.standard != filter.standard.value) return false;
    return !filter.certificate || filter.certificate(*record(certificate));
  });
}

std::vector<NameMatch> Catalogue::State::search_names(std::string_view text, std::size_t limit,
                                                      const SupplierFilter& filter) const {
  if (filter.is_empty()) return names.search(text, limit);
  const std::shared_lock lock(lists);
  const Reading reading;
  return names.search(text, limit, [&](NameIndex::Slot slot) {
    return slot < by_slot.size() && passes(companies.at(by_slot[slot]), filter);
  });
}

// Exact ones first, then those that go on.
void Catalogue::State::add_by_identifier(std::string_view text, std::size_t limit,
                                         const SupplierFilter& filter,
                                         std::vector<SupplierMatch>& matches) const {
  for (const auto& key : {normalise_number(text), fold_case(text)}) {
    if (key.empty()) continue;
    std::size_t looked_at = 0;
    by_identifier.walk_from(key, [&](const Posting& posting) {
      const auto identifier = posting.text();
      const bool is_exact = identifier == key;
      if (!is_exact && (!may_go_on(key) || !identifier.starts_with(key))) return false;
      for (const auto number : posting.numbers()) {
        if (matches.size() >= limit || ++looked_at > kMostIdentifiers) return false;
        const auto& company = companies.at(number);
        if (!passes(company, filter)) continue;
        matches.push_back({supplier(&company), is_exact ? 1 : beginning_score(key, identifier),
                           MatchedBy::Identifier, is_exact ? NameMatchKind::Exact : NameMatchKind::Beginning,
                           std::string(identifier)});
      }
      return true;
    });
  }
}

std::vector<SupplierMatch> Catalogue::search(std::string_view text, std::size_t limit,
                                             const SupplierFilter& filter) const {
  if (!state_->is_searchable)
    throw Error(ErrorKind::Unavailable,
                "suppliers cannot be searched yet: their names are still being indexed");
  const auto named = state_->search_names(text, limit, filter);
  std::vector<SupplierMatch> matches;
  {
    const std::shared_lock lock(state_->lists);
    const Reading reading;
    state_->add_by_identifier(text, limit, filter, matches);
  }
  const Reading reading;
  for (const auto& match : named) {
    auto found = state_->supplier(match.supplier.value);
    if (!found || found->retired) continue;
    const auto* name = name_of(*found, match.name);
    if (name == nullptr) continue;  // it was corrected since
    const auto by = match.name == 0 ? MatchedBy::Name : MatchedBy::Alias;
    matches.push_back({found, match.score, by, match.kind, *name});
  }
  keep_best_of_each(matches);
  if (matches.size() > limit) matches.resize(limit);
  return matches;
}

}  // namespace certreg::catalogue
