#include <array>
#include <span>

#include "certreg/codec/record_writer.h"
#include "codec/json_tree.h"
#include "codec/member_texts.h"
#include "codec/members.h"
#include "codec/quote_members.h"
#include "codec/shapes.h"
#include "codec/sparse_writer.h"

namespace certreg::codec {

Json date_or_null(const std::optional<Date>& date) { return date ? Json(date->to_string()) : Json(nullptr); }
Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

namespace {

template <class Out>
void put(Out& out, const Holder& holder) {
  out.begin_object();
  put_text(out, "name", holder.name);
  put_text(out, "role", holder.role.empty() ? "main" : holder.role);
  put_text_or_null(out, "address", holder.address);
  put_text_or_null(out, "country", holder.country);
  put_text_or_null(out, "lei", holder.lei);
  put_text_or_null(out, "registration_number", holder.registration_number);
  put_text_or_null(out, "vat", holder.vat);
  out.end_object();
}

template <class Out>
void put(Out& out, const Site& site) {
  out.begin_object();
  put_text(out, "name", site.name);
  put_text_or_null(out, "address", site.address);
  put_text_or_null(out, "country", site.country);
  put_text_or_null(out, "scope", site.scope);
  out.end_object();
}

template <class Out>
void put(Out& out, const ScopeItem& item) {
  out.begin_object();
  put_text(out, "name", item.name);
  put_texts(out, "short_names", item.short_names);
  put_text_or_null(out, "family", item.family);
  put_texts(out, "regions", item.regions);
  put_boolean(out, "all_regions", item.all_regions);
  put_name(out, "extent", item.extent, extent_names());
  put_text_or_null(out, "exclusion", item.exclusion);
  out.end_object();
}

template <class Out>
void put(Out& out, const PrintedAccreditation& accreditation) {
  out.begin_object();
  put_text(out, "printed", accreditation.printed);
  put_id(out, "body", accreditation.body);
  put_text_or_null(out, "number", accreditation.number);
  out.end_object();
}

template <class Out>
void put(Out& out, const StatusInterval& interval) {
  out.begin_object();
  put_name(out, "status", interval.status, status_names());
  put_date(out, "from", interval.from);
  put_date(out, "until", interval.until);
  put_name(out, "source", interval.source, status_source_names());
  put_text(out, "said_by", interval.said_by);
  put_texts(out, "sites", interval.sites);
  put_texts(out, "services", interval.services);
  out.end_object();
}

template <class Out>
void put(Out& out, const Check& check) {
  out.begin_object();
  put_text(out, "id", check.id);
  put_text(out, "certificate", check.certificate.value);
  put_text(out, "register", check.register_name);
  put_text_or_null(out, "address", check.address);
  put_name(out, "source", check.source, status_source_names());
  put_name(out, "result", check.result, check_result_names());
  put_date(out, "checked_on", check.checked_on);
  put_text(out, "checked_by", check.checked_by);
  put_text_or_null(out, "note", check.note);
  put_instant(out, "recorded_at", check.recorded_at);
  out.end_object();
}

template <class Out, class Records>
void put_records(Out& out, std::string_view name, const Records& records) {
  put_list(out, name, records, [&out](const auto& record) { put(out, record); });
}

template <class Out>
void put_claimant(Out& out, const std::optional<Claimant>& claimant) {
  if (!claimant) return put_null(out, "claimant");
  out.key("claimant");
  out.begin_object();
  put_name(out, "kind", claimant->kind, claimant_names());
  put_text(out, "name", claimant->name);
  out.end_object();
}

std::string_view signature_name(SignatureState state) {
  constexpr std::string_view names[] = {"not_signed", "signed_by_issuer", "signed_by_other", "broken"};
  return names[static_cast<std::size_t>(state)];
}

template <class Out>
void put_identity(Out& out, const CertificateVersion& version) {
  put_text(out, "id", version.id.value);
  put_text(out, "certificate", version.certificate.value);
  put_id(out, "supplier", version.supplier);
  put_text(out, "standard", version.standard.value);
  put_text_or_null(out, "edition", version.edition);
  put_text_or_null(out, "standard_printed", version.standard_printed);
  put_text_or_null(out, "number", version.number);
  put_id(out, "issuer", version.issuer);
  put_text_or_null(out, "issuer_printed", version.issuer_printed);
  put_records(out, "holders", version.holders);
}

template <class Out>
void put_dates(Out& out, const CertificateVersion& version) {
  put_date(out, "issued", version.issued);
  put_date(out, "decided", version.decided);
  put_date(out, "first_issued", version.first_issued);
  put_date(out, "valid_from", version.valid_from);
  put_date(out, "expires", version.expires);
  put_name(out, "expiry_kind", version.expiry_kind, expiry_kind_names());
  put_date(out, "previous_expiry", version.previous_expiry);
  put_date(out, "recertification_audited", version.recertification_audited);
}

template <class Out>
void put_scope(Out& out, const CertificateVersion& version) {
  put_text_or_null(out, "scope", version.scope);
  put_text_or_null(out, "scope_language", version.scope_language);
  put_texts(out, "services", version.services);
  put_records(out, "scope_items", version.scope_items);
  put_boolean(out, "services_closed", version.services_closed);
  put_boolean(out, "all_services", version.all_services);
  put_records(out, "sites", version.sites);
  put_boolean(out, "sites_closed", version.sites_closed);
  put_texts(out, "exclusions", version.exclusions);
  put_texts(out, "roles", version.roles);
  put_text_or_null(out, "soa_version", version.soa_version);
  put_date(out, "soa_date", version.soa_date);
  put_integer(out, "pages_held", version.pages_held);
  put_integer(out, "pages_stated", version.pages_stated);
}

template <class Out>
void put_standing(Out& out, const CertificateVersion& version) {
  put_name(out, "evidence", version.evidence, evidence_names());
  put_claimant(out, version.claimant);
  put_text(out, "signature", signature_name(version.signature));
  put_boolean(out, "document_changed", version.document_changed);
  put_boolean(out, "declared_absent", version.declared_absent);
}

template <class Out>
void put_author(Out& out, const CertificateVersion& version) {
  put_text(out, "recorded_by", version.recorded_by);
  put_text_or_null(out, "reason", version.reason);
  put_boolean(out, "retired", version.retired);
}

template <class Out>
void put_contents(Out& out, const CertificateVersion& version) {
  put_identity(out, version);
  put_dates(out, version);
  put_text_or_null(out, "issue_number", version.issue_number);
  put_records(out, "statuses", version.statuses);
  put_records(out, "accreditations", version.accreditations);
  put_scope(out, version);
  version.form ? put_name(out, "form", *version.form, form_names()) : put_null(out, "form");
  put_id(out, "parent", version.parent);
  put_text_or_null(out, "parent_number", version.parent_number);
  put_standing(out, version);
}

template <class Out>
void put(Out& out, const CertificateVersion& version) {
  out.begin_object();
  put_contents(out, version);
  put_records(out, "quotes", version.quotes);
  put_instant(out, "recorded_at", version.recorded_at);
  put_instant(out, "last_confirmed", version.last_confirmed);
  put_author(out, version);
  out.end_object();
}

template <class Out>
void put(Out& out, const CertificateRecord& record) {
  out.begin_object();
  put_text(out, "id", record.id.value);
  out.key("latest");
  put(out, record.latest());
  put_list(out, "earlier_issues", std::span(record.issues).first(record.issues.size() - 1),
           [&out](const CertificateVersion& version) { put(out, version); });
  put_records(out, "checks", record.checks);
  out.end_object();
}

}  // namespace

Json to_json(const Quote& quote) {
  return tree_of([&](JsonTree& out) { put(out, quote); });
}
Json to_json(const ScopeItem& item) {
  return tree_of([&](JsonTree& out) { put(out, item); });
}
Json to_json(const Check& check) {
  return tree_of([&](JsonTree& out) { put(out, check); });
}
Json to_json(const CertificateVersion& version) {
  return tree_of([&](JsonTree& out) { put(out, version); });
}

void write(JsonWriter& out, const Quote& quote) { put(out, quote); }
void write(JsonWriter& out, const CertificateVersion& version) { put(out, version); }
void write(JsonWriter& out, const CertificateRecord& record) { put(out, record); }

std::string stored_text(const CertificateVersion& version) {
  std::string text;
  SparseWriter out(text);
  out.begin_object();
  put_contents(out, version);
  put_instant(out, "recorded_at", version.recorded_at);
  put_author(out, version);
  out.end_object();
  return text;
}

std::vector<MemberText> stated_members(const CertificateVersion& version) {
  MemberTexts out;
  put_contents(out, version);
  return out.take();
}

}  // namespace certreg::codec
