#include "domain/accreditation.h"

#include <algorithm>

#include "domain/words.h"

namespace certreg {
namespace {

bool covers(const std::optional<Date>& from, const std::optional<Date>& until, Date on) {
  return (!from || *from <= on) && (!until || on <= *until);
}

// Arrangements have sub-scopes for some standards only; for the others ISO/IEC 17021-1, which every sub-scope
// rests on.
bool has_sub_scope(const Reference& reference, const StandardId& standard) {
  for (const auto& body : reference.accreditation_bodies()) {
    for (const auto& recognition : body.recognitions) {
      const auto& names = recognition.standards;
      if (std::find(names.begin(), names.end(), standard) != names.end()) return true;
    }
  }
  return false;
}

bool is_active(const Accreditation& accreditation, Date on) {
  return accreditation.status == AccreditationStatus::Active &&
         covers(accreditation.from, accreditation.until, on);
}

}  // namespace

bool is_recognised(const Issuer& issuer, const AccreditationBody& accreditor) {
  const auto& standard = issuer.version.standard;
  const bool any_scope = !has_sub_scope(issuer.facts.reference, standard);
  return std::any_of(
      accreditor.recognitions.begin(), accreditor.recognitions.end(), [&](const Recognition& recognition) {
        const auto& names = recognition.standards;
        return covers(recognition.from, recognition.until, issuer.on()) &&
               (any_scope || names.empty() || std::find(names.begin(), names.end(), standard) != names.end());
      });
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
    if (body == nullptr) body = reference.accreditation_body_of(accreditation.printed);
    if (body == nullptr) {
      printed.unknown = accreditation.printed;
    } else {
      (is_recognised(issuer, *body) ? printed.recognised : printed.unrecognised).push_back(body);
    }
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
