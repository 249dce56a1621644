// The lists in data/, read once. Files there say what each key means.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/world/draw.h"
#include "certreg/domain/date.h"

namespace certreg::bench {

struct Language {
  std::string id;
  std::vector<std::string> starts, middles, ends;
  std::string joint;
  Weighted<std::string> common, trades, names;
};

struct ScopeWords {
  std::string language, named, join, statement, end;
  std::vector<std::string> openings, activities, places;
};

struct Body {
  std::string name, accreditation, number;
};

struct Country {
  std::string code;
  Weighted<const Language*> languages;
  Weighted<const ScopeWords*> scopes;
  Weighted<std::string> forms, latin_forms;
  std::vector<std::string> cities, latin_cities;
  Weighted<const Body*> bodies;
};

struct Edition {
  std::string id;
  Date published;
  std::optional<Date> until, ended;
  std::map<std::string, std::vector<std::string>> printed;  // by country, "*" for the others
};

struct Standard {
  std::string id;
  std::vector<Edition> editions;  // oldest first
};

struct Shape {
  Date today;
  Weighted<int> certificates, cycles, sites, services;  // how many
  double extension_27017, extension_27018, also_22301, lapsed, suspended, withdrawn, previous_cycle_kept,
      re_issued, changed_over, shortened, statement_named, lei, alias, namesakes_at_home;
  Weighted<std::vector<int>> namesakes;
};

struct Noise {
  Weighted<std::string> kinds;
  std::map<std::string, std::string> short_words;
};

// Holds pointers into itself, so it stays where it was made.
struct Data {
  explicit Data(const std::filesystem::path& folder);  // throws std::runtime_error that names the file
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;

  std::map<std::string, Language> languages;
  std::map<std::string, ScopeWords> scopes;
  std::vector<std::string> services;  // names of services behind a company's own
  std::vector<Body> bodies;
  Weighted<const Country*> countries;
  std::map<std::string, Standard> standards;
  Shape shape;
  Noise noise;

 private:
  std::map<std::string, Country> all_countries_;
};

}  // namespace certreg::bench
