// SPDX-License-Identifier: GPL-2.0-or-later
// Linked data (JSON-LD) in pages -> flat objects.
#pragma once

#include <string>
#include <vector>

#include "certreg/reading/text.h"

namespace certreg::worker {

// The objects with a type in `body`, nested ones too; empty when it is no JSON or nested deeper than 32.
std::vector<reading::LinkedObject> linked_objects(const std::string& body);

}  // namespace certreg::worker
