#include "web/supplier_page.h"

#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/domain/lifecycle.h"
#include "certreg/domain/names.h"
#include "web/certificate_past.h"
#include "web/cookies.h"
#include "web/scope_search.h"
#include "web/supplier_concerns.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMostFind = 200;

std::string day_or_none(const std::optional<Date>& day, Language language) {
  return day ? day_text(*day, language) : message(language, "none_printed");
}

// By its dates and statuses alone; whether it may be relied on is the look-up's business.
std::string standing_words(const CertificateRecord& record, const Visit& visit) {
  const auto standing = standing_on(record, day_of(visit.services.clock.now()), visit.services.reference());
  return message(visit.language,
                 "standing." + std::string(standing ? to_string(*standing) : std::string_view("unknown")));
}

std::string standard_name(const CertificateVersion& version, const Reference& reference) {
  const auto* standard = reference.find(version.standard);
  const auto name = standard != nullptr ? standard->name : version.standard_printed;
  return version.edition.empty() ? name : name + ":" + version.edition;
}

std::string_view evidence_key(EvidenceLevel evidence) {
  switch (evidence) {
    case EvidenceLevel::Claimed:
      return "evidence.claimed";
    case EvidenceLevel::Documented:
      return "evidence.documented";
    case EvidenceLevel::Signed:
      return "evidence.signed";
    case EvidenceLevel::Registered:
      return "evidence.registered";
  }
  return "evidence.claimed";
}

Data certificate_view(const CertificateRecord& record, const SupplierId& supplier, const Visit& visit) {
  const auto& version = record.latest();
  Data view;
  view.set("id", record.id.value);
  view.set("standard", harmless(standard_name(version, visit.services.reference())));
  view.set("number",
           version.number.empty() ? message(visit.language, "none_printed") : harmless(version.number));
  view.set("issuer", version.issuer_printed.empty() ? message(visit.language, "none_printed")
                                                    : harmless(version.issuer_printed));
  view.set("holder", version.holders.empty() ? message(visit.language, "none_printed")
                                             : harmless(version.holders.front().name));
  view.set("issued", day_or_none(version.issued, visit.language));
  view.set("expires", day_or_none(version.expires, visit.language));
  view.set("standing", standing_words(record, visit));
  view.set("evidence", message(visit.language, evidence_key(version.evidence)));
  view.set("scope", harmless(version.scope));
  view.set("has_scope", !version.scope.empty());
  view.set("absent", version.declared_absent);
  view.set("claimant", version.claimant ? harmless(version.claimant->name) : std::string());
  view.set("has_claimant", version.claimant && !version.claimant->name.empty());
  view.set("recorded", day_text(day_of(version.recorded_at), visit.language));
  view.set("lookup_address", "/?supplier=" + percent_encoded(supplier.value) +
                                 "&standard=" + percent_encoded(version.standard.value));
  return view;
}

Data facts_view(const Supplier& supplier) {
  std::string aliases, domains;
  for (const auto& alias : supplier.aliases) aliases += (aliases.empty() ? "" : "; ") + alias;
  for (const auto& domain : supplier.domains) domains += (domains.empty() ? "" : ", ") + domain;
  Data view;
  const auto set = [&](const std::string& name, const std::string& value) {
    view.set("has_" + name, !value.empty());
    view.set(name, harmless(value));
  };
  set("aliases", aliases);
  set("country", supplier.country);
  set("lei", supplier.lei);
  set("registration", supplier.registration_number);
  set("vat", supplier.vat);
  set("domains", domains);
  return view;
}

std::string find_in(const http::Request& request) {
  const auto find = query_value(request, "find");
  return is_clean_text(find, kMostFind) ? find : std::string();
}

}  // namespace

Drawn supplier_page(const Visit& visit) {
  const SupplierId id{visit.request.segments.size() == 2 ? visit.request.segments[1] : std::string()};
  const auto supplier = visit.services.catalogue.supplier(id);
  if (!supplier) return notice(visit, 404, "no_supplier");
  std::vector<catalogue::RecordPtr> certificates, all = visit.services.catalogue.certificates_of(id);
  Data certificate_list{Data::type::list}, claim_list{Data::type::list};
  for (const auto& record : all) {
    const bool is_claim = record->latest().evidence == EvidenceLevel::Claimed;
    (is_claim ? claim_list : certificate_list).push_back(certificate_view(*record, id, visit));
    if (!is_claim) certificates.push_back(record);
  }
  Data view = facts_view(*supplier);
  view.set("id", id.value);
  view.set("name", harmless(supplier->name));
  view.set("retired", supplier->retired);
  view.set("certificates", certificate_list);
  view.set("no_certificates", certificate_list.list_value().empty());
  view.set("claims", claim_list);
  view.set("no_claims", claim_list.list_value().empty());
  view.set("find", find_in(visit.request));
  view.set("scope", scope_view(visit, certificates, find_in(visit.request)));
  view.set("sources", sources_view(visit, *supplier));
  view.set("concerns", concerns_view(visit, id));
  view.set("past", past_view(visit, all));
  return drawn(visit, "supplier.mustache", view, harmless(supplier->name));
}

}  // namespace certreg::web
