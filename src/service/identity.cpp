#include "service/identity.h"

#include "certreg/domain/names.h"

namespace certreg::service {

std::string certificate_key(const CertificateVersion& version) {
  const auto number = normalise_number(version.number);
  if (number.empty()) return {};
  const auto issuer = version.issuer ? version.issuer->value : "?" + normalise_name(version.issuer_printed);
  return "certificate|" + issuer + "|" + number + "|" + version.standard.value;
}

std::string claim_key(const CertificateVersion& version, const std::string& address) {
  const auto claimant = version.claimant ? normalise_name(version.claimant->name) : std::string();
  return "claim|" + version.supplier.value + "|" + claimant + "|" + version.standard.value + "|" + address;
}

std::string own_claim_key(const CertificateVersion& version, const std::string& address) {
  const auto number = normalise_number(version.number);
  return claim_key(version, address) + "|" + (number.empty() ? version.edition : number);
}

}  // namespace certreg::service
