#include "codec/surely_storable.h"

#include <algorithm>

#include "certreg/domain/names.h"

namespace certreg::codec {
namespace {

constexpr std::size_t kName = 300, kScope = 20'000, kItem = 500, kItems = 5000;

// Bytes count where the reader counts characters.
bool is_line(const std::string& text, std::size_t longest) {
  return text.empty() || (text.size() <= longest && is_clean_text(text, longest));
}

// Of several lines.
bool is_passage(const std::string& text, std::size_t longest) {
  if (text.find_first_of("\n\r\t") == text.npos) return is_line(text, longest);
  auto line = text;
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return is_line(line, longest);
}

bool is_stated(const std::string& text, std::size_t longest) {
  return !text.empty() && is_line(text, longest);
}

bool is_country(const std::string& text) { return text.empty() || is_country_code(text); }

template <class Items, class Is>
bool all(const Items& items, Is is) {
  return items.size() <= kItems && std::all_of(items.begin(), items.end(), is);
}

bool are_lines(const std::vector<std::string>& texts) {
  return all(texts, [](const std::string& text) { return is_stated(text, kItem); });
}

bool is_good(const Holder& holder) {
  return is_stated(holder.name, kName) && is_line(holder.role, 20) && is_passage(holder.address, kItem) &&
         is_country(holder.country) && (holder.lei.empty() || is_lei(holder.lei)) &&
         is_line(holder.registration_number, 50) && is_line(holder.vat, 30);
}

bool is_good(const Site& site) {
  return is_stated(site.name, kName) && is_passage(site.address, kItem) && is_country(site.country) &&
         is_passage(site.scope, kScope);
}

bool is_good(const PrintedAccreditation& accreditation) {
  return is_stated(accreditation.printed, kName) && is_line(accreditation.number, 100) &&
         (!accreditation.body || is_line(accreditation.body->value, 100));
}

bool is_kept(Date day) { return day.year() >= 1900 && day.year() <= 2199; }
bool is_kept(const std::optional<Date>& day) { return !day || is_kept(*day); }

bool is_good(const StatusInterval& interval) {
  return is_stated(interval.said_by, kName) && is_kept(interval.from) && is_kept(interval.until) &&
         (!interval.until || interval.from <= *interval.until) && are_lines(interval.sites) &&
         are_lines(interval.services);
}

bool is_good(const Quote& quote) {
  return is_stated(quote.field, 100) && is_passage(quote.text, kScope) && is_line(quote.document.value, 64) &&
         is_line(quote.address, 2000) && quote.page >= 0 && quote.page <= 100'000'000;
}

template <class Items>
bool are_good(const Items& items) {
  return all(items, [](const auto& item) { return is_good(item); });
}

bool has_good_identity(const CertificateVersion& version) {
  return is_line(version.id.value, kName) && is_line(version.certificate.value, kName) &&
         is_line(version.supplier.value, kName) && is_line(version.standard.value, kName) &&
         is_line(version.edition, kName) && is_line(version.standard_printed, kName) &&
         is_line(version.number, 100) && (!version.issuer || is_line(version.issuer->value, 100)) &&
         is_line(version.issuer_printed, kName) && is_line(version.issue_number, 50) &&
         (!version.parent || is_line(version.parent->value, 36)) && is_line(version.parent_number, 100);
}

bool has_good_dates(const CertificateVersion& version) {
  return is_kept(version.issued) && is_kept(version.decided) && is_kept(version.first_issued) &&
         is_kept(version.valid_from) && is_kept(version.expires) && is_kept(version.previous_expiry) &&
         is_kept(version.recertification_audited) && is_kept(version.soa_date);
}

bool has_good_scope(const CertificateVersion& version) {
  const auto is_count = [](int pages) { return pages >= 0 && pages <= 10'000; };
  return is_passage(version.scope, kScope) && is_line(version.scope_language, 35) &&
         are_lines(version.services) && version.scope_items.empty() && are_good(version.sites) &&
         are_lines(version.exclusions) && version.roles.empty() && is_line(version.soa_version, 200) &&
         is_count(version.pages_held) && is_count(version.pages_stated);
}

}  // namespace

bool is_surely_storable(const CertificateVersion& version) {
  return has_good_identity(version) && has_good_dates(version) && has_good_scope(version) &&
         are_good(version.holders) && are_good(version.statuses) && are_good(version.accreditations) &&
         are_good(version.quotes) && (!version.claimant || is_line(version.claimant->name, kName)) &&
         is_line(version.recorded_by, kName) && is_line(version.reason, 1000);
}

bool is_surely_storable(const Supplier& supplier) {
  const auto are = [](const std::vector<std::string>& texts, std::size_t longest) {
    return texts.size() <= 100 && std::all_of(texts.begin(), texts.end(), [&](const std::string& text) {
             return is_stated(text, longest);
           });
  };
  return is_line(supplier.id.value, kName) && supplier.version >= 1 && supplier.version <= 1'000'000'000 &&
         is_stated(supplier.name, kName) && are(supplier.aliases, kName) && is_line(supplier.country, 2) &&
         is_line(supplier.lei, 20) && is_line(supplier.registration_number, 50) &&
         is_line(supplier.vat, 30) && are(supplier.domains, 253) && supplier.groups.empty() &&
         is_line(supplier.recorded_by, kName) && is_line(supplier.reason, 1000);
}

}  // namespace certreg::codec
