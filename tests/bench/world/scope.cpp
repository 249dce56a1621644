#include "bench/world/scope.h"

#include <fmt/format.h>

#include <array>

#include "bench/world/text.h"

namespace certreg::bench {
namespace {

constexpr std::size_t kShortest = 60, kLongest = 600, kReserved = 180;  // for place and statement

// Most are short, a few are very long.
std::size_t wanted_length(Draw& draw) {
  const auto least = std::min(draw.below(kLongest - kReserved), draw.below(kLongest - kReserved));
  return std::max(kShortest, static_cast<std::size_t>(least));
}

std::vector<std::string> services_of(const Data& data, const Company& company, Draw& draw) {
  std::vector<std::string> services;
  const auto count = static_cast<std::size_t>(data.shape.services.item(draw));
  const auto first = draw.below(data.services.size());
  for (std::size_t i = 0; i < count; ++i)
    services.push_back(company.stem + " " + data.services[(first + i) % data.services.size()]);
  return services;
}

void add(std::string& text, const ScopeWords& words, const std::string& item, bool is_first) {
  if (!is_first) text += words.join;
  text += item;
}

// The services and then activities, none of them twice.
std::string activities(const ScopeWords& words, const std::vector<std::string>& services, Draw& draw) {
  auto text = draw.one_of(words.openings);
  bool is_first = true;
  for (const auto& service : services) {
    add(text, words, service, is_first);
    is_first = false;
  }
  const auto wanted = wanted_length(draw);
  const auto order = draw.next();
  for (std::uint64_t i = 0; i < words.activities.size() && (is_first || characters(text) < wanted); ++i) {
    const auto& activity = words.activities[scattered(i, words.activities.size(), order)];
    if (characters(text) + characters(activity) > kLongest - kReserved) break;
    add(text, words, activity, is_first);
    is_first = false;
  }
  return text;
}

std::string version(Draw& draw) { return fmt::format("{}.{}", draw.between(1, 9), draw.between(0, 4)); }

}  // namespace

ScopeText scope_of(const Data& data, const Company& company, Date issued, Draw& draw) {
  const auto& words = *company.country->scopes.item(draw);
  ScopeText scope{.language = words.language, .services = services_of(data, company, draw)};
  scope.text = activities(words, scope.services, draw) + draw.one_of(words.places);
  replace(scope.text, "{city}", draw.one_of(company.cities()));
  if (!draw.per_cent(data.shape.statement_named)) {
    scope.text += words.end;
    return scope;
  }
  scope.statement_version = version(draw);
  scope.statement_date = issued.plus_days(-draw.between(5, 200));
  scope.text += words.statement;
  replace(scope.text, "{version}", scope.statement_version);
  replace(scope.text, "{date}", scope.statement_date->to_string());
  return scope;
}

std::vector<Site> sites_of(const Data& data, const Company& company, Draw& draw) {
  constexpr std::array kKinds{"", " (office)", " (data centre)", " (service desk)", " (development)"};
  const auto& cities = company.cities();
  const auto count = static_cast<std::size_t>(data.shape.sites.item(draw));
  const auto first = draw.below(cities.size());
  std::vector<Site> sites;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& city = cities[(first + i) % cities.size()];
    const auto turn = i / cities.size();
    auto name = city + kKinds[turn % kKinds.size()];
    if (turn >= kKinds.size()) name += fmt::format(" {}", turn / kKinds.size() + 1);
    sites.push_back(
        {name, fmt::format("{:05} {}", draw.between(1000, 99999), city), company.country->code, ""});
  }
  return sites;
}

}  // namespace certreg::bench
