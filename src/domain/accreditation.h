// Whether a certification body is accredited for a standard on a day, and what a certificate prints about it.
#pragma once

#include <string>
#include <vector>

#include "domain/assessment.h"
#include "domain/recognition.h"

namespace certreg {

struct Issuer {
  const Case& facts;
  const CertificateVersion& version;
  const CertificationBody* body;  // null when not known
  std::string name;

  Date on() const { return facts.question.on; }
  std::string standard() const { return standard_name(facts.reference, version.standard); }
};

// On the asked day, for the certificate's standard.
Standing standing_of(const Issuer& issuer, const AccreditationBody& accreditor);

// The certificate says that it is not accredited.
bool states_none(const CertificateVersion& version);

// The accreditation bodies that are printed, as far as we know them.
struct PrintedBody {
  const AccreditationBody* body = nullptr;
  std::string printed;
  Standing standing = Standing::None;
};
struct Printed {
  std::vector<PrintedBody> recognised, open, unrecognised;  // open: whether it is recognised is not known
  std::string unknown;                                      // text that names none that we know
};
Printed read_printed(const Issuer& issuer);

// An accreditation that ended later was active on the day, whatever its status is now.
bool was_active(const Accreditation& accreditation, Date on);
bool had_ended(const Accreditation& accreditation, Date on);

// The known issuer's accreditations for the standard, by the body when one is given.
std::vector<const Accreditation*> accreditations_of(const Issuer& issuer,
                                                    const AccreditationBody* accreditor);

}  // namespace certreg
