// How surely a field was read: one judgement for what is accepted without a person and for what a person is
// asked to look at.
#pragma once

#include <string_view>

#include "certreg/domain/certificate.h"

namespace certreg::reading {

// Of the fields read with this confidence or a higher one, 99 in 100 are right.
inline constexpr double kCertain = 0.9;

enum class Certainty {  // the surest first
  Certain,
  ByPerson,  // somebody entered it
  Doubtful,
  Unquoted,  // no words prove it, or not each entry of a list
};

// The quote proves the field, as its own or as that of the field it is read from: an edition by the words of
// the standard, an entry ("sites[2]") and a member of the holder by theirs.
bool proves(const Quote& quote, std::string_view field);

// Of a field that the version states, as quotes name it ("holder", "sites"). Its own quotes come before those
// of others; of several of them the surest counts, for a list the entry that was read least surely.
Certainty certainty_of(const CertificateVersion& version, std::string_view field);

}  // namespace certreg::reading
