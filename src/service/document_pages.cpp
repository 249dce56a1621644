#include "certreg/service/document_pages.h"

#include "certreg/service/listing.h"

namespace certreg::service {
namespace {

struct Whole {
  std::string bytes;
  documents::MediaKind kind;
};

Whole whole_document(Services& services, const DocumentId& id) {
  const auto facts = find_document(services, id);
  std::string bytes;
  if (auto more = long_document_content(services, id)) {
    while ((*more)(bytes)) continue;
  } else {
    bytes = document_content(services, id);
  }
  const auto kind = documents::sniff_media(bytes, facts.media_type, {});
  return {std::move(bytes), kind};
}

}  // namespace

documents::PagePicture draw_document_page(Services& services, const DocumentId& id, int page,
                                          documents::PageView view) {
  const auto whole = whole_document(services, id);
  return services.worker.draw(whole.bytes, whole.kind, page, view);
}

reading::Text document_text(Services& services, const DocumentId& id) {
  const auto whole = whole_document(services, id);
  documents::ReadOptions options;
  options.recognise = false;
  return services.worker.read(whole.bytes, whole.kind, options);
}

}  // namespace certreg::service
