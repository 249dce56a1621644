#include "codec/shapes.h"

namespace certreg::codec {
namespace {

Json source_json(const Source& source) {
  return {{"citation", source.citation}, {"seen", source.seen.to_string()}};
}

Json edition_json(const Edition& edition) {
  return {{"id", edition.id},
          {"published", date_or_null(edition.published)},
          {"ended", date_or_null(edition.ended)},
          {"amendments", edition.amendments},
          {"adoptions", edition.adoptions},
          {"source", source_json(edition.source)}};
}

std::vector<std::string> values_of(const std::vector<StandardId>& ids) {
  std::vector<std::string> all;
  for (const auto& id : ids) all.push_back(id.value);
  return all;
}

Json recognition_json(const Recognition& recognition) {
  return {{"arrangement", recognition.arrangement},
          {"standards", values_of(recognition.standards)},
          {"from", date_or_null(recognition.from)},
          {"until", date_or_null(recognition.until)}};
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

template <class Items, class Writer>
Json written(const Items& items, Writer write) {
  Json all = Json::array();
  for (const auto& item : items) all.push_back(write(item));
  return all;
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
          {"recognitions", written(body.recognitions, recognition_json)},
          {"register_address", text_or_null(body.register_address)},
          {"source", source_json(body.source)}};
}

Json to_json(const CertificationBody& body) {
  return {{"id", body.id.value},
          {"name", body.name},
          {"brand", text_or_null(body.brand)},
          {"country", text_or_null(body.country)},
          {"aliases", body.aliases},
          {"accreditations", written(body.accreditations, accreditation_json)},
          {"accreditations_complete", body.accreditations_complete},
          {"verify_address", text_or_null(body.verify_address)},
          {"source", source_json(body.source)}};
}

}  // namespace certreg::codec
