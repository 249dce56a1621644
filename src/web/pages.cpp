#include "certreg/web/pages.h"

#include "certreg/domain/embedded.h"
#include "web/access.h"
#include "web/lookup_page.h"
#include "web/supplier_page.h"

namespace certreg::web {

std::span<const EmbeddedFile> embedded_files();

namespace {

constexpr std::string_view kSuppliers = "/suppliers/";
// Of pages that carry their style with them, as reports do.
constexpr const char* kReportPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors "
    "'none'";
constexpr const char* kPolicy =
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

http::Response served(int status, const char* content_type, std::string body, const char* policy = kPolicy) {
  http::Response response;
  response.status = status;
  response.content_type = content_type;
  response.body = std::move(body);
  response.headers = {{"Content-Security-Policy", policy},
                      {"Referrer-Policy", "no-referrer"},
                      {"Cross-Origin-Resource-Policy", "same-origin"},
                      {"Cache-Control", "no-store"}};
  return response;
}

bool is_read(const http::Request& request) {
  return request.method == http::Method::Get || request.method == http::Method::Head;
}

}  // namespace

std::string_view asset(std::string_view name) {
  for (const auto& file : embedded_files())
    if (file.name == name) return file.bytes;
  return {};
}

std::optional<http::Response> handle_page(const http::Request& request, service::Services& services,
                                          const PagesOptions& options) {
  const bool is_page = request.path == "/", is_style = request.path == "/assets/style.css";
  const bool is_supplier = std::string_view(request.path).starts_with(kSuppliers);
  if (!is_page && !is_style && !is_supplier) return std::nullopt;
  if (!is_read(request)) {
    auto refused = served(405, "text/plain; charset=utf-8", "Only GET and HEAD\n");
    refused.headers.push_back({"Allow", "GET, HEAD"});
    return refused;
  }
  if (is_style) return served(200, "text/css; charset=utf-8", std::string(asset("style.css")));
  if (!options.open_lookup || !comes_from_this_machine(request))
    return served(403, "text/html; charset=utf-8", closed_page());
  if (is_supplier) {
    auto page = supplier_page(std::string(request.path.substr(kSuppliers.size())), services);
    return served(page.status, "text/html; charset=utf-8", std::move(page.html), kReportPolicy);
  }
  auto page = lookup_page(request, services);
  return served(page.status, "text/html; charset=utf-8", std::move(page.html));
}

}  // namespace certreg::web
