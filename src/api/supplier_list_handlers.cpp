#include "api/answer.h"
#include "api/body.h"
#include "api/handlers.h"
#include "api/query.h"
#include "certreg/codec/records.h"
#include "certreg/service/relationship_rows.h"

namespace certreg::api {
namespace {

using codec::Json;

Json row_json(const service::RelationshipRow& row) {
  return {{"row", row.number},
          {"outcome", std::string(service::to_string(row.outcome))},
          {"reference", codec::text_or_null(row.reference)},
          {"supplier", codec::text_or_null(row.supplier)},
          {"relationship", codec::text_or_null(row.relationship.value)},
          {"matched", row.matched ? Json(row.matched->value) : Json(nullptr)},
          {"suggestions", listed(row.suggestions,
                                 [](const service::Suggestion& one) -> Json {
                                   return {{"supplier", one.supplier.id.value},
                                           {"name", one.supplier.name},
                                           {"score", one.match.score}};
                                 })},
          {"changes", listed(row.changes,
                             [](const service::ColumnChange& one) -> Json {
                               return {{"column", one.column},
                                       {"before", codec::text_or_null(one.before)},
                                       {"after", codec::text_or_null(one.after)}};
                             })},
          {"problems", listed(row.problems, [](const FieldProblem& problem) -> Json {
             return {{"field", problem.field}, {"rule", problem.rule}};
           })}};
}

Json report_json(const service::RelationshipImport& result) {
  std::size_t counts[4] = {};
  for (const auto& row : result.rows) ++counts[static_cast<std::size_t>(row.outcome)];
  return {{"new", counts[0]},
          {"changed", counts[1]},
          {"unchanged", counts[2]},
          {"refused", counts[3]},
          {"ignored_columns", result.ignored_columns},
          {"warnings", result.warnings},
          {"rows", listed(result.rows, row_json)}};
}

}  // namespace

http::Response import_relationships(const Context& context) {
  QueryReader query(context.request);
  const auto name = query.text("name", 500);
  const bool dry_run = query.boolean("dry_run").value_or(false);
  if (context.request.body.empty()) query.problem("body", "is empty: it must be a CSV file or a workbook");
  query.finish();
  const auto kind = documents::sniff_media(context.request.body, media_type_of(context.request), name);
  const auto mode = dry_run ? service::ImportMode::DryRun : service::ImportMode::Keep;
  return json_answer(report_json(
      service::import_relationships(context.services, context.request.body, kind, mode, context.actor)));
}

}  // namespace certreg::api
