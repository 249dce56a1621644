#include "bench/world/data.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <sstream>
#include <stdexcept>

namespace certreg::bench {
namespace {

YAML::Node file(const std::filesystem::path& folder, const char* name) {
  try {
    return YAML::LoadFile((folder / name).string());
  } catch (const std::exception& error) {
    throw std::runtime_error(fmt::format("{}: {}", name, error.what()));
  }
}

std::string text(const YAML::Node& node) { return node ? node.as<std::string>() : std::string(); }

std::vector<std::string> texts(const YAML::Node& node) {
  return node ? node.as<std::vector<std::string>>() : std::vector<std::string>();
}

std::vector<std::string> words(const YAML::Node& node) {
  std::istringstream stream(text(node));
  std::vector<std::string> all;
  for (std::string word; stream >> word;) all.push_back(word);
  return all;
}

std::optional<Date> day(const YAML::Node& node) { return Date::parse(text(node)); }

Weighted<std::string> weighted(const YAML::Node& node) {
  Weighted<std::string> all;
  for (const auto& entry : node) all.add(text(entry.first), entry.second.as<double>());
  return all;
}

Weighted<std::string> by_place(const YAML::Node& node) {
  Weighted<std::string> all;
  for (auto& item : texts(node)) all.add_by_place(std::move(item));
  return all;
}

Weighted<int> counts(const YAML::Node& node, int from) {
  Weighted<int> all;
  for (const auto& weight : node) all.add(from++, weight.as<double>());
  return all;
}

template <class Item>
Weighted<const Item*> chosen(const YAML::Node& node, const std::map<std::string, Item>& items) {
  Weighted<const Item*> all;
  for (const auto& entry : node) all.add(&items.at(text(entry.first)), entry.second.as<double>());
  return all;
}

Language language_of(const std::string& id, const YAML::Node& node) {
  return {.id = id,
          .starts = words(node["starts"]),
          .middles = words(node["middles"]),
          .ends = words(node["ends"]),
          .joint = text(node["joint"]),
          .common = by_place(node["common"]),
          .trades = by_place(node["trades"]),
          .names = weighted(node["names"])};
}

ScopeWords scope_words_of(const std::string& language, const YAML::Node& node) {
  return {.language = language,
          .named = text(node["named"]),
          .join = text(node["join"]),
          .statement = text(node["statement"]),
          .end = text(node["end"]),
          .openings = texts(node["openings"]),
          .activities = texts(node["activities"]),
          .places = texts(node["places"])};
}

Edition edition_of(const YAML::Node& node) {
  return {.id = text(node["id"]),
          .published = day(node["published"]).value(),
          .until = day(node["until"]),
          .ended = day(node["ended"]),
          .printed = node["printed"].as<std::map<std::string, std::vector<std::string>>>()};
}

std::map<std::string, Standard> standards_of(const YAML::Node& root) {
  std::map<std::string, Standard> all;
  for (const auto& node : root["standards"]) {
    auto& standard = all[text(node["id"])];
    standard.id = text(node["id"]);
    for (const auto& edition : node["editions"]) standard.editions.push_back(edition_of(edition));
  }
  return all;
}

Weighted<std::vector<int>> namesakes_of(const YAML::Node& rows) {
  Weighted<std::vector<int>> all;
  for (const auto& row : rows) all.add(row["groups"].as<std::vector<int>>(), row["weight"].as<double>());
  return all;
}

Shape shape_of(const YAML::Node& node) {
  const auto share = [&](const char* name) { return node[name].as<double>(); };
  return {.today = day(node["today"]).value(),
          .certificates = counts(node["certificates"], 1),
          .cycles = counts(node["cycles"], 1),
          .sites = counts(node["sites"], 1),
          .services = counts(node["services"], 0),
          .extension_27017 = share("extension_27017"),
          .extension_27018 = share("extension_27018"),
          .also_22301 = share("also_22301"),
          .lapsed = share("lapsed"),
          .suspended = share("suspended"),
          .withdrawn = share("withdrawn"),
          .previous_cycle_kept = share("previous_cycle_kept"),
          .re_issued = share("re_issued"),
          .changed_over = share("changed_over"),
          .shortened = share("shortened"),
          .statement_named = share("statement_named"),
          .lei = share("lei"),
          .alias = share("alias"),
          .namesakes_at_home = share("namesakes_at_home"),
          .namesakes = namesakes_of(node["namesakes"])};
}

std::vector<Body> bodies_of(const YAML::Node& root) {
  std::vector<Body> all;
  for (const auto& node : root["bodies"])
    all.push_back({text(node["name"]), text(node["accreditation"]), text(node["number"])});
  return all;
}

Weighted<const Body*> bodies_in(const std::string& country, const YAML::Node& root,
                                const std::vector<Body>& bodies) {
  Weighted<const Body*> all;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const auto node = root["bodies"][i];
    const auto home = texts(node["countries"]);
    const bool is_home = std::find(home.begin(), home.end(), country) != home.end();
    all.add(&bodies[i], node[is_home ? "weight" : "abroad"].as<double>());
  }
  return all;
}

}  // namespace

Data::Data(const std::filesystem::path& folder)
    : standards(standards_of(file(folder, "standards.yaml"))), shape(shape_of(file(folder, "shape.yaml"))) {
  for (const auto& entry : file(folder, "languages.yaml")["languages"])
    languages.emplace(text(entry.first), language_of(text(entry.first), entry.second));
  const auto scope_file = file(folder, "scopes.yaml");
  services = texts(scope_file["services"]);
  for (const auto& entry : scope_file["scopes"])
    scopes.emplace(text(entry.first), scope_words_of(text(entry.first), entry.second));
  const auto body_file = file(folder, "bodies.yaml");
  bodies = bodies_of(body_file);
  for (const auto& node : file(folder, "countries.yaml")["countries"]) {
    auto& country = all_countries_[text(node["code"])];
    country = {.code = text(node["code"]),
               .languages = chosen(node["languages"], languages),
               .scopes = chosen(node["scopes"], scopes),
               .forms = weighted(node["forms"]),
               .latin_forms = weighted(node["latin_forms"]),
               .cities = texts(node["cities"]),
               .latin_cities = texts(node["latin_cities"]),
               .bodies = bodies_in(text(node["code"]), body_file, bodies)};
    countries.add(&country, node["certificates"].as<double>());
  }
  const auto noise_file = file(folder, "noise.yaml");
  noise.kinds = weighted(noise_file["kinds"]);
  noise.short_words = noise_file["short_words"].as<std::map<std::string, std::string>>();
}

}  // namespace certreg::bench
