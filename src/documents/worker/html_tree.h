// SPDX-License-Identifier: GPL-2.0-or-later
// A parsed page as a tree that XPath can be tried on.
#pragma once

#include <gumbo.h>
#include <libxml/tree.h>

#include <memory>

namespace certreg::worker {

using Tree = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

// Names in lower case and without namespaces; `_private` of each element and text is its GumboNode. Nodes
// below the depth and above the number that are read as visible text are left out.
Tree tree_of(const GumboNode& root);

}  // namespace certreg::worker
