#include "accuracy/names/lookups.h"

#include <algorithm>
#include <set>

#include "certreg/domain/names.h"
#include "domain/entity_facts.h"

namespace certreg::accuracy {
namespace {

std::vector<LegalEntity> entities_of(const std::set<std::string>& names) {
  std::vector<LegalEntity> entities;
  for (const auto& name : names) entities.push_back({.names = {name}});
  return entities;
}

std::vector<LegalEntity> legal_names_of(const std::vector<Vendor>& vendors) {
  std::set<std::string> names;
  for (const auto& vendor : vendors)
    if (!vendor.legal_name.empty()) names.insert(vendor.legal_name);
  return entities_of(names);
}

LookupTask vendors_by_name(const std::vector<Vendor>& vendors) {
  LookupTask task{"vendors by their name, among legal names", legal_names_of(vendors), {}};
  for (const auto& [name, legal_name, website] : vendors)
    if (!legal_name.empty()) task.lookups.push_back({{.names = {name}}, name, legal_name, half_of(name)});
  return task;
}

LookupTask vendors_by_website(const std::vector<Vendor>& vendors) {
  LookupTask task{"vendors by their website's domain, among legal names", legal_names_of(vendors), {}};
  for (const auto& [name, legal_name, website] : vendors)
    if (!legal_name.empty() && !website.empty())
      task.lookups.push_back({{.domains = {website}}, website, legal_name, half_of(name)});
  return task;
}

std::vector<LegalEntity> names_of(const std::vector<Company>& companies) {
  std::set<std::string> names;
  for (const auto& company : companies) names.insert(company.name);
  return entities_of(names);
}

// Two neighbouring letters exchanged in the middle of the longest word.
std::string mistyped(const std::string& name) {
  std::size_t best = 0, length = 0;
  for (std::size_t at = 0; at < name.size();) {
    const auto end = std::min(name.find(' ', at), name.size());
    if (end - at > length) {
      best = at;
      length = end - at;
    }
    at = end + 1;
  }
  auto result = name;
  if (length > 3) std::swap(result[best + length / 2 - 1], result[best + length / 2]);
  return result;
}

template <class Change>
LookupTask companies_by(const std::string& task_name, const std::vector<Company>& companies, Change change) {
  LookupTask task{task_name, names_of(companies), {}};
  for (const auto& company : companies) {
    auto asked = change(company.name);
    if (asked != company.name)
      task.lookups.push_back({{.names = {asked}}, asked, company.name, half_of(company.name)});
  }
  return task;
}

}  // namespace

std::vector<LookupTask> lookup_tasks(const NameFolder& folder) {
  std::vector<LookupTask> tasks;
  if (!folder.vendors.empty()) {
    tasks.push_back(vendors_by_name(folder.vendors));
    tasks.push_back(vendors_by_website(folder.vendors));
  }
  if (!folder.companies.empty()) {
    tasks.push_back(companies_by("companies by their name without its legal form", folder.companies,
                                 &name_without_legal_form));
    tasks.push_back(
        companies_by("companies by their name with one typing error", folder.companies, &mistyped));
  }
  return tasks;
}

std::vector<LookupResult> run(const LookupTask& task) {
  std::vector<EntityFacts> candidates;
  for (const auto& candidate : task.candidates) candidates.push_back(facts_of(candidate));
  std::vector<LookupResult> results;
  for (const auto& lookup : task.lookups) {
    const auto ranked = rank_facts(facts_of(lookup.asked), candidates, 1);
    LookupResult result{lookup};
    if (!ranked.empty()) {
      result.found = task.candidates[ranked.front().place].names.front();
      result.answer = ranked.front().match.answer;
    }
    result.is_right = result.found == lookup.expected;
    results.push_back(std::move(result));
  }
  return results;
}

std::vector<FalseSame> false_sames(std::span<const Company> companies) {
  std::vector<EntityFacts> facts;
  for (const auto& company : companies) facts.push_back(facts_of({.names = {company.name}}));
  std::vector<FalseSame> found;
  for (std::size_t i = 0; i < facts.size(); ++i)
    for (std::size_t j = i + 1; j < facts.size(); ++j)
      if (match_facts(facts[i], facts[j]).answer == EntityAnswer::SameEntity)
        found.push_back({companies[i].name, companies[j].name});
  return found;
}

}  // namespace certreg::accuracy
