#include "api/answer.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/query.h"
#include "api/record_json.h"
#include "certreg/service/listing.h"

namespace certreg::api {
namespace {

DocumentId id_of(const Context& context) {
  const auto& id = context.parameters.front();
  if (!is_sha256(id)) throw not_found("document of that digest");
  return {id};
}

}  // namespace

http::Response get_document(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context, to_json(service::find_document(context.services, id_of(context))));
}

http::Response get_document_content(const Context& context) {
  QueryReader(context.request).finish();
  const auto id = id_of(context);
  http::Response response;
  // Never the media type that a stranger's document claims: a browser must not render it here.
  response.content_type = "application/octet-stream";
  response.headers = {{"Content-Disposition", "attachment; filename=\"" + id.value + "\""},
                      {"ETag", '"' + id.value + '"'}};
  if (auto pieces = service::long_document_content(context.services, id)) {
    response.chunks = *std::move(pieces);
  } else {
    response.body = service::document_content(context.services, id);
  }
  return response;
}

}  // namespace certreg::api
