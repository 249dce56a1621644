#include "web/suggestions.h"

#include <nlohmann/json.hpp>

#include "certreg/domain/harmless.h"
#include "certreg/domain/names.h"
#include "certreg/service/supplier_search.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMost = 8, kMostText = 300, kFewest = 2;

nlohmann::json row(const catalogue::SupplierMatch& match) {
  const bool by_name = match.by == catalogue::MatchedBy::Name;
  auto note = by_name ? std::string() : harmless(match.text);
  if (!match.supplier->country.empty()) note += (note.empty() ? "" : ", ") + match.supplier->country;
  return {{"id", match.supplier->id.value}, {"name", harmless(match.supplier->name)}, {"note", note}};
}

}  // namespace

std::string suggestions(const Visit& visit) {
  const auto text = query_value(visit.request, "q");
  auto list = nlohmann::json::array();
  if (text.size() >= kFewest && is_clean_text(text, kMostText))
    for (const auto& match : service::search_suppliers(visit.services, {.text = text, .limit = kMost}))
      list.push_back(row(match));
  return list.dump();
}

catalogue::SupplierPtr bearer_of(const service::Services& services, const std::string& text) {
  catalogue::SupplierPtr bearer;
  for (const auto& match : service::search_suppliers(services, {.text = text, .limit = kMost})) {
    if (match.by != catalogue::MatchedBy::Identifier || match.how != catalogue::NameMatchKind::Exact)
      continue;
    if (bearer && bearer->id != match.supplier->id) return nullptr;
    bearer = match.supplier;
  }
  return bearer;
}

}  // namespace certreg::web
