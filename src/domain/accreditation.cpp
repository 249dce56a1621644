#include "domain/accreditation.h"

#include <algorithm>

#include "certreg/domain/lifecycle.h"
#include "domain/words.h"

namespace certreg {
namespace {

bool covers(const std::optional<Date>& from, const std::optional<Date>& until, Date on) {
  return (!from || *from <= on) && (!until || on <= *until);
}

bool is_active(const Accreditation& accreditation, Date on) {
  return accreditation.status == AccreditationStatus::Active &&
         covers(accreditation.from, accreditation.until, on);
}

}  // namespace

Standing standing_of(const Issuer& issuer, const AccreditationBody& accreditor) {
  return standing_on(issuer.on(), accreditor, issuer.version.standard, issuer.facts.reference);
}

bool states_none(const CertificateVersion& version) {
  return std::any_of(
      version.accreditations.begin(), version.accreditations.end(), [](const auto& accreditation) {
        const auto text = fold_words(accreditation.printed);
        return !accreditation.body && (text == "none" || text == "unaccredited" || text == "not accredited");
      });
}

Printed read_printed(const Issuer& issuer) {
  const auto& reference = issuer.facts.reference;
  Printed printed;
  for (const auto& accreditation : issuer.version.accreditations) {
    const auto* body = accreditation.body ? reference.find(*accreditation.body) : nullptr;
    if (body == nullptr)
      body = reference.accreditation_body_of(accreditation.printed, start_of(issuer.version));
    if (body == nullptr) {
      printed.unknown = accreditation.printed;
      continue;
    }
    PrintedBody found{body, accreditation.printed, standing_of(issuer, *body)};
    if (found.standing == Standing::Recognised)
      printed.recognised.push_back(std::move(found));
    else if (found.standing == Standing::None)
      printed.unrecognised.push_back(std::move(found));
    else
      printed.open.push_back(std::move(found));
  }
  return printed;
}

bool had_ended(const Accreditation& accreditation, Date on) {
  if (accreditation.until) return *accreditation.until < on;
  return accreditation.status == AccreditationStatus::Ended;
}

bool was_active(const Accreditation& accreditation, Date on) {
  const bool ended_later = accreditation.status == AccreditationStatus::Ended && accreditation.until;
  return is_active(accreditation, on) || (ended_later && covers(accreditation.from, accreditation.until, on));
}

std::vector<const Accreditation*> accreditations_of(const Issuer& issuer,
                                                    const AccreditationBody* accreditor) {
  std::vector<const Accreditation*> found;
  for (const auto& accreditation : issuer.body->accreditations) {
    if (accreditation.standard != issuer.version.standard) continue;
    if (accreditor == nullptr || accreditation.body == accreditor->id) found.push_back(&accreditation);
  }
  return found;
}

}  // namespace certreg
