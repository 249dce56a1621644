#include "reading/signals.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/domain/names.h"
#include "reading/name_shape.h"

namespace certreg::reading {
namespace {

// "X Ltd" in the scope of a certificate of "Y Ltd": whom it covers a person must see.
void add_other_entities(const CertificateVersion& version, std::vector<std::string>& signals) {
  for (const std::string& name : names_in(version.scope)) {
    const std::string key = name_without_legal_form(name);
    const bool is_holder = std::ranges::any_of(version.holders, [&](const Holder& holder) {
      const std::string held = name_without_legal_form(holder.name);
      return held.find(key) != std::string::npos || key.find(held) != std::string::npos;
    });
    if (!is_holder)
      signals.push_back(fmt::format("the scope names \"{}\", which is not the holder \"{}\"", name,
                                    version.holders.front().name));
  }
}

void add_look_alikes(const Sheet& sheet, const CertificateVersion& version,
                     std::vector<std::string>& signals) {
  for (const PrintedAccreditation& accreditation : version.accreditations) {
    const AccreditationBody* body = accreditation.body ? sheet.reference.find(*accreditation.body) : nullptr;
    const AccreditationBody* other =
        body != nullptr && body->looks_like ? sheet.reference.find(*body->looks_like) : nullptr;
    if (other != nullptr)
      signals.push_back(
          fmt::format("the certificate names \"{}\", which is not {}", accreditation.printed, other->name));
  }
}

}  // namespace

std::vector<std::string> signals_in(const Sheet& sheet, const Draft& draft) {
  const CertificateVersion& version = draft.version;
  std::vector<std::string> signals;
  if (!version.holders.empty()) add_other_entities(version, signals);
  if (!version.issuer && !version.issuer_printed.empty())
    signals.push_back(fmt::format("the issuer \"{}\" is none of the certification bodies that are known",
                                  version.issuer_printed));
  add_look_alikes(sheet, version, signals);
  return signals;
}

}  // namespace certreg::reading
