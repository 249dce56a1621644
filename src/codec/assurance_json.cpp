#include "certreg/codec/relationships.h"
#include "codec/shapes.h"

namespace certreg::codec {
namespace {

Assurance read_assurance(ObjectReader& reader) {
  Assurance assurance;
  assurance.supplier.value = reader.required_text("supplier", 36);
  const auto kind = reader.choice("kind", assurance_kind_names());
  if (kind) assurance.kind = static_cast<AssuranceKind>(*kind);
  if (!reader.has("kind")) reader.problem("kind", "is required");
  assurance.assessor = reader.required_text("assessor");
  assurance.from = reader.date("from");
  const auto until = reader.date("until");
  if (until) assurance.until = *until;
  if (!reader.has("until"))
    reader.problem("until", "is required: the last day of the period, or the day itself");
  if (until && assurance.from && *until < *assurance.from) reader.problem("until", "lies before from");
  assurance.opinion = choice_or(reader, "opinion", opinion_names(), Opinion::NotStated);
  assurance.services = reader.texts("services", 200, 300);
  assurance.document.value = reader.text("document", 64);
  assurance.note = reader.long_text("note", 5000);
  return assurance;
}

}  // namespace

Json to_json(const Assurance& assurance) {
  return {{"id", assurance.id.value},
          {"version", assurance.version},
          {"supplier", assurance.supplier.value},
          {"kind", name_of(assurance.kind, assurance_kind_names())},
          {"assessor", assurance.assessor},
          {"from", date_or_null(assurance.from)},
          {"until", assurance.until.to_string()},
          {"opinion", name_of(assurance.opinion, opinion_names())},
          {"services", assurance.services},
          {"document", id_or_null(assurance.document)},
          {"note", text_or_null(assurance.note)},
          {"retired", assurance.retired},
          {"recorded_at", to_string(assurance.recorded_at)},
          {"recorded_by", assurance.recorded_by},
          {"reason", text_or_null(assurance.reason)}};
}

Assurance assurance_from(const Json& value, Problems& problems) {
  ObjectReader reader(value, "", problems);
  auto assurance = read_assurance(reader);
  assurance.reason = reader.text("reason", 1000);
  for (const auto* own : {"id", "version", "retired", "recorded_at", "recorded_by"}) reader.ignore(own);
  reader.finish();
  return assurance;
}

Assurance stored_assurance(const Json& value) {
  Problems problems;
  ObjectReader reader(value, "", problems);
  auto assurance = read_assurance(reader);
  read_recorded(reader, assurance);
  refuse_stored("assurance", problems);
  return assurance;
}

}  // namespace certreg::codec
