#include "web/proposal_supplier.h"

#include <algorithm>

#include "certreg/domain/harmless.h"
#include "certreg/service/supplier_search.h"
#include "web/proposal_words.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMostSuppliers = 6;

Data supplier_choice(const std::string& id, const std::string& name, const std::string& note,
                     const std::string& chosen) {
  Data view;
  view.set("id", id);
  view.set("name", name);
  view.set("note", note);
  view.set("checked", id == chosen);
  return view;
}

// Another one than is proposed.
void set_known_supplier(const Visit& visit, const Review& review, Data& view) {
  const auto known = review.known == nullptr ? SupplierId{} : review.known->supplier;
  const bool is_other = !known.empty() && known != review.proposal.supplier;
  const auto supplier = is_other ? visit.services.catalogue.supplier(known) : nullptr;
  view.set("is_anothers", is_other);
  view.set("known_supplier", supplier ? harmless(supplier->name) : known.value);
}

}  // namespace

Data suppliers_view(const Visit& visit, const Review& review) {
  const auto chosen = review.form.value("supplier");
  const auto whose = whose_words(visit, review.proposal, review.draft);
  const auto& holders = review.draft.version.holders;
  Data list{Data::type::list};
  list.push_back(supplier_choice(
      "", whose.name, message(visit.language, whose.is_new ? "review.by_holder" : "review.proposed"),
      chosen));
  const auto name = holders.empty() ? whose.name : holders.front().name;
  for (const auto& match :
       service::search_suppliers(visit.services, {.text = name, .limit = kMostSuppliers})) {
    if (match.supplier->id == review.proposal.supplier) continue;
    list.push_back(supplier_choice(match.supplier->id.value, harmless(match.supplier->name),
                                   match.supplier->country, chosen));
  }
  Data view;
  view.set("list", list);
  view.set("has_problem", std::ranges::any_of(review.problems, [](const auto& problem) {
             return problem.field == "supplier";
           }));
  set_known_supplier(visit, review, view);
  return view;
}

}  // namespace certreg::web
