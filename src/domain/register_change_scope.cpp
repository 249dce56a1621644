#include <algorithm>

#include "domain/register_change_parts.h"
#include "domain/scope_words.h"
#include "domain/word_difference.h"
#include "domain/words.h"

namespace certreg {
namespace {

std::string subject(const VersionPair& pair) { return "the " + subject_of(pair.after, pair.reference); }

// `"A", "B" and 2 more`
std::string quoted_runs(const std::vector<std::string>& runs) {
  constexpr std::size_t shown = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(runs.size(), shown); ++i)
    text += (i > 0 ? ", " : "") + quoted(runs[i], 120);
  if (runs.size() > shown) text += " and " + std::to_string(runs.size() - shown) + " more";
  return text;
}

std::string in_words(const WordDifference& difference) {
  if (difference.added.empty() && difference.removed.empty()) return "the same words stand in another order";
  std::string text;
  if (!difference.removed.empty()) text += "it lost " + quoted_runs(difference.removed);
  if (!difference.added.empty())
    text += (text.empty() ? "it gained " : " and gained ") + quoted_runs(difference.added);
  return text;
}

std::string scope_sentence(const VersionPair& pair, const WordDifference& difference) {
  if (pair.before.scope.empty())
    return "The scope of " + subject(pair) + " is known now: " + quoted(pair.after.scope) + ".";
  if (pair.after.scope.empty())
    return "The scope of " + subject(pair) + " is no longer stated; it was " + quoted(pair.before.scope) +
           ".";
  return "The scope of " + subject(pair) + " changed: " + in_words(difference) + ".";
}

RegisterChanges text_changes(const VersionPair& pair) {
  const auto &before = pair.before.scope, &after = pair.after.scope;
  if (before == after || fold_words(before) == fold_words(after)) return {};
  const auto difference = word_difference(before, after);
  // More words may take away as well: "excluding ...".
  const bool limits = scope_excludes_something(pair.after) && !scope_excludes_something(pair.before);
  const bool adverse = !before.empty() && (after.empty() || !difference.removed.empty() || limits);
  return {{ChangeKind::ScopeChanged, adverse, scope_sentence(pair, difference), "scope", bounded(before),
           bounded(after)}};
}

RegisterChanges whole_scope_changes(const VersionPair& pair) {
  if (pair.before.all_services == pair.after.all_services) return {};
  const bool lost = pair.before.all_services;
  return {{ChangeKind::ScopeChanged, lost,
           "The scope of " + subject(pair) +
               (lost ? " no longer says that it covers all services of its holder."
                     : " says now that it covers all services of its holder."),
           "all_services", lost ? "true" : "false", lost ? "false" : "true"}};
}

// What one list of names gained and lost, and how both are told.
struct NamedList {
  const char* field;
  const char* gained_verb;  // after "The scope of X"
  const char* lost_verb;
  const char* noun;  // " service", or nothing
  std::vector<std::string> before, after;
  ChangeKind gained, lost;
};

std::string told(const VersionPair& pair, const char* verb, const NamedList& list,
                 const std::vector<std::string>& names) {
  const bool several = *list.noun != '\0' && names.size() > 1;
  return "The scope of " + subject(pair) + verb + list.noun + (several ? "s " : " ") + listed(names) + ".";
}

std::string all_of(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : "; ") + name;
  return bounded(text);
}

RegisterChanges list_changes(const VersionPair& pair, const NamedList& list) {
  const bool limits = list.gained == ChangeKind::ExclusionAdded;
  RegisterChanges all;
  if (const auto lost = names_missing(list.before, list.after); !lost.empty())
    all.push_back({list.lost, !limits, told(pair, list.lost_verb, list, lost), list.field, all_of(lost), ""});
  if (const auto gained = names_missing(list.after, list.before); !gained.empty())
    all.push_back(
        {list.gained, limits, told(pair, list.gained_verb, list, gained), list.field, "", all_of(gained)});
  return all;
}

// Of the scope's words and of its list; an entry that is left out is none.
std::vector<std::string> service_names(const CertificateVersion& version) {
  auto names = version.services;
  for (const auto& item : version.scope_items)
    if (item.extent != ScopeExtent::Out) names.push_back(item.name);
  return names;
}

// Of the scope's words, and of entries of its list that are left out in part.
std::vector<std::string> exclusions_of(const CertificateVersion& version) {
  auto exclusions = version.exclusions;
  for (const auto& item : version.scope_items)
    if (item.extent == ScopeExtent::InPart && !item.exclusion.empty())
      exclusions.push_back(item.name + ": " + item.exclusion);
  return exclusions;
}

std::vector<std::string> site_names(const CertificateVersion& version) {
  std::vector<std::string> names;
  for (const auto& site : version.sites) names.push_back(site.name.empty() ? site.address : site.name);
  return names;
}

std::vector<NamedList> lists_of(const VersionPair& pair) {
  const auto &before = pair.before, &after = pair.after;
  constexpr const char *names = " now names the", *drops = " no longer names the";
  return {{"services", names, drops, " service", service_names(before), service_names(after),
           ChangeKind::ServiceAdded, ChangeKind::ServiceDropped},
          {"sites", names, drops, " site", site_names(before), site_names(after), ChangeKind::SiteAdded,
           ChangeKind::SiteDropped},
          {"roles", names, drops, " role", before.roles, after.roles, ChangeKind::ScopeChanged,
           ChangeKind::ScopeChanged},
          {"exclusions", " now excludes", " no longer excludes", "", exclusions_of(before),
           exclusions_of(after), ChangeKind::ExclusionAdded, ChangeKind::ExclusionDropped}};
}

std::string statement_of(const CertificateVersion& version) {
  std::string text;
  if (!version.soa_version.empty()) text += "version " + version.soa_version;
  if (version.soa_date) text += (text.empty() ? "" : " ") + ("of " + version.soa_date->to_string());
  return text;
}

RegisterChanges statement_changes(const VersionPair& pair) {
  const auto before = statement_of(pair.before), after = statement_of(pair.after);
  if (before == after) return {};
  const auto start = "The " + subject_of(pair.after, pair.reference);
  const auto sentence =
      after.empty() ? start + " no longer names its Statement of Applicability; it was " + before + "."
                    : start + " now refers to the Statement of Applicability " + after +
                          (before.empty() ? "" : " instead of " + before) + ".";
  return {{ChangeKind::SoaChanged, false, sentence, "soa_version", before, after}};
}

}  // namespace

RegisterChanges scope_changes(const VersionPair& pair) {
  auto all = text_changes(pair);
  const auto append = [&](RegisterChanges more) {
    for (auto& change : more) all.push_back(std::move(change));
  };
  append(whole_scope_changes(pair));
  for (const auto& list : lists_of(pair)) append(list_changes(pair, list));
  append(statement_changes(pair));
  return all;
}

}  // namespace certreg
