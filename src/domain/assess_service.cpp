#include "domain/assess_service.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/scope_exclusions.h"
#include "domain/scope_items.h"
#include "domain/scope_naming.h"
#include "domain/scope_words.h"
#include "domain/words.h"

namespace certreg {
namespace {

constexpr std::size_t kMostNear = 3;  // names that are told as close

void quote_items(const Listing& listing, Reasons& reasons) {
  for (auto at = listing.items.rbegin(); at != listing.items.rend(); ++at)
    reasons.quoting(fmt::format("scope_items[{}]", *at));
}

// A page's list is the supplier's word about itself and widens no certificate.
Sentence claimed_beside(const Case& facts, const std::string& service) {
  for (const auto* claim : facts.lists) {
    const auto listed = look_up(claim->scope_items, service, facts.naming).as;
    if (listed == Listed::InScope || listed == Listed::InPart)
      return say("service_not_named.claimed", facts.supplier.name);
  }
  return {};
}

std::string quoted_names(const std::vector<ScopeItem>& items, const Listing& listing) {
  std::string names;
  for (const auto at : listing.items)
    names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", items[at].name);
  return names;
}

Sentence why_open(const CertificateVersion& version, const Listing& listing, const std::string& service) {
  if (listing.as == Listed::Ambiguous)
    return say("service_not_named.ambiguous", service, quoted_names(version.scope_items, listing));
  if (listing.as == Listed::Family) return say("service_not_named.family", service);
  if (listing.as == Listed::Common) return say("service_not_named.common", service);
  return say("service_not_named", service);
}

Sentence why_open(const NamedInText& text, const std::string& service) {
  switch (text.as) {
    case Named::Near:
      return say("service_not_named.near", text.words, service);
    case Named::Unclear:
      return say("service_not_named.unclear", text.words, service);
    case Named::Host:
      return say("service_not_named.host", text.words, service);
    case Named::Internal:
      return say("scope_unknown.internal", text.words, service);
    case Named::Served:
      return say("scope_unknown.served", service, text.words);
    case Named::No:
    case Named::Whole:
    case Named::Excluded:
      break;
  }
  return {};
}

// The services that the certificate names with words of the one that is asked for.
Sentence near_names(const CertificateVersion& version, const std::string& service) {
  auto names = version.services;
  for (const auto& item : version.scope_items) {
    names.push_back(item.name);
    names.insert(names.end(), item.short_names.begin(), item.short_names.end());
  }
  std::string near;
  std::size_t count = 0;
  for (const auto& name : names)
    if (resembles_any({name}, service) && ++count <= kMostNear)
      near += fmt::format("{}\"{}\"", near.empty() ? "" : ", ", name);
  return near.empty() ? Sentence() : say("service_not_named.names", near);
}

bool is_close(const CertificateVersion& version, const std::string& service, const NamedInText& text) {
  return text.as != Named::No || resembles_any(version.services, service) ||
         resembles_item(version.scope_items, service);
}

bool carries_closed_list(const CertificateVersion& version) {
  return version.services_closed && holds_every_page(version);
}

void add_open(const Case& facts, const Listing& listing, const NamedInText& text, const std::string& service,
              Reasons& reasons) {
  const bool listed = listing.as != Listed::No;
  const auto words = listed ? Sentence() : why_open(text, service);
  const bool unknown = text.as == Named::Internal || text.as == Named::Served;
  auto detail = words.empty() ? why_open(facts.version(), listing, service) : words;
  if (!listed) detail += near_names(facts.version(), service);
  reasons.add(unknown && !listed ? Code::ScopeUnknown : Code::ServiceNotNamed,
              detail + claimed_beside(facts, service));
  reasons.quoting_words("scope", text.quote);
  if (listed) quote_items(listing, reasons);
}

void add_unnamed(const Case& facts, const Listing& listing, const NamedInText& text,
                 const std::string& service, Reasons& reasons) {
  const auto& version = facts.version();
  if (is_scope_empty(version)) {
    reasons.add(Code::ScopeUnknown, say("scope_unknown.no_scope", service) + claimed_beside(facts, service));
  } else if (carries_closed_list(version) && listing.as == Listed::No && !is_close(version, service, text)) {
    reasons.add(Code::ServiceNotNamed, AnswerValue::No,
                say("service_not_named.closed_list", service) + claimed_beside(facts, service));
  } else {
    add_open(facts, listing, text, service, reasons);
  }
}

bool lists_name(const CertificateVersion& version, const std::string& service, const Naming& naming) {
  return named_in_list(version.services, service, naming) == InList::One;
}

std::string exclusion_in(const CertificateVersion& version, const Listing& listing) {
  for (const auto at : listing.items)
    if (const auto& item = version.scope_items[at]; item.extent != ScopeExtent::Whole)
      return fmt::format("{}: \"{}\"", item.name, item.exclusion);
  return "";
}

Sentence listed_name(const ScopeItem& item, const std::string& service) {
  const auto as = has_name({item.name}, service) ? Sentence() : say("word.as", item.name);
  const auto under = item.family.empty() ? Sentence() : say("word.under", item.family);
  return say("service_named.list", service, as, under);
}

void add_listed(const Case& facts, const Listing& listing, const std::string& service, Reasons& reasons) {
  const auto& items = facts.version().scope_items;
  if (listing.as == Listed::Out) {
    reasons.add(Code::ActivityExcluded,
                say("activity_excluded.list", exclusion_in(facts.version(), listing)));
  } else if (listing.as == Listed::InPart) {
    reasons.add(Code::ScopeUnknown, say("scope_unknown.in_part", exclusion_in(facts.version(), listing)));
  } else {
    reasons.add(Code::ServiceNamed, listed_name(items[listing.items.front()], service));
  }
  quote_items(listing, reasons);
}

bool is_confirmed(const Case& facts, const std::string& service) {
  return has_name(facts.certificate.record->confirmed_services, service);
}

// What the list says of an entry goes before the words of the scope, since it says it more closely.
bool list_decides(const Case& facts, const Listing& listing, const std::string& service) {
  if (listing.as == Listed::InPart) return !is_confirmed(facts, service);
  return listing.as == Listed::InScope || listing.as == Listed::Out;
}

// A scope that names a family and lists its members means the members.
bool words_decide(const Listing& listing, const NamedInText& text) {
  return listing.as == Listed::No && text.as == Named::Whole;
}

bool is_left_open(const NamedInText& text) {
  return text.as == Named::Internal || text.as == Named::Served || text.as == Named::Host ||
         text.as == Named::Unclear;
}

void add_named_by_words(const std::string& service, const NamedInText& text, Reasons& reasons) {
  const auto host = text.host.empty() ? Sentence() : say("service_named.host", text.host);
  reasons.add(Code::ServiceNamed, say("service_named", service, "") + host);
  reasons.quoting_words("scope", text.quote);
}

void add_named_by_list(const CertificateVersion& version, const std::string& service, const Naming& naming,
                       Reasons& reasons) {
  const auto at = place_in_list(version.services, service, naming);
  const bool same = has_name({version.services[at]}, service);
  const auto as = same ? Sentence() : say("word.as", version.services[at]);
  reasons.add(Code::ServiceNamed, say("service_named", service, as));
  reasons.quoting(fmt::format("services[{}]", at));
}

std::string whole_family(const CertificateVersion& version, const Listing& listing, const ScopeText& text,
                         const std::string& service, const Naming& naming) {
  if (!is_proper_name(service) || (listing.as != Listed::Family && listing.as != Listed::No)) return "";
  if (is_common_name(service, naming.words)) return "";
  if (auto entry = whole_family_entry(version.scope_items, service, naming); !entry.empty()) return entry;
  return std::string(whole_family_in(text, service, naming));
}

void judge_exclusions(const CertificateVersion& version, const FoundExclusion& exclusion,
                      const std::string& service, Reasons& reasons) {
  const auto& words = version.exclusions[exclusion.at];
  if (exclusion.is_whole)
    reasons.add(Code::ActivityExcluded, say("activity_excluded", words));
  else
    reasons.add(Code::ScopeUnknown, say("scope_unknown.excluded_part", words, service));
  reasons.quoting(fmt::format("exclusions[{}]", exclusion.at));
}

bool begins_with(std::string_view folded, const std::string& name) {
  const auto words = fold_words(name);
  return folded == words || (folded.starts_with(words) && folded[words.size()] == ' ');
}

bool is_called(const CloudProvider& provider, const std::string& name) {
  const auto folded = fold_words(name);
  return begins_with(folded, provider.name) ||
         std::any_of(provider.aliases.begin(), provider.aliases.end(),
                     [&](const auto& alias) { return begins_with(folded, alias); });
}

// A scope names the clouds that its holder builds on, consults about and resells.
bool is_of_anothers_cloud(const Case& facts, const std::string& service) {
  const auto& holders = facts.version().holders;
  const auto clouds = facts.reference.cloud_providers();
  return std::any_of(clouds.begin(), clouds.end(), [&](const CloudProvider& provider) {
    const bool own = is_called(provider, facts.supplier.name) ||
                     std::any_of(holders.begin(), holders.end(),
                                 [&](const auto& holder) { return is_called(provider, holder.name); });
    return !own && is_called(provider, service);
  });
}

NamedInText named_in_scope(const Case& facts, const ScopeText& scope, const std::string& service) {
  auto text = named_in_text(scope, service, facts.naming);
  if (text.as != Named::Whole || !is_of_anothers_cloud(facts, service)) return text;
  text.as = Named::Host;
  return text;
}

std::optional<FoundExclusion> exclusion_of(const Case& facts, const std::string& service) {
  const auto& version = facts.version();
  if (version.exclusions.empty()) return std::nullopt;
  const auto names = with_listed_names(version.scope_items, {service}, facts.naming);
  return find_exclusion(version, names, facts.naming);
}

void judge_name(const Case& facts, const std::string& service, const Listing& listing, Reasons& reasons);

// What the issue before said of it, judged as this one is: in whole or in part.
std::optional<Reason> covered_before(const Case& facts, const std::string& service) {
  const auto* previous = facts.certificate.issue.previous;
  if (previous == nullptr) return std::nullopt;
  auto earlier = facts;
  earlier.certificate.issue = {.version = previous};
  const auto listing = look_up(previous->scope_items, service, facts.naming);
  Reasons reasons(Topic::Scope, *previous);
  judge_name(earlier, service, listing, reasons);
  auto& reason = reasons.list().front();
  const bool in_part = listing.as == Listed::InPart && reason.value == AnswerValue::Unsure;
  if (reason.value != AnswerValue::Yes && !in_part) return std::nullopt;
  return std::move(reason);
}

void note_reduction(const Case& facts, const std::string& service, Reasons& reasons) {
  auto before = covered_before(facts, service);
  if (!before) return;
  auto told =
      before->code == Code::AllServices ? say("scope_reduced.all", service) : say("scope_reduced", service);
  before->detail = std::move(told.text);
  before->said = std::move(told.said);
  before->code = Code::ScopeReduced;
  before->value = info(Code::ScopeReduced).value;
  reasons.list().push_back(*std::move(before));
}

void judge_name(const Case& facts, const std::string& service, const Listing& listing, Reasons& reasons) {
  const auto& version = facts.version();
  const ScopeText scope(version.scope);
  const auto text = named_in_scope(facts, scope, service);
  const auto exclusion = exclusion_of(facts, service);
  const auto family = whole_family(version, listing, scope, service, facts.naming);
  if (exclusion && (exclusion->is_whole || !is_confirmed(facts, service))) {
    judge_exclusions(version, *exclusion, service, reasons);
  } else if (text.as == Named::Excluded) {
    reasons.add(Code::ActivityExcluded, say("activity_excluded.before", text.words, service));
    reasons.quoting_words("scope", text.quote);
  } else if (list_decides(facts, listing, service)) {
    add_listed(facts, listing, service, reasons);
  } else if (!family.empty()) {
    reasons.add(Code::ServiceNamed, say("service_named.family", family));
    reasons.quoting_words("scope", family);
  } else if (listing.as == Listed::No && lists_name(version, service, facts.naming) && !is_left_open(text)) {
    add_named_by_list(version, service, facts.naming, reasons);
  } else if (words_decide(listing, text)) {
    add_named_by_words(service, text, reasons);
  } else if (covers_all_services(facts, scope)) {
    reasons.add(Code::AllServices, say("all_services", service));
  } else if (is_confirmed(facts, service)) {
    reasons.add(Code::ConfirmedByPerson, say("confirmed_by_person", service));
  } else {
    add_unnamed(facts, listing, text, service, reasons);
    note_reduction(facts, service, reasons);
  }
}

SiteAnswer judge_region(const Case& facts, const std::string& service, const Listing& listing,
                        const PlaceNames& places, Reasons& reasons) {
  const auto& site = facts.question.site;
  if (site.empty() || (listing.as != Listed::InScope && listing.as != Listed::InPart))
    return SiteAnswer::Open;
  const auto where = region_listed(facts.version().scope_items, listing, site, places);
  if (where == RegionListed::NotSaid) return SiteAnswer::Open;
  if (where == RegionListed::Yes) {
    reasons.add(Code::SiteListed, say("site_listed.region", service, site));
  } else {
    reasons.add(Code::SiteNotListed, say("site_not_listed.region", service, site));
  }
  quote_items(listing, reasons);
  return SiteAnswer::Given;
}

}  // namespace

bool covers_all_services(const Case& facts, const ScopeText& scope) {
  return (facts.version().all_services || says_all_services(scope, facts.naming)) &&
         !scope_excludes_something(facts.version());
}

bool holds_every_page(const CertificateVersion& version) {
  return version.pages_stated > 0 && version.pages_held >= version.pages_stated;
}

bool is_scope_empty(const CertificateVersion& version) {
  return version.scope.empty() && version.services.empty() && version.scope_items.empty() &&
         !version.all_services;
}

SiteAnswer judge_service(const Case& facts, const std::string& service, const PlaceNames& places,
                         Reasons& reasons) {
  const auto listing = look_up(facts.version().scope_items, service, facts.naming);
  judge_name(facts, service, listing, reasons);
  return judge_region(facts, service, listing, places, reasons);
}

}  // namespace certreg
