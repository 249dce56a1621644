// SPDX-License-Identifier: GPL-2.0-or-later
// What differs between a signed state of a PDF and the file as it is now, object by object as a reader
// resolves them. So it does not matter how an appended part hides, replaces or points back at something: what
// a reader would show otherwise than the signer saw is a change.
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "certreg/documents/signatures.h"

namespace certreg::worker {

// Each change once, at most 50. Both documents must be opened strictly.
std::vector<documents::Change> changes_between(QPDF& before, QPDF& after);

}  // namespace certreg::worker
