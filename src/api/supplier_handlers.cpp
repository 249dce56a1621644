#include "api/answer.h"
#include "api/body.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/record_json.h"
#include "certreg/service/supplier_search.h"
#include "certreg/service/suppliers.h"

namespace certreg::api {
namespace {

using codec::Json;

SupplierId id_of(const Context& context) { return {own_id(context, "supplier")}; }

catalogue::SupplierPtr current(const Context& context) {
  auto supplier = context.services.catalogue.supplier(id_of(context));
  found(supplier, "supplier");
  return supplier;
}

void write_match(codec::JsonWriter& out, const catalogue::SupplierMatch& match) {
  out.begin_object();
  out.key("by");
  out.text(to_string(match.by));
  out.key("how");
  out.text(to_string(match.how));
  out.key("text");
  out.text(match.text);
  out.end_object();
}

// Supplier, score and match; the latter two are null in a list that nobody searched.
void write_listed(codec::JsonWriter& out, const Supplier& supplier, const catalogue::SupplierMatch* match) {
  out.begin_object();
  out.key("supplier");
  codec::write(out, supplier);
  out.key("score");
  match != nullptr ? out.real(match->score) : out.null();
  out.key("match");
  match != nullptr ? write_match(out, *match) : out.null();
  out.end_object();
}

Supplier supplier_in(const Context& context) {
  codec::Problems problems;
  auto supplier = codec::supplier_from(json_body(context), problems);
  refuse(std::move(problems));
  return supplier;
}

http::Response searched(const Context& context, const service::SupplierSearch& search) {
  const auto matches = service::search_suppliers(context.services, search);
  return page(context,
              written_list(matches,
                           [](codec::JsonWriter& out, const catalogue::SupplierMatch& match) {
                             write_listed(out, *match.supplier, &match);
                           }),
              std::nullopt);
}

service::SupplierSearch search_in(QueryReader& query) {
  service::SupplierSearch search{.text = query.text("q"), .limit = query.limit()};
  search.country = query.text("country");
  search.standard = query.text("standard");
  std::vector<std::string_view> names;
  for (const auto standing : kCertificateStandings) names.push_back(to_string(standing));
  if (const auto chosen = query.choice("status", names)) search.standing = kCertificateStandings[*chosen];
  if (!search.text.empty()) return search;
  const auto refuse = [&](const char* name, bool is_there) {
    if (is_there) query.problem(name, "narrows a search: give q too");
  };
  refuse("country", !search.country.empty());
  refuse("standard", !search.standard.empty());
  refuse("status", search.standing.has_value());
  return search;
}

}  // namespace

http::Response list_suppliers(const Context& context) {
  QueryReader query(context.request);
  const auto search = search_in(query);
  const auto limit = search.limit;
  const auto cursor = cursor_of(query);
  if (!search.text.empty() && !cursor.empty())
    query.problem("cursor", "is not for a search: its answers end with limit");
  query.finish();
  if (!search.text.empty()) return searched(context, search);

  auto suppliers = context.services.catalogue.suppliers_after({cursor.empty() ? "" : cursor[0]}, limit + 1);
  std::optional<std::vector<std::string>> last;
  if (suppliers.size() > limit) {
    suppliers.pop_back();
    last = {suppliers.back()->id.value};
  }
  return page(context,
              written_list(suppliers,
                           [](codec::JsonWriter& out, const catalogue::SupplierPtr& supplier) {
                             write_listed(out, *supplier, nullptr);
                           }),
              last);
}

http::Response create_supplier(const Context& context) {
  QueryReader(context.request).finish();
  const auto supplier = service::create_supplier(context.services, supplier_in(context), context.actor);
  return created(written(supplier), "/v1/suppliers/" + supplier.id.value);
}

http::Response get_supplier(const Context& context) {
  const auto& target = context.request.target;
  if (const auto kept = context.memo.find(context.services, target)) return resource(context, kept);
  QueryReader(context.request).finish();
  const auto supplier = current(context);
  const auto answer = kept_resource(written(*supplier));
  context.memo.keep(target, answer, [supplier](const service::Services& services) {
    return services.catalogue.supplier(supplier->id) == supplier;
  });
  return resource(context, answer);
}

http::Response correct_supplier(const Context& context) {
  QueryReader(context.request).finish();
  const auto seen = current(context);
  if (auto refusal = refuse_unless_seen(context, written(*seen))) return *std::move(refusal);
  return resource(context, written(service::correct_supplier(context.services, seen->id, seen->version,
                                                             supplier_in(context), context.actor)));
}

http::Response retire_supplier(const Context& context) {
  QueryReader query(context.request);
  const auto reason = query.required_text("reason", 1000);
  query.finish();
  const auto seen = current(context);
  if (auto refusal = refuse_unless_seen(context, written(*seen))) return *std::move(refusal);
  return resource(context, written(service::retire_supplier(context.services, seen->id, seen->version, reason,
                                                            context.actor)));
}

http::Response get_supplier_history(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(service::supplier_history(context.services, id_of(context)),
                           [](const Supplier& version) { return codec::to_json(version); }));
}

http::Response list_supplier_certificates(const Context& context) {
  QueryReader(context.request).finish();
  const auto id = id_of(context);
  found(context.services.catalogue.supplier(id), "supplier");
  return whole_list(written_list(
      context.services.catalogue.certificates_of(id),
      [](codec::JsonWriter& out, const catalogue::RecordPtr& record) { codec::write(out, *record); }));
}

}  // namespace certreg::api
