#include "api/answer.h"
#include "api/body.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/import_request.h"
#include "api/record_json.h"
#include "certreg/codec/records.h"
#include "certreg/service/listing.h"
#include "certreg/service/row_preview.h"

namespace certreg::api {
namespace {

using codec::Json;

ImportId id_of(const Context& context) { return {own_id(context, "import")}; }

Json counts_json(const std::string& object) {
  auto counts = Json::array();
  const auto parsed = codec::parse(object);
  for (const auto& [outcome, count] : parsed.items())
    counts.push_back({{"outcome", outcome}, {"count", count}});
  return counts;
}

Json run_json(const store::ImportRun& run) {
  return {{"id", run.id.value},
          {"what", run.what},
          {"source", codec::text_or_null(run.source)},
          {"actor", run.actor},
          {"state", run.state},
          {"counts", counts_json(run.counts)},
          {"error", codec::text_or_null(run.error)},
          {"started_at", to_string(run.started_at)},
          {"finished_at", instant_or_null(run.finished_at)}};
}

Json item_json(const store::ImportItem& item) {
  const auto detail = codec::parse(item.detail);
  return {{"ordinal", item.ordinal},
          {"name", item.name},
          {"outcome", item.outcome},
          {"document", codec::text_or_null(item.document.value)},
          {"detail", detail.value("detail", Json(nullptr))},
          {"errors", detail.value("errors", Json::array())}};
}

Json preview_json(const service::RowPreview& preview) {
  return {{"columns", preview.columns},
          {"rows", preview.rows},
          {"good", preview.good},
          {"drafts", listed(preview.drafts, [](const auto& draft) { return codec::to_json(draft); })},
          {"warnings", preview.warnings},
          {"bad_rows", listed(preview.problems, [](const auto& problem) -> Json {
             return {{"field", problem.field}, {"rule", problem.rule}};
           })}};
}

}  // namespace

http::Response start_import(const Context& context) {
  auto order = import_order_in(context);
  auto run = context.services.imports.submit(context.services, std::move(order.request), context.actor);
  if (order.wait.count() > 0) {
    context.services.imports.wait(run.id, order.wait);
    run = service::find_import(context.services, run.id);
  }
  auto response = json_answer(run_json(run), run.finished_at ? 200 : 202);
  response.headers.push_back({"Location", "/v1/imports/" + run.id.value});
  return response;
}

http::Response preview_import(const Context& context) {
  return json_answer(preview_json(service::preview_upload(context.services, table_in(context))));
}

http::Response list_imports(const Context& context) {
  QueryReader query(context.request);
  const auto limit = query.limit();
  const auto cursor = cursor_of(query);
  query.finish();
  auto runs =
      service::list_imports(context.services, cursor.empty() ? "" : cursor[0], static_cast<int>(limit) + 1);
  std::optional<std::vector<std::string>> last;
  if (runs.size() > limit) {
    runs.pop_back();
    last = {runs.back().id.value};
  }
  return page(context, listed(runs, run_json), last);
}

http::Response get_import(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context, run_json(service::find_import(context.services, id_of(context))));
}

http::Response list_import_items(const Context& context) {
  QueryReader query(context.request);
  const auto limit = query.limit();
  const auto after = number_cursor_of(query);
  query.finish();
  auto items =
      service::import_items(context.services, id_of(context), after.value_or(0), static_cast<int>(limit) + 1);
  std::optional<std::vector<std::string>> last;
  if (items.size() > limit) {
    items.pop_back();
    last = {std::to_string(items.back().ordinal)};
  }
  return page(context, listed(items, item_json), last);
}

}  // namespace certreg::api
