#include "service/reference_readers.h"

namespace certreg::service {
namespace {

AccreditationStatus read_status(ReferenceRow& row) {
  const auto status = row.text("status", Need::Optional);
  if (status == "suspended") return AccreditationStatus::Suspended;
  if (status == "ended") return AccreditationStatus::Ended;
  if (!status.empty() && status != "active") row.refuse("status: active, suspended or ended");
  return AccreditationStatus::Active;
}

Accreditation read_accreditation(ReferenceRow& row, RowParts& parts) {
  Accreditation accreditation;
  accreditation.body.value = row.slug("body");
  accreditation.standard.value = row.slug("standard");
  parts.accreditors.push_back({"the accreditation body", accreditation.body.value, row.place()});
  parts.standards.push_back({"the standard", accreditation.standard.value, row.place()});
  accreditation.number = row.text("number", Need::Optional);
  accreditation.status = read_status(row);
  const auto [from, until] = row.interval();
  accreditation.from = from;
  accreditation.until = until;
  row.source();
  row.refuse_other_keys();
  return accreditation;
}

NumberShape read_number_shape(ReferenceRow& row, RowParts& parts) {
  NumberShape shape{.source = row.source()};
  shape.shape = row.text("shape", Need::Required);
  if (auto standard = row.text("standard", Need::Optional); !standard.empty()) {
    parts.standards.push_back({"the standard", standard, row.place()});
    shape.standard = StandardId{std::move(standard)};
  }
  shape.example = row.text("example", Need::Optional);
  if (!shape.example.empty() && !shape.shape.empty() && !fits_shape(shape.shape, shape.example))
    row.refuse("example: does not fit the shape");
  row.refuse_other_keys();
  return shape;
}

}  // namespace

Placed<CertificationBody> read_certification_body(ReferenceRow& row) {
  Placed<CertificationBody> placed{CertificationBody{.source = row.source()}, row.place(), {}};
  auto& body = placed.value;
  body.id.value = row.slug("id");
  body.name = row.text("name", Need::Required);
  body.brand = row.text("brand", Need::Optional);
  body.group = row.text("group", Need::Optional);
  body.country = row.country("country");
  body.aliases = row.texts("aliases");
  body.former_names = read_former_names(row);
  for (auto& accreditation : row.rows("accreditations"))
    body.accreditations.push_back(read_accreditation(accreditation, placed.parts));
  body.accreditations_complete = row.flag("accreditations_complete", false);
  for (auto& shape : row.rows("number_shapes"))
    body.number_shapes.push_back(read_number_shape(shape, placed.parts));
  body.verify_address = row.address("verify_address", Need::Optional);
  body.register_id = row.text("register", Need::Optional);
  placed.parts.registers.push_back({"the register", body.register_id, row.place()});
  row.refuse_other_keys();
  return placed;
}

}  // namespace certreg::service
