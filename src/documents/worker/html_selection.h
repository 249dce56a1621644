// SPDX-License-Identifier: GPL-2.0-or-later
// Parts of a parsed page by XPath.
#pragma once

#include <gumbo.h>

#include <span>

#include "certreg/documents/selection.h"
#include "certreg/reading/text.h"

namespace certreg::worker {

// Adds one SelectedPart a selection to `text`, in order. Each selector may do a bounded number of operations;
// one that cannot be tried has a problem and a warning.
void read_selections(const GumboNode& root, std::span<const documents::Selection> selections,
                     reading::Text& text);

}  // namespace certreg::worker
