#include "api/answer.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/record_json.h"
#include "certreg/service/listing.h"

namespace certreg::api {
namespace {

codec::Json finding_json(const store::Finding& finding) {
  return {{"id", finding.id},
          {"kind", finding.kind},
          {"supplier", codec::text_or_null(finding.supplier.value)},
          {"certificate", codec::text_or_null(finding.certificate.value)},
          {"document", codec::text_or_null(finding.document.value)},
          {"address", codec::text_or_null(finding.address)},
          {"detail", finding.detail},
          {"recorded_at", to_string(finding.recorded_at)}};
}

}  // namespace

http::Response list_findings(const Context& context) {
  QueryReader query(context.request);
  const auto limit = query.limit();
  const auto cursor = cursor_of(query);
  query.finish();
  auto findings =
      service::list_findings(context.services, cursor.empty() ? "" : cursor[0], static_cast<int>(limit) + 1);
  std::optional<std::vector<std::string>> last;
  if (findings.size() > limit) {
    findings.pop_back();
    last = {findings.back().id};
  }
  return page(context, listed(findings, finding_json), last);
}

}  // namespace certreg::api
