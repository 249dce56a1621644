#include "domain/assess_service.h"

#include <fmt/format.h>

#include "domain/scope_items.h"
#include "domain/scope_words.h"

namespace certreg {
namespace {

void quote_items(const Listing& listing, Reasons& reasons) {
  for (auto at = listing.items.rbegin(); at != listing.items.rend(); ++at)
    reasons.quoting(fmt::format("scope_items[{}]", *at));
}

bool is_close_to_listed(const CertificateVersion& version, const std::string& service) {
  return resembles_any(version.services, service) || resembles_item(version.scope_items, service);
}

// A page's list is the supplier's word about itself and widens no certificate.
std::string claimed_beside(const Case& facts, const std::string& service) {
  for (const auto* claim : facts.lists) {
    const auto listed = look_up(claim->scope_items, service).as;
    if (listed == Listed::InScope || listed == Listed::InPart)
      return fmt::format(" {} lists it on a page, which is a claim and no part of the certificate.",
                         facts.supplier.name);
  }
  return "";
}

std::string quoted_names(const std::vector<ScopeItem>& items, const Listing& listing) {
  std::string names;
  for (const auto at : listing.items)
    names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", items[at].name);
  return names;
}

std::string why_open(const CertificateVersion& version, const Listing& listing, const std::string& service) {
  if (listing.as == Listed::Ambiguous)
    return fmt::format("{} is the short name of several services on the list: {}.", service,
                       quoted_names(version.scope_items, listing));
  if (listing.as == Listed::Family)
    return fmt::format("The list names {} as a family of services and not as a service of its own.", service);
  return fmt::format("The scope of the certificate does not name {}; whether it covers it is open.", service);
}

void add_unnamed(const Case& facts, const Listing& listing, const std::string& service, Reasons& reasons) {
  const auto& version = facts.version();
  const auto claimed = claimed_beside(facts, service);
  if (is_scope_empty(version)) {
    reasons.add(
        Code::ScopeUnknown,
        fmt::format("We hold no scope of the certificate, so {} cannot be looked for.{}", service, claimed));
    return;
  }
  const bool closed = version.services_closed && holds_every_page(version);
  if (closed && listing.as == Listed::No && !is_close_to_listed(version, service)) {
    reasons.add(Code::ServiceNotNamed, AnswerValue::No,
                fmt::format("The certificate carries a closed list of services, and {} is not on it.{}",
                            service, claimed));
    return;
  }
  reasons.add(Code::ServiceNotNamed, why_open(version, listing, service) + claimed);
  if (listing.as == Listed::Ambiguous) quote_items(listing, reasons);
}

bool was_named(const CertificateVersion& version, const std::string& service) {
  const auto listed = look_up(version.scope_items, service).as;
  return has_name(version.services, service) || listed == Listed::InScope || listed == Listed::InPart;
}

void note_reduction(const Case& facts, const std::string& service, Reasons& reasons) {
  const auto* previous = facts.certificate.issue.previous;
  if (previous == nullptr || !was_named(*previous, service)) return;
  reasons.add(Code::ScopeReduced,
              fmt::format("The issue before this one named {}; this one does not.", service));
}

const std::string* exclusion_by_any_name(const CertificateVersion& version, const std::string& service) {
  for (const auto& name : with_listed_names(version.scope_items, {service}))
    if (const auto* exclusion = exclusion_of(version, name)) return exclusion;
  return nullptr;
}

std::string exclusion_in(const CertificateVersion& version, const Listing& listing) {
  for (const auto at : listing.items)
    if (const auto& item = version.scope_items[at]; item.extent != ScopeExtent::Whole)
      return fmt::format("{}: \"{}\"", item.name, item.exclusion);
  return "";
}

std::string named_in_list(const ScopeItem& item, const std::string& service) {
  const auto as = has_name({item.name}, service) ? std::string() : fmt::format(" as \"{}\"", item.name);
  const auto under = item.family.empty() ? std::string() : fmt::format(", under {}", item.family);
  return fmt::format("The list of services in scope names {}{}{}.", service, as, under);
}

void add_listed(const Case& facts, const Listing& listing, const std::string& service, Reasons& reasons) {
  const auto& items = facts.version().scope_items;
  if (listing.as == Listed::Out) {
    reasons.add(Code::ActivityExcluded, fmt::format("The list of services says that it is not in scope: {}.",
                                                    exclusion_in(facts.version(), listing)));
  } else if (listing.as == Listed::InPart) {
    reasons.add(Code::ScopeUnknown,
                fmt::format("The list leaves a part of it out, and whether that part is used is open: {}.",
                            exclusion_in(facts.version(), listing)));
  } else {
    reasons.add(Code::ServiceNamed, named_in_list(items[listing.items.front()], service));
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

bool words_name(const CertificateVersion& version, const std::string& service) {
  return has_name(version.services, service) || scope_text_names(version, service);
}

void judge_name(const Case& facts, const std::string& service, const Listing& listing, Reasons& reasons) {
  const auto& version = facts.version();
  if (const auto* exclusion = exclusion_by_any_name(version, service)) {
    reasons.add(Code::ActivityExcluded, fmt::format("The scope excludes \"{}\".", *exclusion));
  } else if (list_decides(facts, listing, service)) {
    add_listed(facts, listing, service, reasons);
  } else if (listing.as != Listed::InPart && words_name(version, service)) {
    reasons.add(Code::ServiceNamed, fmt::format("The scope of the certificate names {}.", service));
  } else if (version.all_services && !scope_excludes_something(version)) {
    reasons.add(Code::AllServices,
                fmt::format("The scope covers all services of the holder, {} among them.", service));
  } else if (is_confirmed(facts, service)) {
    reasons.add(Code::ConfirmedByPerson,
                fmt::format("A person confirmed that the scope covers {}.", service));
  } else {
    add_unnamed(facts, listing, service, reasons);
    note_reduction(facts, service, reasons);
  }
}

SiteAnswer judge_region(const Case& facts, const std::string& service, const Listing& listing,
                        Reasons& reasons) {
  const auto& site = facts.question.site;
  if (site.empty() || (listing.as != Listed::InScope && listing.as != Listed::InPart))
    return SiteAnswer::Open;
  const auto where = region_listed(facts.version().scope_items, listing, site);
  if (where == RegionListed::NotSaid) return SiteAnswer::Open;
  if (where == RegionListed::Yes) {
    reasons.add(Code::SiteListed, fmt::format("The list says that {} is in scope in {}.", service, site));
  } else {
    reasons.add(
        Code::SiteNotListed,
        fmt::format("The list says where {} is in scope, and {} is not among those regions.", service, site));
  }
  quote_items(listing, reasons);
  return SiteAnswer::Given;
}

}  // namespace

bool holds_every_page(const CertificateVersion& version) {
  return version.pages_stated > 0 && version.pages_held >= version.pages_stated;
}

bool is_scope_empty(const CertificateVersion& version) {
  return version.scope.empty() && version.services.empty() && version.scope_items.empty() &&
         !version.all_services;
}

SiteAnswer judge_service(const Case& facts, const std::string& service, Reasons& reasons) {
  const auto listing = look_up(facts.version().scope_items, service);
  judge_name(facts, service, listing, reasons);
  return judge_region(facts, service, listing, reasons);
}

}  // namespace certreg
