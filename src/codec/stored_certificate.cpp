#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"
#include "certreg/codec/records.h"
#include "certreg/codec/stored.h"
#include "codec/stored_members.h"
#include "codec/surely_storable.h"

namespace certreg::codec {
namespace {

constexpr StoredMember<Holder> kHolder[] = {
    {"name", read_text<&Holder::name>},
    {"role", read_text<&Holder::role>},
    {"address", read_text<&Holder::address>},
    {"country", read_text<&Holder::country>},
    {"lei", read_text<&Holder::lei>},
    {"registration_number", read_text<&Holder::registration_number>},
    {"vat", read_text<&Holder::vat>},
};

constexpr StoredMember<Site> kSite[] = {
    {"name", read_text<&Site::name>},
    {"address", read_text<&Site::address>},
    {"country", read_text<&Site::country>},
    {"scope", read_text<&Site::scope>},
};

constexpr StoredMember<PrintedAccreditation> kAccreditation[] = {
    {"printed", read_text<&PrintedAccreditation::printed>},
    {"body", read_known_id<&PrintedAccreditation::body>},
    {"number", read_text<&PrintedAccreditation::number>},
};

void read_from(StoredText& text, StatusInterval& interval) {
  if (const auto day = text.date())
    interval.from = *day;
  else
    text.fail();
}

constexpr StoredMember<StatusInterval> kStatus[] = {
    {"status", read_choice<&StatusInterval::status, status_names>},
    {"from", read_from},
    {"until", read_date<&StatusInterval::until>},
    {"source", read_choice<&StatusInterval::source, status_source_names>},
    {"said_by", read_text<&StatusInterval::said_by>},
    {"sites", read_texts<&StatusInterval::sites>},
    {"services", read_texts<&StatusInterval::services>},
};

constexpr StoredMember<Claimant> kClaimant[] = {
    {"kind", read_choice<&Claimant::kind, claimant_names>},
    {"name", read_text<&Claimant::name>},
};

using Version = CertificateVersion;

const std::vector<std::string_view>& signature_names() {
  static const std::vector<std::string_view> names{"not_signed", "signed_by_issuer", "signed_by_other",
                                                   "broken"};
  return names;
}

void read_holders(StoredText& text, Version& version) {
  read_items<Holder>(text, kHolder, version.holders, {});
}
void read_sites(StoredText& text, Version& version) { read_items<Site>(text, kSite, version.sites, {}); }
void read_accreditations(StoredText& text, Version& version) {
  read_items<PrintedAccreditation>(text, kAccreditation, version.accreditations, {});
}
void read_statuses(StoredText& text, Version& version) {
  static const StatusInterval unread{.from = Date(std::chrono::sys_days{})};  // `from` of none is no good day
  read_items<StatusInterval>(text, kStatus, version.statuses, unread);
  for (const auto& interval : version.statuses)
    if (interval.from == unread.from) text.fail();
}
void read_claimant(StoredText& text, Version& version) {
  Claimant claimant;
  if (read_members<Claimant>(text, kClaimant, claimant)) version.claimant = std::move(claimant);
}
void read_form(StoredText& text, Version& version) {
  version.form = text.choice<ExtensionForm>(form_names());
}
void read_recorded_at(StoredText& text, Version& version) {
  version.recorded_at = text.instant().value_or(Instant{});
}
void read_last_confirmed(StoredText& text, Version& version) { version.last_confirmed = text.instant(); }

constexpr StoredMember<Version> kVersion[] = {
    {"id", read_id<&Version::id>},
    {"certificate", read_id<&Version::certificate>},
    {"supplier", read_id<&Version::supplier>},
    {"standard", read_id<&Version::standard>},
    {"edition", read_text<&Version::edition>},
    {"standard_printed", read_text<&Version::standard_printed>},
    {"number", read_text<&Version::number>},
    {"issuer", read_known_id<&Version::issuer>},
    {"issuer_printed", read_text<&Version::issuer_printed>},
    {"holders", read_holders},
    {"issued", read_date<&Version::issued>},
    {"decided", read_date<&Version::decided>},
    {"first_issued", read_date<&Version::first_issued>},
    {"valid_from", read_date<&Version::valid_from>},
    {"expires", read_date<&Version::expires>},
    {"expiry_kind", read_choice<&Version::expiry_kind, expiry_kind_names>},
    {"previous_expiry", read_date<&Version::previous_expiry>},
    {"recertification_audited", read_date<&Version::recertification_audited>},
    {"issue_number", read_text<&Version::issue_number>},
    {"statuses", read_statuses},
    {"accreditations", read_accreditations},
    {"scope", read_text<&Version::scope>},
    {"scope_language", read_text<&Version::scope_language>},
    {"services", read_texts<&Version::services>},
    {"scope_items", read_nothing},
    {"services_closed", read_boolean<&Version::services_closed>},
    {"all_services", read_boolean<&Version::all_services>},
    {"sites", read_sites},
    {"sites_closed", read_boolean<&Version::sites_closed>},
    {"exclusions", read_texts<&Version::exclusions>},
    {"roles", read_nothing},
    {"soa_version", read_text<&Version::soa_version>},
    {"soa_date", read_date<&Version::soa_date>},
    {"pages_held", read_integer<&Version::pages_held>},
    {"pages_stated", read_integer<&Version::pages_stated>},
    {"form", read_form},
    {"parent", read_known_id<&Version::parent>},
    {"parent_number", read_text<&Version::parent_number>},
    {"evidence", read_choice<&Version::evidence, evidence_names>},
    {"claimant", read_claimant},
    {"signature", read_choice<&Version::signature, signature_names>},
    {"document_changed", read_boolean<&Version::document_changed>},
    {"declared_absent", read_boolean<&Version::declared_absent>},
    {"quotes", read_nothing},
    {"recorded_at", read_recorded_at},
    {"last_confirmed", read_last_confirmed},
    {"recorded_by", read_text<&Version::recorded_by>},
    {"reason", read_text<&Version::reason>},
    {"retired", read_boolean<&Version::retired>},
};

}  // namespace

CertificateVersion read_stored_certificate(std::string_view text) {
  StoredText stored(text);
  CertificateVersion version;
  if (read_members<Version>(stored, kVersion, version) && stored.is_read() && is_surely_storable(version))
    return version;
  return stored_certificate(parse_own(text));
}

}  // namespace certreg::codec
