#include <algorithm>

#include "certreg/domain/names.h"
#include "certreg/service/relationships.h"

namespace certreg::service {
namespace {

constexpr std::size_t kSuggestions = 5;
constexpr double kLeastScore = 0.4;  // less is a word in common

bool is_same_number(const std::string& left, const std::string& right) {
  const auto one = normalise_number(left);
  return !one.empty() && one == normalise_number(right);
}

bool has_identifier(const Supplier& supplier, const PartyHints& hints) {
  return is_same_number(supplier.lei, hints.lei) || is_same_number(supplier.vat, hints.vat);
}

// One name under two numbers is two companies.
bool contradicts(const Supplier& supplier, const PartyHints& hints) {
  const auto differs = [](const std::string& known, const std::string& asked) {
    return !known.empty() && !asked.empty() && !is_same_number(known, asked);
  };
  return differs(supplier.lei, hints.lei) || differs(supplier.vat, hints.vat);
}

void add(std::vector<Suggestion>& suggestions, const Supplier& supplier, double score) {
  const auto known = std::find_if(suggestions.begin(), suggestions.end(),
                                  [&](const Suggestion& one) { return one.supplier.id == supplier.id; });
  if (known == suggestions.end()) {
    suggestions.push_back({supplier, score});
  } else {
    known->score = std::max(known->score, score);
  }
}

std::vector<catalogue::SupplierPtr> identified(const Services& services, const PartyHints& hints) {
  std::vector<catalogue::SupplierPtr> found;
  for (const auto& text : {hints.lei, hints.vat}) {
    if (text.empty()) continue;
    for (const auto& match : services.catalogue.search(text, kSuggestions))
      if (has_identifier(*match.supplier, hints)) found.push_back(match.supplier);
  }
  return found;
}

}  // namespace

std::vector<Suggestion> suggest_suppliers(const Services& services, const PartyHints& hints) {
  std::vector<Suggestion> suggestions;
  for (const auto& supplier : identified(services, hints)) add(suggestions, *supplier, 1);
  for (const auto& text : {hints.domain, hints.name})
    if (!text.empty())
      for (const auto& match : services.catalogue.search(text, kSuggestions))
        add(suggestions, *match.supplier, match.score);
  std::stable_sort(suggestions.begin(), suggestions.end(),
                   [](const auto& left, const auto& right) { return left.score > right.score; });
  if (suggestions.size() > kSuggestions) suggestions.resize(kSuggestions);
  std::erase_if(suggestions, [](const Suggestion& one) { return one.score < kLeastScore; });
  return suggestions;
}

std::optional<SupplierId> match_supplier(const Services& services, const PartyHints& hints) {
  const auto by_identifier = identified(services, hints);
  if (!by_identifier.empty()) {
    const auto& first = by_identifier.front()->id;
    const bool agree = std::ranges::all_of(by_identifier, [&](const auto& one) { return one->id == first; });
    return agree ? std::optional(first) : std::nullopt;
  }
  const auto named = services.catalogue.suppliers_named(hints.name);
  const bool is_one = named.size() == 1 && !contradicts(*named.front(), hints);
  return is_one ? std::optional(named.front()->id) : std::nullopt;
}

}  // namespace certreg::service
