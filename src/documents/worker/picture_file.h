// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "certreg/documents/media.h"
#include "documents/worker/picture.h"

namespace certreg::worker {

// A page of a PNG, JPEG or TIFF file in grey, at that resolution or a lower one. Throws documents::Failure:
// Damaged, TooLarge.
Picture unpack_picture(const std::string& bytes, documents::MediaKind kind, int number, double dpi);

}  // namespace certreg::worker
