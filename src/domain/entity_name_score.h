// How likely two names are to mean one company, for ranking.
#pragma once

#include "domain/entity_name_match.h"

namespace certreg {

double name_score(NameRelation relation, const EntityName& left, const EntityName& right,
                  const WordPairing& pairing);

// Typing errors across blanks or in short words ("Andrang Heta" and "Ndrangheta"): 0 when there are too many
// for the names' length.
double joined_similarity(const EntityName& left, const EntityName& right, const WordPairing& pairing);

// One may be the other's translation, or the name of the same law's form in another language.
bool forms_are_alike(const std::vector<std::string>& left, const std::vector<std::string>& right);

}  // namespace certreg
