#include "codec/certificate_reader.h"
#include "codec/shapes.h"

namespace certreg::codec {

Json date_or_null(const std::optional<Date>& date) { return date ? Json(date->to_string()) : Json(nullptr); }
Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json to_json(const Quote& quote) {
  Json box = nullptr;
  if (quote.box) box = {quote.box->x, quote.box->y, quote.box->width, quote.box->height};
  return {{"field", quote.field},
          {"text", quote.text},
          {"document", id_or_null(quote.document)},
          {"address", text_or_null(quote.address)},
          {"page", quote.page},
          {"box", box},
          {"method", name_of(quote.method, method_names())},
          {"confidence", quote.confidence}};
}

Json to_json(const Holder& holder) {
  return {{"name", holder.name},
          {"role", holder.role.empty() ? "main" : holder.role},
          {"address", text_or_null(holder.address)},
          {"country", text_or_null(holder.country)},
          {"lei", text_or_null(holder.lei)},
          {"registration_number", text_or_null(holder.registration_number)},
          {"vat", text_or_null(holder.vat)}};
}

Json to_json(const Site& site) {
  return {{"name", site.name},
          {"address", text_or_null(site.address)},
          {"country", text_or_null(site.country)},
          {"scope", text_or_null(site.scope)}};
}

Json to_json(const ScopeItem& item) {
  return {{"name", item.name},
          {"short_names", item.short_names},
          {"family", text_or_null(item.family)},
          {"regions", item.regions},
          {"all_regions", item.all_regions},
          {"extent", name_of(item.extent, extent_names())},
          {"exclusion", text_or_null(item.exclusion)}};
}

Json to_json(const PrintedAccreditation& accreditation) {
  return {{"printed", accreditation.printed},
          {"body", id_or_null(accreditation.body)},
          {"number", text_or_null(accreditation.number)}};
}

Json to_json(const StatusInterval& interval) {
  return {{"status", name_of(interval.status, status_names())},
          {"from", interval.from.to_string()},
          {"until", date_or_null(interval.until)},
          {"source", name_of(interval.source, status_source_names())},
          {"said_by", interval.said_by},
          {"sites", interval.sites},
          {"services", interval.services}};
}

Json to_json(const Check& check) {
  return {{"id", check.id},
          {"certificate", check.certificate.value},
          {"register", check.register_name},
          {"address", text_or_null(check.address)},
          {"source", name_of(check.source, status_source_names())},
          {"result", name_of(check.result, check_result_names())},
          {"checked_on", check.checked_on.to_string()},
          {"checked_by", check.checked_by},
          {"note", text_or_null(check.note)},
          {"recorded_at", to_string(check.recorded_at)}};
}

namespace {

constexpr std::size_t kMembers = 64;

Json claimant_json(const std::optional<Claimant>& claimant) {
  if (!claimant) return nullptr;
  return {{"kind", name_of(claimant->kind, claimant_names())}, {"name", claimant->name}};
}

std::string_view signature_name(SignatureState state) {
  constexpr std::string_view names[] = {"not_signed", "signed_by_issuer", "signed_by_other", "broken"};
  return names[static_cast<std::size_t>(state)];
}

void put_dates(Json& out, const CertificateVersion& version) {
  out["issued"] = date_or_null(version.issued);
  out["decided"] = date_or_null(version.decided);
  out["first_issued"] = date_or_null(version.first_issued);
  out["valid_from"] = date_or_null(version.valid_from);
  out["expires"] = date_or_null(version.expires);
  out["expiry_kind"] = name_of(version.expiry_kind, expiry_kind_names());
  out["previous_expiry"] = date_or_null(version.previous_expiry);
  out["recertification_audited"] = date_or_null(version.recertification_audited);
}

void put_scope(Json& out, const CertificateVersion& version) {
  out["scope"] = text_or_null(version.scope);
  out["scope_language"] = text_or_null(version.scope_language);
  out["services"] = version.services;
  out["scope_items"] = list_of(version.scope_items);
  out["services_closed"] = version.services_closed;
  out["all_services"] = version.all_services;
  out["sites"] = list_of(version.sites);
  out["sites_closed"] = version.sites_closed;
  out["exclusions"] = version.exclusions;
  out["roles"] = version.roles;
  out["soa_version"] = text_or_null(version.soa_version);
  out["soa_date"] = date_or_null(version.soa_date);
  out["pages_held"] = version.pages_held;
  out["pages_stated"] = version.pages_stated;
}

void put_record(Json& out, const CertificateVersion& version) {
  out["evidence"] = name_of(version.evidence, evidence_names());
  out["claimant"] = claimant_json(version.claimant);
  out["signature"] = std::string(signature_name(version.signature));
  out["document_changed"] = version.document_changed;
  out["declared_absent"] = version.declared_absent;
  out["quotes"] = list_of(version.quotes);
  out["recorded_at"] = to_string(version.recorded_at);
  out["last_confirmed"] = version.last_confirmed ? Json(to_string(*version.last_confirmed)) : Json(nullptr);
  out["recorded_by"] = version.recorded_by;
  out["reason"] = text_or_null(version.reason);
  out["retired"] = version.retired;
}

}  // namespace

Json to_json(const CertificateVersion& version) {
  Json out = Json::object();
  // Growing copies all that is there: the keys of nlohmann's ordered map are const.
  out.get_ref<Json::object_t&>().reserve(kMembers);
  out["id"] = version.id.value;
  out["certificate"] = version.certificate.value;
  out["supplier"] = id_or_null(version.supplier);
  out["standard"] = version.standard.value;
  out["edition"] = text_or_null(version.edition);
  out["standard_printed"] = text_or_null(version.standard_printed);
  out["number"] = text_or_null(version.number);
  out["issuer"] = id_or_null(version.issuer);
  out["issuer_printed"] = text_or_null(version.issuer_printed);
  out["holders"] = list_of(version.holders);
  put_dates(out, version);
  out["issue_number"] = text_or_null(version.issue_number);
  out["statuses"] = list_of(version.statuses);
  out["accreditations"] = list_of(version.accreditations);
  put_scope(out, version);
  out["form"] = version.form ? name_of(*version.form, form_names()) : Json(nullptr);
  out["parent"] = id_or_null(version.parent);
  out["parent_number"] = text_or_null(version.parent_number);
  put_record(out, version);
  return out;
}

}  // namespace certreg::codec
