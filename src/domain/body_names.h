// Which body a printed name means.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "certreg/domain/names.h"
#include "certreg/domain/reference.h"

namespace certreg {

BodyNames names_of(const std::vector<AccreditationBody>& bodies);
BodyNames names_of(const std::vector<CertificationBody>& bodies);

// `key` is normalised. A name whose last day is not known was borne on no day for certain.
bool bore_name_on(const std::vector<FormerName>& names, std::string_view key, Date on);

template <class Body>
const Body* body_at(const std::vector<Body>& bodies, std::size_t place) {
  return place == BodyNames::kSeveral ? nullptr : &bodies[place];
}

template <class Body>
const Body* body_named(const BodyNames& names, const std::vector<Body>& bodies, std::string_view printed,
                       std::optional<Date> on) {
  const auto key = normalise_name(printed);
  const auto former = names.former.find(key);
  const auto* earlier = former == names.former.end() ? nullptr : body_at(bodies, former->second);
  if (earlier != nullptr && on && bore_name_on(earlier->former_names, key, *on)) return earlier;
  const auto present = names.present.find(key);
  return present == names.present.end() ? earlier : body_at(bodies, present->second);
}

}  // namespace certreg
