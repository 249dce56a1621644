// What a document looks like, for people who check what was read from it. Drawn and read in the worker at
// each call; nothing is kept.
#pragma once

#include "certreg/documents/worker.h"
#include "certreg/domain/ids.h"
#include "certreg/reading/text.h"
#include "certreg/service/services.h"

namespace certreg::service {

// Both throw NotFound when the register holds no bytes of it (any more), and documents::Failure.
documents::PagePicture draw_document_page(Services& services, const DocumentId& id, int page,
                                          documents::PageView view);
// Without words of pages that are pictures.
reading::Text document_text(Services& services, const DocumentId& id);

}  // namespace certreg::service
