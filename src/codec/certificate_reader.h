// Reads the members of a certificate in the two forms in which they come: stated by someone, or stored by us.
#pragma once

#include "codec/shapes.h"

namespace certreg::codec {

// All members that a person or a document may state, but `standard` and `edition`.
void read_stated_members(ObjectReader& reader, CertificateVersion& version, Problems& problems);

Quote quote_from(const Json& value, const std::string& path, Problems& problems);

}  // namespace certreg::codec
