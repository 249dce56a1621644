#include "api/answer.h"
#include "api/body.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/record_json.h"
#include "certreg/codec/relationships.h"
#include "certreg/service/assessments.h"
#include "certreg/service/findings.h"
#include "certreg/service/relationships.h"

namespace certreg::api {
namespace {

using codec::Json;

RelationshipId id_of(const Context& context) { return {own_id(context, "relationship")}; }

Json current(const Context& context) {
  return codec::to_json(service::find_relationship(context.services, id_of(context)));
}

Relationship relationship_in(const Context& context) {
  codec::Problems problems;
  auto relationship = codec::relationship_from(json_body(context), problems);
  refuse(std::move(problems));
  return relationship;
}

Json relationship_json(const Relationship& relationship) { return codec::to_json(relationship); }

}  // namespace

http::Response list_relationships(const Context& context) {
  QueryReader query(context.request);
  const auto limit = query.limit();
  const auto cursor = cursor_of(query);
  query.finish();
  auto relationships = service::list_relationships(context.services, {cursor.empty() ? "" : cursor[0]},
                                                   static_cast<int>(limit) + 1);
  std::optional<std::vector<std::string>> last;
  if (relationships.size() > limit) {
    relationships.pop_back();
    last = {relationships.back().id.value};
  }
  return page(context, listed(relationships, relationship_json), last);
}

http::Response create_relationship(const Context& context) {
  QueryReader(context.request).finish();
  const auto made = service::create_relationship(context.services, relationship_in(context), context.actor);
  return created(codec::to_json(made), "/v1/relationships/" + made.id.value);
}

http::Response get_relationship(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context, current(context));
}

http::Response correct_relationship(const Context& context) {
  QueryReader(context.request).finish();
  const auto seen = current(context);
  if (auto refusal = refuse_unless_seen(context, seen)) return *std::move(refusal);
  return resource(context, codec::to_json(service::correct_relationship(
                               context.services, id_of(context), seen["version"].get<int>(),
                               relationship_in(context), context.actor)));
}

http::Response retire_relationship(const Context& context) {
  QueryReader query(context.request);
  const auto reason = query.required_text("reason", 1000);
  query.finish();
  const auto seen = current(context);
  if (auto refusal = refuse_unless_seen(context, seen)) return *std::move(refusal);
  return resource(context,
                  codec::to_json(service::retire_relationship(
                      context.services, id_of(context), seen["version"].get<int>(), reason, context.actor)));
}

http::Response get_relationship_history(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(
      listed(service::relationship_history(context.services, id_of(context)), relationship_json));
}

http::Response list_supplier_relationships(const Context& context) {
  QueryReader(context.request).finish();
  const SupplierId supplier{own_id(context, "supplier")};
  found(context.services.catalogue.supplier(supplier), "supplier");
  return whole_list(listed(service::relationships_of(context.services, supplier), relationship_json));
}

http::Response get_assessment(const Context& context) {
  QueryReader query(context.request);
  const auto on = query.date("on");
  const auto known_at = query.instant("known_at");
  query.finish();
  const service::AssessmentMoment moment{on.value_or(context.services.clock.today()), known_at};
  const auto assessed = service::assess_relationship(context.services, id_of(context), moment);
  auto answer = codec::to_json(*assessed.assessment);
  answer["relationship"] = codec::to_json(assessed.relationship());
  answer["supplier"] = assessed.provider ? codec::to_json(*assessed.provider->supplier) : Json(nullptr);
  answer["assurances"] =
      listed(*assessed.assurances, [](const Assurance& assurance) { return codec::to_json(assurance); });
  answer["on"] = moment.on.to_string();
  answer["known_at"] = instant_or_null(known_at);
  return json_answer(answer);
}

http::Response list_relationship_decisions(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(service::relationship_decisions(context.services, id_of(context)),
                           [](const Decision& decision) { return codec::to_json(decision); }));
}

http::Response suggest_suppliers(const Context& context) {
  QueryReader query(context.request);
  service::PartyHints hints;
  hints.name = query.text("name");
  hints.lei = query.text("lei", 20);
  hints.vat = query.text("vat", 30);
  hints.domain = query.text("domain", 253);
  if (hints.name.empty() && hints.lei.empty() && hints.vat.empty() && hints.domain.empty())
    query.problem("name", "or lei, vat or domain is required");
  query.finish();
  return whole_list(
      listed(service::suggest_suppliers(context.services, hints), [](const service::Suggestion& one) -> Json {
        return {{"supplier", codec::to_json(one.supplier)},
                {"score", one.match.score},
                {"answer", std::string(to_string(one.match.answer))},
                {"reasons", listed(one.match.reasons,
                                   [](const EntityReason& reason) -> Json { return reason.detail.text; })}};
      }));
}

}  // namespace certreg::api
