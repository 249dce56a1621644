// What a version says in a field, as lines of text, whole: all that would be written with it. Pure.
#pragma once

#include <string>
#include <vector>

#include "web/proposal_fields.h"

namespace certreg::web {

// An entry a line; empty: nothing.
std::vector<std::string> lines_of(const Field& field, const CertificateVersion& version,
                                  const Reference& reference, Language language);

// Blanks, case, punctuation and the order of a list are no difference.
bool says_the_same(const Field& field, const CertificateVersion& one, const CertificateVersion& other,
                   const Reference& reference);

struct Line {
  std::string text;
  bool is_only_here = false;  // the other version has no such line
};
// The lines that `other` has not stand first; null: there is none to compare with.
std::vector<Line> lines_beside(const Field& field, const CertificateVersion& version,
                               const CertificateVersion* other, const Reference& reference,
                               Language language);

}  // namespace certreg::web
