// SPDX-License-Identifier: GPL-2.0-or-later
// A picture of a PDF in grey, without drawing the page: drawing one decodes all that lies below it too.
#pragma once

#include "documents/worker/picture.h"

class QPDFObjectHandle;

namespace certreg::worker {

// Null for what is not plain pixels of 1 or 8 bits once it is unpacked, and for more than a million of them.
// May throw what qpdf throws.
PixPtr grey_picture(QPDFObjectHandle image);

}  // namespace certreg::worker
