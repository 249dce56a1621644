#include <algorithm>
#include <set>

#include "certreg/domain/names.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/relationships.h"

namespace certreg::service {
namespace {

constexpr std::size_t kSuggestions = 5;
constexpr std::size_t kCandidates = 20;  // that are ranked

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

// Nobody found must not mean that nobody could be found yet.
constexpr std::chrono::seconds kStart{30};

std::vector<catalogue::SupplierMatch> search(const Services& services, const std::string& text,
                                             std::size_t limit) {
  services.feed.wait_until_searchable(kStart);
  return services.catalogue.search(text, limit);
}

std::vector<catalogue::SupplierPtr> identified(const Services& services, const PartyHints& hints) {
  std::vector<catalogue::SupplierPtr> found;
  for (const auto& text : {hints.lei, hints.vat}) {
    if (text.empty()) continue;
    for (const auto& match : search(services, text, kSuggestions))
      if (has_identifier(*match.supplier, hints)) found.push_back(match.supplier);
  }
  return found;
}

// Whoever shares a word, a domain or a number with it.
std::vector<catalogue::SupplierPtr> candidates_for(const Services& services, const PartyHints& hints) {
  auto candidates = identified(services, hints);
  std::set<SupplierId> known;
  for (const auto& supplier : candidates) known.insert(supplier->id);
  for (const auto& text : {hints.domain, hints.name})
    if (!text.empty())
      for (const auto& match : search(services, text, kCandidates))
        if (known.insert(match.supplier->id).second) candidates.push_back(match.supplier);
  return candidates;
}

LegalEntity entity_of(const PartyHints& hints) {
  LegalEntity entity{.lei = hints.lei, .vat = hints.vat};
  if (!hints.name.empty()) entity.names = {hints.name};
  if (!hints.domain.empty()) entity.domains = {hints.domain};
  return entity;
}

}  // namespace

std::vector<Suggestion> suggest_suppliers(const Services& services, const PartyHints& hints) {
  const auto suppliers = candidates_for(services, hints);
  std::vector<LegalEntity> candidates;
  for (const auto& supplier : suppliers) candidates.push_back(entity_of(*supplier, services.clock.today()));
  std::vector<Suggestion> suggestions;
  for (auto& ranked : rank_entities(entity_of(hints), candidates, kSuggestions))
    suggestions.push_back({*suppliers[ranked.place], std::move(ranked.match)});
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
