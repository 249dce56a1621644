#include "domain/body_names.h"

#include <algorithm>

namespace certreg {
namespace {

using NameIndex = std::unordered_map<std::string, std::size_t>;

void add_name(NameIndex& index, std::string_view name, std::size_t place) {
  auto key = normalise_name(name);
  if (key.empty()) return;
  const auto [entry, added] = index.try_emplace(std::move(key), place);
  if (!added && entry->second != place) entry->second = BodyNames::kSeveral;
}

void add_names(NameIndex& index, const std::vector<std::string>& names, std::size_t place) {
  for (const auto& name : names) add_name(index, name, place);
}

template <class Body>
const FormerName* find_former(const Body& body, std::string_view printed) {
  if (body.former_names.empty()) return nullptr;
  const auto key = normalise_name(printed);
  if (names_of(std::vector<Body>{body}).present.contains(key)) return nullptr;
  const auto is_it = [&](const FormerName& former) { return normalise_name(former.name) == key; };
  const auto found = std::find_if(body.former_names.begin(), body.former_names.end(), is_it);
  return found == body.former_names.end() ? nullptr : &*found;
}

}  // namespace

BodyNames names_of(const std::vector<AccreditationBody>& bodies) {
  BodyNames names;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    add_name(names.present, bodies[i].name, i);
    add_name(names.present, bodies[i].acronym, i);
    add_names(names.present, bodies[i].aliases, i);
    add_names(names.present, bodies[i].marks, i);
    for (const auto& former : bodies[i].former_names) add_name(names.former, former.name, i);
  }
  return names;
}

// A brand is not a legal unit (EA-2/13): it stands for a unit only when no other unit bears it as name or
// brand.
BodyNames names_of(const std::vector<CertificationBody>& bodies) {
  BodyNames names;
  NameIndex brands;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    add_name(names.present, bodies[i].name, i);
    add_names(names.present, bodies[i].aliases, i);
    add_name(brands, bodies[i].brand, i);
    for (const auto& former : bodies[i].former_names) add_name(names.former, former.name, i);
  }
  names.present.merge(brands);
  return names;
}

bool bore_name_on(const std::vector<FormerName>& names, std::string_view key, Date on) {
  return std::any_of(names.begin(), names.end(), [&](const FormerName& former) {
    return normalise_name(former.name) == key && (!former.from || *former.from <= on) && former.until &&
           on <= *former.until;
  });
}

const FormerName* former_name_of(const AccreditationBody& body, std::string_view printed) {
  return find_former(body, printed);
}

const FormerName* former_name_of(const CertificationBody& body, std::string_view printed) {
  return find_former(body, printed);
}

}  // namespace certreg
