#include "service/identity.h"

#include "certreg/domain/names.h"

namespace certreg::service {

std::string certificate_key(const CertificateVersion& version) {
  const auto number = normalise_number(version.number);
  if (number.empty()) return {};
  const auto issuer = version.issuer ? version.issuer->value : "?" + normalise_name(version.issuer_printed);
  return "certificate|" + issuer + "|" + number + "|" + version.standard.value;
}

bool is_certificate_key(const std::string& key) { return key.starts_with("certificate|"); }

std::string claim_key(const CertificateVersion& version, const std::string& address) {
  const auto claimant = version.claimant ? normalise_name(version.claimant->name) : std::string();
  // A supplier that is not in the register yet is told by its name, so that the same page again gives the
  // same key.
  const auto holder = version.holders.empty() ? std::string() : normalise_name(version.holders.front().name);
  const auto whose = version.supplier.empty() ? "?" + holder : version.supplier.value;
  return "claim|" + whose + "|" + claimant + "|" + version.standard.value + "|" + address;
}

std::vector<std::string> marks_of_claim(const CertificateVersion& version) {
  const auto own = own_claim_key(version, {}).substr(claim_key(version, {}).size());
  const auto holder = version.holders.empty() ? std::string() : normalise_name(version.holders.front().name);
  return {"", own, own + "|" + holder};
}

std::string own_claim_key(const CertificateVersion& version, const std::string& address) {
  const auto number = normalise_number(version.number);
  return claim_key(version, address) + "|" + (number.empty() ? version.edition : number);
}

}  // namespace certreg::service
