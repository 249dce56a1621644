// The words that sentences about changes are made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/reference.h"

namespace certreg {

// Two versions of one certificate, and the world they are judged by.
struct VersionPair {
  const CertificateVersion& before;
  const CertificateVersion& after;
  const Reference& reference;
};

// "ISO/IEC 27001 certificate IS 100"; "claimed ISO/IEC 27001 certificate" where no document is held.
std::string subject_of(const CertificateVersion& version, const Reference& reference);

std::string holder_name(const CertificateVersion& version);         // the main one; empty when none is stated
std::string holder_or_supplier(const CertificateVersion& version);  // "the supplier" when none is stated

// Whoever makes the claim, at the start of a sentence; a third party is named as one.
std::string speaker_of(const CertificateVersion& version);

std::string day_text(const std::optional<Date>& day);  // empty for none

// In one line, in quotation marks, cut after so many characters.
std::string quoted(std::string_view text, std::size_t max_characters = 200);

// Cut to what a row may hold, without line breaks.
std::string bounded(std::string_view text, std::size_t max_characters = 2000);

// "A, B and 3 more".
std::string listed(const std::vector<std::string>& names);

// The names of one list that are not in the other, case, punctuation and blanks aside.
std::vector<std::string> names_missing(const std::vector<std::string>& from,
                                       const std::vector<std::string>& in);

}  // namespace certreg
