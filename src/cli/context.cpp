#include "cli/context.h"

#include "certreg/cli/service_file.h"
#include "certreg/domain/error.h"

namespace certreg::cli {
namespace {

// A process may have got the number of a service that was killed; then nobody answers at the address.
bool answers(const Transport& transport) {
  http::Request request;
  request.method_text = "GET";
  request.target = "/healthz";
  try {
    return transport(request).status == 200;
  } catch (const Error&) {
    return false;
  }
}

Transport connect(const Environment& environment, const Common& common) {
  if (!common.url.empty()) {
    if (common.key.empty()) throw invalid("key", "is needed beside --url: say --key or set CERTREG_KEY");
    return http_transport(common.url, common.key);
  }
  if (const auto file = read_service_file(common.place.data)) {
    auto transport = http_transport(file->address, file->key);
    if (answers(transport)) return transport;
  }
  return environment.open(common.place);
}

}  // namespace

Client& Context::client() {
  if (!client_) client_.emplace(connect(environment_, common_));
  return *client_;
}

}  // namespace certreg::cli
