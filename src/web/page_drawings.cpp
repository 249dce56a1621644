#include "web/page_drawings.h"

#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/service/document_pages.h"
#include "certreg/service/listing.h"

namespace certreg::web {

PageDrawings::Picture PageDrawings::of(service::Services& services, const DocumentId& document, int page,
                                       documents::PageView view) {
  const bool is_recognised = view == documents::PageView::AsRecognised;
  const auto key = document.value + (is_recognised ? "r" : "p") + std::to_string(page);
  if (service::find_document(services, document).erased) throw not_found("the bytes of the document");
  if (auto kept = find(key)) return kept;
  auto picture = std::make_shared<const documents::PagePicture>(
      service::draw_document_page(services, document, page, view));
  keep(key, picture);
  return picture;
}

PageDrawings::Picture PageDrawings::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Kept& one) { return one.key == key; });
  if (found == all_.end()) return nullptr;
  all_.splice(all_.begin(), all_, found);
  return found->picture;
}

void PageDrawings::keep(const std::string& key, const Picture& picture) {
  const std::lock_guard lock(mutex_);
  all_.push_front({key, picture});
  bytes_ += picture->png.size();
  while (bytes_ > kMostBytes && all_.size() > 1) {
    bytes_ -= all_.back().picture->png.size();
    all_.pop_back();
  }
}

}  // namespace certreg::web
