// Several certificates in one document.
#pragma once

#include <vector>

#include "certreg/domain/reference.h"
#include "certreg/reading/labels.h"
#include "certreg/reading/text.h"

namespace certreg::reading {

// One text for each certificate that begins on a page of its own: with words before a holder, a standard and
// a number that no page before it carries. The text itself where there is one only.
std::vector<Text> certificates_in(const Text& text, const Labels& labels, const Reference& reference);

}  // namespace certreg::reading
