// Labels that no file knows, by the words that they are made of.
#pragma once

#include <vector>

#include "reading/sheet.h"

namespace certreg::reading {

// What a label with these words announces when a date stands beside it; Other for labels of dates that are
// not read; nullopt when they are no label of a date.
std::optional<LabelField> dated_field(LabelRoles roles);

// Short lines without a known label that a date, a number, a name or a text stands beside, and lines that
// lead in to the holder or the scope.
std::vector<Anchor> guessed_anchors(const Sheet& sheet);

}  // namespace certreg::reading
