// A page of a document as a picture, at /documents/{sha256}/pages/{n}.png: as it is printed, or with
// ?as=recognised as its characters were recognised.
#pragma once

#include <string>

#include "certreg/documents/worker.h"
#include "web/visit.h"

namespace certreg::web {

std::string picture_address(const DocumentId& document, int page, documents::PageView view);

Drawn page_picture(const Visit& visit);

}  // namespace certreg::web
