#include <memory>

#include "api/handlers.h"
#include "api/query.h"
#include "certreg/service/export.h"

namespace certreg::api {
namespace {

http::Response exported(const Context& context, service::ExportNoun noun, const char* name) {
  static const std::vector<std::string_view> formats{"jsonl", "csv"};
  QueryReader query(context.request);
  const auto format = query.choice("format", formats).value_or(0);
  query.finish();
  const bool is_csv = format == 1;
  const auto whole = std::make_shared<service::RegisterExport>(
      context.services, noun, is_csv ? service::ExportFormat::Csv : service::ExportFormat::JsonLines);
  http::Response response;
  response.content_type = is_csv ? "text/csv; charset=utf-8" : "application/x-ndjson";
  response.headers = {{"Content-Disposition", std::string("attachment; filename=\"") + name + "." +
                                                  std::string(formats[format]) + "\""}};
  response.chunks = [whole](std::string& out) { return whole->write_next(out); };
  return response;
}

}  // namespace

http::Response export_suppliers(const Context& context) {
  return exported(context, service::ExportNoun::Suppliers, "suppliers");
}

http::Response export_certificates(const Context& context) {
  return exported(context, service::ExportNoun::Certificates, "certificates");
}

}  // namespace certreg::api
