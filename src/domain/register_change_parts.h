// The parts of a certificate that are compared, each in a file of its own. What one version states and the
// other does not is told as "now states" and "no longer states", never as a change of the thing itself.
#pragma once

#include "certreg/domain/register_change.h"
#include "domain/register_change_words.h"

namespace certreg {

RegisterChanges edition_changes(const VersionPair& pair);
RegisterChanges date_changes(const VersionPair& pair);
RegisterChanges party_changes(const VersionPair& pair);     // number, issuer, holders, accreditations
RegisterChanges scope_changes(const VersionPair& pair);     // scope, services, sites, exclusions, roles, SoA
RegisterChanges standing_changes(const VersionPair& pair);  // status, evidence, declared absence

// The statuses that a first version states and that are not plainly active.
RegisterChanges first_statuses(const CertificateVersion& version, const Reference& reference);

}  // namespace certreg
