#include "api/answer.h"
#include "api/body.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/query.h"
#include "api/record_json.h"
#include "certreg/codec/relationships.h"
#include "certreg/service/assurances.h"

namespace certreg::api {
namespace {

AssuranceId id_of(const Context& context) { return {own_id(context, "assurance")}; }

codec::Json current(const Context& context) {
  return codec::to_json(service::find_assurance(context.services, id_of(context)));
}

Assurance assurance_in(const Context& context) {
  codec::Problems problems;
  auto assurance = codec::assurance_from(json_body(context), problems);
  refuse(std::move(problems));
  return assurance;
}

}  // namespace

http::Response list_supplier_assurances(const Context& context) {
  QueryReader(context.request).finish();
  const SupplierId supplier{own_id(context, "supplier")};
  found(context.services.catalogue.supplier(supplier), "supplier");
  return whole_list(listed(service::assurances_of(context.services, supplier),
                           [](const Assurance& assurance) { return codec::to_json(assurance); }));
}

http::Response create_assurance(const Context& context) {
  QueryReader(context.request).finish();
  const auto made = service::create_assurance(context.services, assurance_in(context), context.actor);
  return created(codec::to_json(made), "/v1/assurances/" + made.id.value);
}

http::Response get_assurance(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context, current(context));
}

http::Response correct_assurance(const Context& context) {
  QueryReader(context.request).finish();
  const auto seen = current(context);
  if (auto refusal = refuse_unless_seen(context, seen)) return *std::move(refusal);
  return resource(context, codec::to_json(service::correct_assurance(context.services, id_of(context),
                                                                     seen["version"].get<int>(),
                                                                     assurance_in(context), context.actor)));
}

http::Response retire_assurance(const Context& context) {
  QueryReader query(context.request);
  const auto reason = query.required_text("reason", 1000);
  query.finish();
  const auto seen = current(context);
  if (auto refusal = refuse_unless_seen(context, seen)) return *std::move(refusal);
  return resource(
      context, codec::to_json(service::retire_assurance(context.services, id_of(context),
                                                        seen["version"].get<int>(), reason, context.actor)));
}

}  // namespace certreg::api
