// SPDX-License-Identifier: GPL-2.0-or-later
// QR codes in the picture of a page, by zbar.
#pragma once

#include <vector>

#include "certreg/reading/text.h"
#include "documents/worker/picture.h"

namespace certreg::worker {

// With boxes in points of the picture; without a page's number. Each content once.
std::vector<reading::Code> codes_in(const Picture& picture);

// The picture of nothing but a code lacks the white around it, by which readers find it.
Picture with_quiet_zone(const Picture& picture);

}  // namespace certreg::worker
