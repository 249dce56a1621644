#include "codec/shapes.h"

namespace certreg::codec {
namespace {

Json source_json(const Source& source) {
  return {{"citation", source.citation}, {"seen", source.seen.to_string()}};
}

template <class Items, class Writer>
Json written(const Items& items, Writer write) {
  Json all = Json::array();
  for (const auto& item : items) all.push_back(write(item));
  return all;
}

Json adoption_json(const Adoption& adoption) {
  return {{"printed", adoption.printed},
          {"year", text_or_null(adoption.year)},
          {"country", text_or_null(adoption.country)},
          {"source", source_json(adoption.source)}};
}

Json edition_json(const Edition& edition) {
  return {{"id", edition.id},
          {"published", date_or_null(edition.published)},
          {"ended", date_or_null(edition.ended)},
          {"amendments", edition.amendments},
          {"adoptions", written(edition.adoptions, adoption_json)},
          {"transition_until", date_or_null(edition.transition_until)},
          {"transition_source", text_or_null(edition.transition_source)},
          {"replaced_by", text_or_null(edition.replaced_by)},
          {"source", source_json(edition.source)}};
}

std::vector<std::string> values_of(const std::vector<StandardId>& ids) {
  std::vector<std::string> all;
  for (const auto& id : ids) all.push_back(id.value);
  return all;
}

Json status_or_null(std::optional<RecognitionStatus> status) {
  static const std::vector<std::string_view> names{"active", "suspended", "probation", "withdrawn"};
  return status ? Json(name_of(*status, names)) : Json(nullptr);
}

Json recognition_json(const Recognition& recognition) {
  return {{"arrangement", recognition.arrangement},   {"standards", values_of(recognition.standards)},
          {"sub_scopes", recognition.sub_scopes},     {"status", status_or_null(recognition.status)},
          {"from", date_or_null(recognition.from)},   {"until", date_or_null(recognition.until)},
          {"source", source_json(recognition.source)}};
}

Json former_name_json(const FormerName& former) {
  return {{"name", former.name},
          {"from", date_or_null(former.from)},
          {"until", date_or_null(former.until)},
          {"source", source_json(former.source)}};
}

Json number_shape_json(const NumberShape& shape) {
  return {{"shape", shape.shape},
          {"standard", id_or_null(shape.standard)},
          {"example", text_or_null(shape.example)},
          {"source", source_json(shape.source)}};
}

Json accreditation_json(const Accreditation& accreditation) {
  static const std::vector<std::string_view> names{"active", "suspended", "ended"};
  return {{"body", accreditation.body.value},
          {"standard", accreditation.standard.value},
          {"number", text_or_null(accreditation.number)},
          {"status", name_of(accreditation.status, names)},
          {"from", date_or_null(accreditation.from)},
          {"until", date_or_null(accreditation.until)}};
}

}  // namespace

Json to_json(const Standard& standard) {
  return {{"id", standard.id.value},
          {"name", standard.name},
          {"title", standard.title},
          {"extends", id_or_null(standard.extends)},
          {"asked", standard.asked},
          {"spellings", standard.spellings},
          {"editions", written(standard.editions, edition_json)},
          {"source", source_json(standard.source)}};
}

Json to_json(const AccreditationBody& body) {
  return {{"id", body.id.value},
          {"name", body.name},
          {"acronym", text_or_null(body.acronym)},
          {"country", text_or_null(body.country)},
          {"aliases", body.aliases},
          {"marks", body.marks},
          {"looks_like", id_or_null(body.looks_like)},
          {"former_names", written(body.former_names, former_name_json)},
          {"ended", date_or_null(body.ended)},
          {"succeeded_by", id_or_null(body.succeeded_by)},
          {"recognitions", written(body.recognitions, recognition_json)},
          {"register_address", text_or_null(body.register_address)},
          {"source", source_json(body.source)}};
}

Json to_json(const CertificationBody& body) {
  return {{"id", body.id.value},
          {"name", body.name},
          {"brand", text_or_null(body.brand)},
          {"country", text_or_null(body.country)},
          {"group", text_or_null(body.group)},
          {"aliases", body.aliases},
          {"former_names", written(body.former_names, former_name_json)},
          {"number_shapes", written(body.number_shapes, number_shape_json)},
          {"register", text_or_null(body.register_id)},
          {"accreditations", written(body.accreditations, accreditation_json)},
          {"accreditations_complete", body.accreditations_complete},
          {"verify_address", text_or_null(body.verify_address)},
          {"source", source_json(body.source)}};
}

Json to_json(const Arrangement& arrangement) {
  return {{"id", arrangement.id.value},
          {"name", arrangement.name},
          {"aliases", arrangement.aliases},
          {"main_scope", text_or_null(arrangement.main_scope)},
          {"from", date_or_null(arrangement.from)},
          {"until", date_or_null(arrangement.until)},
          {"source", source_json(arrangement.source)}};
}

Json to_json(const LegalForm& form) {
  return {{"id", form.id},
          {"abbreviation", form.abbreviation},
          {"spellings", form.spellings},
          {"names", form.names},
          {"countries", form.countries},
          {"elf_codes", form.elf_codes},
          {"source", source_json(form.source)}};
}

}  // namespace certreg::codec
