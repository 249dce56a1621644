#include "api/record_json.h"

#include "api/answer.h"

namespace certreg::api {

using codec::Json;

Json instant_or_null(const std::optional<Instant>& instant) {
  return instant ? Json(to_string(*instant)) : Json(nullptr);
}

Json to_json(const store::DocumentFacts& document) {
  return {{"id", document.id.value},
          {"media_type", document.media_type},
          {"size_bytes", document.size},
          {"access", document.access},
          {"erased", document.erased},
          {"recorded_at", to_string(document.recorded_at)},
          {"sightings", listed(document.sightings, [](const store::Sighting& sighting) -> Json {
             return {{"address", sighting.address},
                     {"name", codec::text_or_null(sighting.name)},
                     {"seen_at", to_string(sighting.seen_at)},
                     {"source", codec::text_or_null(sighting.source)},
                     {"read", sighting.read}};
           })}};
}

Json facts_of(const std::string& object) {
  const auto parsed = codec::parse(object);
  auto facts = Json::array();
  for (const auto& [name, value] : parsed.items())
    facts.push_back(
        {{"name", name}, {"value", value.is_string() ? value.get<std::string>() : codec::dump(value)}});
  return facts;
}

}  // namespace certreg::api
