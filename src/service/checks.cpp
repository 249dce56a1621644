#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/certificates.h"
#include "certreg/service/register_changes.h"
#include "certreg/store/certificates.h"
#include "service/audit.h"
#include "service/new_id.h"

namespace certreg::service {
namespace {

// RFC 3986, 2.3: all but the unreserved characters.
std::string percent_encoded(const std::string& text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char letter : text) {
    const auto c = static_cast<unsigned char>(letter);
    const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").find(static_cast<char>(c)) != std::string_view::npos;
    if (plain)
      encoded += static_cast<char>(c);
    else
      encoded.append({'%', digits[c >> 4U], digits[c & 15U]});
  }
  return encoded;
}

std::string with_number(std::string pattern, const std::string& number) {
  constexpr std::string_view placeholder = "{number}";
  const auto at = pattern.find(placeholder);
  if (at != std::string::npos) pattern.replace(at, placeholder.size(), percent_encoded(number));
  return pattern;
}

bool is_issuers(const Register& entry, const CertificationBody* issuer) {
  return issuer != nullptr && !issuer->register_id.empty() && issuer->register_id == entry.id;
}

bool is_accredited_by(const CertificateVersion& version, const CertificationBody* issuer,
                      const std::string& accreditor) {
  const auto printed = [&](const PrintedAccreditation& row) {
    return row.body && row.body->value == accreditor;
  };
  const auto known = [&](const Accreditation& row) { return row.body.value == accreditor; };
  return std::any_of(version.accreditations.begin(), version.accreditations.end(), printed) ||
         (issuer && std::any_of(issuer->accreditations.begin(), issuer->accreditations.end(), known));
}

// Another body's own register lists nothing of this one's; with an unknown issuer a person has to try them
// all.
bool may_list(const Register& entry, const CertificateVersion& version, const CertificationBody* issuer) {
  if (entry.of_any_body || issuer == nullptr || is_issuers(entry, issuer)) return true;
  return !entry.accreditation_body.empty() && is_accredited_by(version, issuer, entry.accreditation_body);
}

DeepLink link_to(const Register& entry, const std::string& number) {
  const bool deep = !entry.deep_link.empty() && !number.empty();
  return {entry.name, deep ? with_number(entry.deep_link, number) : entry.address, entry.certificates};
}

}  // namespace

std::vector<DeepLink> deep_links(const Services& services, const CertificateRecord& record) {
  const auto& latest = record.latest();
  const auto* issuer = latest.issuer ? services.reference().find(*latest.issuer) : nullptr;
  std::vector<DeepLink> links;
  if (issuer && !issuer->verify_address.empty())
    links.push_back(
        {issuer->name, with_number(issuer->verify_address, latest.number), "the issuing body's own look-up"});
  for (const auto own : {true, false})
    for (const auto& entry : services.registers())
      if (is_issuers(entry, issuer) == own && may_list(entry, latest, issuer))
        links.push_back(link_to(entry, latest.number));
  return links;
}

Check record_check(Services& services, Check check, const Actor& actor) {
  const auto record = services.catalogue.certificate(check.certificate);
  if (!record) throw invalid("certificate", "is not a certificate of the register");
  if (check.checked_on > services.clock.today()) throw invalid("checked_on", "lies in the future");
  check.id = new_id(services.clock);
  check.checked_by = actor.name;
  check.recorded_at = services.clock.now();
  auto transaction = services.database.begin();
  store::insert_check(transaction, check);
  const auto change = check_recorded(check, record->latest(), services.reference());
  record_changes(transaction, {&change, 1},
                 {.at = check.recorded_at,
                  .source = {},
                  .supplier = record->latest().supplier,
                  .certificate = check.certificate,
                  .version = record->latest().id,
                  .document = {},
                  .address = check.address});
  audit(transaction, actor, "check", "certificate", check.certificate.value);
  transaction.commit();
  services.feed.refresh();
  return check;
}

}  // namespace certreg::service
