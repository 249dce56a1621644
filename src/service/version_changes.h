// What a new version of a certificate means for the change feed.
#pragma once

#include "certreg/service/register_changes.h"
#include "certreg/store/certificates.h"

namespace certreg::service {

// The version beside what it takes the place of: the one it corrects, else the latest issue of `known` (null:
// a new certificate, which may replace another of its supplier's).
RegisterChanges changes_of(const Services& services, const CertificateRecord* known,
                           const store::NewVersion& fresh);

// Where it was read: its document and, as quoted, the address.
ChangeContext context_of(const store::NewVersion& fresh);

std::vector<store::RecordedChange> rows_of(std::span<const RegisterChange> changes,
                                           const ChangeContext& context);

}  // namespace certreg::service
