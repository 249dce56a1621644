#include <algorithm>

#include "certreg/domain/names.h"
#include "certreg/reading/service_list.h"
#include "reading/claims.h"

namespace certreg::reading {
namespace {

bool is_held_by(const Draft& draft, const std::string& holder) {
  return !draft.version.holders.empty() &&
         normalise_name(draft.version.holders.front().name) == normalise_name(holder);
}

// The claims that a page's list belongs to: those of the page's own holder, else the only one there is.
std::vector<Draft*> claims_for(DocumentReading& reading, const StandardId& standard,
                               const PageContext& context) {
  std::vector<Draft*> claims, own;
  for (Draft& draft : reading.drafts) {
    if (draft.kind != DraftKind::Claim || draft.version.standard != standard || draft.version.declared_absent)
      continue;
    claims.push_back(&draft);
    if (is_held_by(draft, context.holder)) own.push_back(&draft);
  }
  if (!own.empty()) return own;
  return claims.size() == 1 ? claims : std::vector<Draft*>();
}

bool has_claim(const DocumentReading& reading, const StandardId& standard) {
  return std::ranges::any_of(reading.drafts,
                             [&](const Draft& draft) { return draft.version.standard == standard; });
}

void add_entries(const StandardList& list, Draft& draft) {
  auto& items = draft.version.scope_items;
  for (const auto& entry : list.entries) {
    if (items.size() >= kMostScopeItems) return;
    if (std::ranges::find(items, entry.item) != items.end()) continue;
    Quote quote = entry.quote;
    quote.field = "scope_items[" + std::to_string(items.size()) + "]";
    items.push_back(entry.item);
    draft.version.quotes.push_back(std::move(quote));
  }
}

Draft claim_by_list(const ServiceList& list, const StandardId& standard, const PageContext& context,
                    const Reference& reference) {
  Draft draft;
  draft.kind = DraftKind::Claim;
  CertificateVersion& version = draft.version;
  version.evidence = EvidenceLevel::Claimed;
  version.claimant = context.claimant;
  version.standard = standard;
  Quote quote = list.statement;
  quote.field = "standard";
  version.quotes.push_back(quote);
  if (is_clean_text(context.holder, 200)) {
    version.holders.push_back({context.holder, "main", "", "", "", "", ""});
    quote.field = "holder";
    version.quotes.push_back(quote);
  }
  const Standard* known = reference.find(standard);
  if (known != nullptr) version.standard_printed = known->name;
  if (known != nullptr && known->extends) version.form = ExtensionForm::Words;
  return draft;
}

void apply(DocumentReading& reading, const Text& text, const ServiceList& list, const StandardList& own,
           const PageContext& context, const Reference& reference) {
  if (own.entries.empty()) return;
  if (list.states_scope && !has_claim(reading, own.standard)) {
    reading.drafts.push_back(claim_by_list(list, own.standard, context, reference));
    add_edition_of_titles(text, reference, reading.drafts.back());
  }
  const auto claims = claims_for(reading, own.standard, context);
  if (claims.empty())
    reading.warnings.push_back("a list of services for " + own.standard.value +
                               " belongs to no claim of the page");
  for (Draft* draft : claims) {
    add_entries(own, *draft);
    draft->missing = missing_fields(draft->version);
  }
}

}  // namespace

void apply_lists(DocumentReading& reading, const Text& text, std::span<const ServiceList> lists,
                 const PageContext& context, const Reference& reference) {
  for (const auto& list : lists) {
    reading.warnings.insert(reading.warnings.end(), list.warnings.begin(), list.warnings.end());
    for (const auto& own : list.standards) apply(reading, text, list, own, context, reference);
  }
  if (!reading.drafts.empty()) reading.nothing_found_why.clear();
}

}  // namespace certreg::reading
