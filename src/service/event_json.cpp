#include "certreg/service/event_json.h"

#include <nlohmann/json.hpp>

#include "certreg/codec/relationships.h"

namespace certreg::service {

using codec::Json;

Json to_json(const store::StoredFinding& finding) {
  auto json = codec::to_json(finding.finding);
  json["id"] = finding.id.value;
  json["relationship"] = finding.relationship.value;
  json["state"] = std::string(to_string(finding.state));
  json["state_since"] = finding.state_since.to_string();
  json["cause"] = finding.cause;
  json["opened_on"] = finding.opened_on.to_string();
  json["recorded_at"] = to_string(finding.recorded_at);
  return json;
}

Json to_json(const store::RecordedChange& row, const catalogue::Catalogue& catalogue) {
  const auto& change = row.change;
  const auto supplier = catalogue.supplier(row.supplier);
  return {{"id", row.id},
          {"at", to_string(row.at)},
          {"kind", to_string(change.kind)},
          {"adverse", change.adverse},
          {"sentence", change.sentence},
          {"field", codec::text_or_null(change.field)},
          {"before", codec::text_or_null(change.before)},
          {"after", codec::text_or_null(change.after)},
          {"source", codec::text_or_null(row.source)},
          {"supplier", codec::text_or_null(row.supplier.value)},
          {"supplier_name", supplier ? Json(supplier->name) : Json(nullptr)},
          {"certificate", codec::text_or_null(row.certificate.value)},
          {"version", codec::text_or_null(row.version.value)},
          {"document", codec::text_or_null(row.document.value)},
          {"address", codec::text_or_null(row.address)}};
}

}  // namespace certreg::service
