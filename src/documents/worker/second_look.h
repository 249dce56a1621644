// SPDX-License-Identifier: GPL-2.0-or-later
// What recognition of a whole page missed: on a certificate, text stands in scattered places between frames,
// seals and logos, and the analysis of its layout takes some of it for a picture.
#pragma once

#include <string>
#include <vector>

#include "certreg/reading/text.h"
#include "documents/worker/picture.h"
#include "documents/worker/recogniser.h"

namespace certreg::worker {

// Two readings of one page: `more` replaces the words that it stands upon when it is surer than all of them,
// and is added where nothing stands if it is sure enough. A word with figures that both read, as different
// ones, is doubtful thereafter; letters that only `more` reads with their accents get them. Pure.
std::vector<reading::Word> joined_readings(std::vector<reading::Word> first,
                                           const std::vector<reading::Word>& more);

}  // namespace certreg::worker
