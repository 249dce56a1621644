// What people found in scopes.
#pragma once

#include <span>
#include <string>

#include "certreg/domain/certificate.h"
#include "certreg/store/database.h"

namespace certreg::store {

// Adds to each record the services that a person found in the scope of its latest issue, by the text of that
// scope; a reading of another text is asked for again. `known_at`: an instant, or "infinity".
void add_confirmed_services(Transaction& transaction, std::span<CertificateRecord> records,
                            const std::string& known_at);

}  // namespace certreg::store
