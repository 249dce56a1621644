// Sentences about who issued a certificate and who accredited it. Those that begin with a blank are put
// behind another one.
#pragma once

#include <string>

#include "domain/accreditation.h"

namespace certreg {

// When the certificate bears a name that had been given up before it was issued; else empty.
Sentence late_name(const CertificateVersion& version, const FormerName* former, const std::string& name);

// What a reader may take wrongly in the name of a printed body: another body, or a name that it no longer
// bore.
Sentence remarks_on(const Issuer& issuer, const PrintedBody& accreditor);

// What leaves a printed body's recognition open. It is one of Printed::open.
Sentence open_because(const Issuer& issuer, const PrintedBody& accreditor);

}  // namespace certreg
