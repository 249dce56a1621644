#include <stdexcept>

#include "api/etag.h"
#include "api/handlers.h"
#include "api/query.h"
#include "certreg/domain/embedded.h"

namespace certreg::api {

std::span<const EmbeddedFile> embedded_files();

namespace {

// The reference is drawn in the browser, from this server alone.
constexpr const char* kDocsPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; worker-src blob:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

struct Asset {
  std::shared_ptr<const std::string> bytes;
  std::string etag;
};

Asset load(std::string_view file_name) {
  for (const auto& file : embedded_files())
    if (file.name.ends_with(file_name))
      return {std::make_shared<const std::string>(file.bytes), etag_of(file.bytes)};
  throw std::logic_error("no embedded file " + std::string(file_name));
}

http::Response served(const Context& context, const Asset& asset, const char* content_type) {
  QueryReader(context.request).finish();
  http::Response response;
  response.headers = {{"ETag", asset.etag}, {"Content-Security-Policy", kDocsPolicy}};
  if (is_unchanged(context.request, asset.etag)) return response.status = 304, response;
  response.content_type = content_type;
  response.shared = asset.bytes;
  return response;
}

}  // namespace

http::Response get_docs(const Context& context) {
  static const Asset asset = load("docs/index.html");
  return served(context, asset, "text/html; charset=utf-8");
}

http::Response get_docs_script(const Context& context) {
  static const Asset asset = load("redoc.standalone.js");
  return served(context, asset, "text/javascript; charset=utf-8");
}

http::Response get_docs_start(const Context& context) {
  static const Asset asset = load("docs/start.js");
  return served(context, asset, "text/javascript; charset=utf-8");
}

http::Response get_openapi(const Context& context) {
  static const Asset asset = load("openapi.yaml");
  return served(context, asset, "application/yaml");
}

}  // namespace certreg::api
