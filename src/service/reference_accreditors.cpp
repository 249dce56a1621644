#include <array>

#include "service/reference_readers.h"

namespace certreg::service {
namespace {

constexpr std::array<std::string_view, 4> kStatuses{"active", "suspended", "probation", "withdrawn"};

Recognition read_recognition(ReferenceRow& row, RowParts& parts) {
  Recognition recognition{.source = row.source()};
  recognition.arrangement = row.text("arrangement", Need::Required);
  parts.arrangements.push_back({"the arrangement", recognition.arrangement, row.place()});
  for (auto& standard : row.texts("standards")) {
    parts.standards.push_back({"the standard", standard, row.place()});
    recognition.standards.push_back({std::move(standard)});
  }
  recognition.sub_scopes = row.texts("sub_scopes");
  if (const auto status = row.choice("status", kStatuses))
    recognition.status = static_cast<RecognitionStatus>(*status);
  const auto [from, until] = row.interval();
  recognition.from = from;
  recognition.until = until;
  row.refuse_other_keys();
  return recognition;
}

// Another body, by its id.
std::optional<AccreditationBodyId> read_other(ReferenceRow& row, const char* key,
                                              const AccreditationBodyId& self, RowParts& parts) {
  AccreditationBodyId other{row.text(key, Need::Optional)};
  if (other.empty()) return std::nullopt;
  if (other == self) row.refuse(std::string(key) + ": a body is not another body");
  parts.accreditors.push_back({"the accreditation body", other.value, row.place()});
  return other;
}

}  // namespace

Placed<Arrangement> read_arrangement(ReferenceRow& row) {
  Arrangement arrangement{.source = row.source()};
  arrangement.id.value = row.slug("id");
  arrangement.name = row.text("name", Need::Required);
  arrangement.aliases = row.texts("aliases");
  arrangement.main_scope = row.text("main_scope", Need::Optional);
  const auto [from, until] = row.interval();
  arrangement.from = from;
  arrangement.until = until;
  row.refuse_other_keys();
  return {std::move(arrangement), row.place(), {}};
}

std::vector<FormerName> read_former_names(ReferenceRow& body) {
  std::vector<FormerName> names;
  for (auto& row : body.rows("former_names")) {
    FormerName former{.source = row.source()};
    former.name = row.text("name", Need::Required);
    const auto [from, until] = row.interval();
    former.from = from;
    former.until = until;
    row.refuse_other_keys();
    names.push_back(std::move(former));
  }
  return names;
}

Placed<AccreditationBody> read_accreditation_body(ReferenceRow& row) {
  Placed<AccreditationBody> placed{AccreditationBody{.source = row.source()}, row.place(), {}};
  auto& body = placed.value;
  body.id.value = row.slug("id");
  body.name = row.text("name", Need::Required);
  body.acronym = row.text("acronym", Need::Optional);
  body.country = row.country("country");
  body.aliases = row.texts("aliases");
  body.marks = row.texts("marks");
  body.looks_like = read_other(row, "looks_like", body.id, placed.parts);
  body.former_names = read_former_names(row);
  body.ended = row.date("ended", Need::Optional);
  body.succeeded_by = read_other(row, "succeeded_by", body.id, placed.parts);
  for (auto& recognition : row.rows("recognitions"))
    body.recognitions.push_back(read_recognition(recognition, placed.parts));
  body.register_address = row.address("register_address", Need::Optional);
  row.refuse_other_keys();
  return placed;
}

}  // namespace certreg::service
