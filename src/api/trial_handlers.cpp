#include <nlohmann/json.hpp>

#include "api/answer.h"
#include "api/body.h"
#include "api/handlers.h"
#include "api/query.h"
#include "certreg/codec/records.h"
#include "certreg/crypto/base64.h"
#include "certreg/service/source_trial.h"

namespace certreg::api {
namespace {

using codec::Json;

constexpr std::size_t kMostDocuments = 50;
constexpr std::size_t kLongestDefinition = 256 << 10, kLongestDocument = 90U << 20;

service::TrialDocument document_in(const Json& value, const std::string& path, codec::Problems& problems) {
  codec::ObjectReader reader(value, path, problems);
  service::TrialDocument document;
  document.address = reader.text("address", 2000);
  document.name = reader.text("name", 500);
  document.media_type = reader.text("media_type", 200);
  const auto bytes = crypto::decode_base64(reader.long_text("content", kLongestDocument));
  if (!bytes) reader.problem("content", "must be base64 (RFC 4648, 4)");
  if (bytes) document.bytes = *bytes;
  if (document.address.empty() && document.name.empty()) reader.problem("name", "or address is required");
  reader.finish();
  return document;
}

struct Order {
  std::string definition;
  std::vector<service::TrialDocument> documents;
};

Order order_in(const Context& context) {
  QueryReader(context.request).finish();
  const auto body = json_body(context);
  codec::Problems problems;
  codec::ObjectReader reader(body, "", problems);
  Order order{.definition = reader.long_text("definition", kLongestDefinition)};
  if (order.definition.empty()) reader.problem("definition", "is required: the text of a source.yaml");
  std::size_t at = 0;
  for (const auto* value : reader.objects("documents", kMostDocuments))
    order.documents.push_back(document_in(*value, "documents[" + std::to_string(at++) + "]", problems));
  reader.finish();
  refuse(std::move(problems));
  return order;
}

Json part_json(const service::TrialPart& part) {
  return {{"name", part.name}, {"matches", part.matches}, {"beginning", codec::text_or_null(part.beginning)}};
}

Json page_json(const service::TrialPage& page) {
  return {{"address", page.address},
          {"found_on", codec::text_or_null(page.found_on)},
          {"final_address", codec::text_or_null(page.final_address)},
          {"kind", page.kind ? Json(to_string(*page.kind)) : Json(nullptr)},
          {"result", service::to_string(page.result)},
          {"detail", codec::text_or_null(page.detail)},
          {"parts", listed(page.parts, part_json)},
          {"leads_to", page.leads_to},
          {"drafts", listed(page.drafts, [](const auto& draft) { return codec::to_json(draft); })},
          {"nothing_found_why", codec::text_or_null(page.nothing_found_why)},
          {"warnings", page.warnings},
          {"rows", page.rows},
          {"bad_rows", listed(page.bad_rows, [](const auto& problem) -> Json {
             return {{"field", problem.field}, {"rule", problem.rule}};
           })}};
}

}  // namespace

http::Response try_source(const Context& context) {
  const auto order = order_in(context);
  const auto source = service::parse_source({"definition", order.definition});
  const auto trial = service::try_source(context.services, source, order.documents);
  return json_answer(Json{
      {"source", trial.source}, {"pages", listed(trial.pages, page_json)}, {"left_out", trial.left_out}});
}

}  // namespace certreg::api
