// Quotes of a version that all stand at one place, such as the row of a table, in short: the place once, and
// of the words those that the version does not say itself. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/certificate.h"

namespace certreg {

struct PlaceQuotes {
  struct Words {
    std::string field;
    std::optional<std::string> text;  // none: what the version says in this field
  };
  Quote place;  // without field and text
  std::vector<Words> words;
};

// Whether all of the version's quotes stand at one place, none of them in a box; and there are some.
bool stand_at_one_place(const CertificateVersion& version);

// nullopt when they do not.
std::optional<PlaceQuotes> quotes_at_one_place(const CertificateVersion& version);

// The same quotes at length. `version` has to say what it said when they were made short.
std::vector<Quote> quotes_of(const PlaceQuotes& quotes, const CertificateVersion& version);

// A version as it is stored: its quotes stand either in it or beside it.
struct StoredVersion {
  CertificateVersion version;
  std::optional<PlaceQuotes> quotes;  // version.quotes is empty then
};
CertificateVersion with_quotes(StoredVersion stored);

}  // namespace certreg
