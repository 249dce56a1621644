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
  for (unsigned char c : text) {
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

}  // namespace

std::vector<DeepLink> deep_links(const Services& services, const CertificateRecord& record) {
  const auto& latest = record.latest();
  std::vector<DeepLink> links;
  if (latest.issuer)
    if (const auto* issuer = services.reference().find(*latest.issuer);
        issuer && !issuer->verify_address.empty())
      links.push_back({issuer->name, with_number(issuer->verify_address, latest.number),
                       "the issuing body's own look-up"});
  for (const auto& entry : services.registers()) {
    const bool deep = !entry.deep_link.empty() && !latest.number.empty();
    links.push_back(
        {entry.name, deep ? with_number(entry.deep_link, latest.number) : entry.address, entry.certificates});
  }
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
