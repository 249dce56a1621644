// SPDX-License-Identifier: GPL-2.0-or-later
// Fields that were added to a form after it was signed, and what they do to what is seen.
#pragma once

#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "certreg/documents/signatures.h"

namespace certreg::worker {

bool is_signature_field(const QPDFObjectHandle& field);  // by its own type or an inherited one
std::string printed_name(const QPDFObjectHandle& field);

// A signature that draws on a page counts as such: its appearance can cover what stands there.
std::optional<documents::Change> change_by_added_field(QPDFObjectHandle field);

}  // namespace certreg::worker
