// Quotes of a version that all stand at one place, such as the row of a table: the place is kept once, in
// certificate_version.quotes, and of the words those that the version does not say itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/certificate.h"

namespace certreg::store {

bool stand_at_one_place(const CertificateVersion& version);  // and there are some

// nullopt when they do not; they are in field_evidence then.
std::optional<std::string> quotes_at_one_place(const CertificateVersion& version);

// What quotes_at_one_place made of the same version's quotes.
std::vector<Quote> quotes_of_place(std::string_view json, const CertificateVersion& version);

}  // namespace certreg::store
