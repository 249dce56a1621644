#include "service/export_table.h"

#include <initializer_list>
#include <string_view>

#include "certreg/codec/records.h"
#include "certreg/report/csv.h"

namespace certreg::service {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";  // spreadsheets know UTF-8 by it

void append(std::string& out, std::initializer_list<std::string_view> cells) {
  bool first = true;
  for (const auto cell : cells) {
    if (!first) out += ',';
    first = false;
    report::append_csv_cell(out, cell);
  }
  out += "\r\n";
}

template <class Items, class Text>
std::string joined(const Items& items, Text text) {
  std::string all;
  for (const auto& item : items) all += (all.empty() ? "" : "; ") + text(item);
  return all;
}

std::string joined(const std::vector<std::string>& texts) {
  return joined(texts, [](const std::string& text) { return text; });
}

std::string day(const std::optional<Date>& date) { return date ? date->to_string() : std::string(); }

std::string_view status_of(const CertificateVersion& version) {
  const auto status = version.statuses.empty() ? CertificateStatus::Active : version.statuses.back().status;
  return codec::status_names()[static_cast<std::size_t>(status)];
}

}  // namespace

std::string supplier_columns() {
  std::string out(kMark);
  append(out, {"supplier", "name", "country", "lei", "registration_number", "vat", "aliases", "domains"});
  return out;
}

std::string certificate_columns() {
  std::string out(kMark);
  append(out, {"holder",       "country",       "lei",         "registration_number",
               "vat",          "number",        "standard",    "edition",
               "issuer",       "accreditation", "issued",      "expires",
               "first_issued", "valid_from",    "status",      "scope",
               "services",     "sites",         "certificate", "version",
               "supplier",     "evidence"});
  return out;
}

void append_row(std::string& out, const Supplier& supplier) {
  append(out, {supplier.id.value, supplier.name, supplier.country, supplier.lei, supplier.registration_number,
               supplier.vat, joined(supplier.aliases), joined(supplier.domains)});
}

void append_row(std::string& out, const CertificateVersion& version) {
  const auto holder = version.holders.empty() ? Holder{} : version.holders.front();
  const auto accreditation =
      version.accreditations.empty() ? std::string() : version.accreditations.front().printed;
  append(out,
         {holder.name,
          holder.country,
          holder.lei,
          holder.registration_number,
          holder.vat,
          version.number,
          version.standard_printed.empty() ? version.standard.value : version.standard_printed,
          version.edition,
          version.issuer_printed.empty() && version.issuer ? version.issuer->value : version.issuer_printed,
          accreditation,
          day(version.issued),
          day(version.expires),
          day(version.first_issued),
          day(version.valid_from),
          status_of(version),
          version.scope,
          joined(version.services),
          joined(version.sites, [](const Site& site) { return site.name; }),
          version.certificate.value,
          version.id.value,
          version.supplier.value,
          codec::evidence_names()[static_cast<std::size_t>(version.evidence)]});
}

}  // namespace certreg::service
