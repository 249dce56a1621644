// Pages of documents as pictures, kept in memory for a while: a page that shows one and the picture in it are
// two requests. Thread-safe.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>

#include "certreg/documents/worker.h"
#include "certreg/domain/ids.h"
#include "certreg/service/services.h"

namespace certreg::web {

class PageDrawings {
 public:
  static constexpr std::size_t kMostBytes = 48U << 20;
  using Picture = std::shared_ptr<const documents::PagePicture>;

  // Throws what service::draw_document_page() throws; what was erased is not shown from memory either.
  Picture of(service::Services& services, const DocumentId& document, int page, documents::PageView view);

 private:
  struct Kept {
    std::string key;
    Picture picture;
  };
  Picture find(const std::string& key);
  void keep(const std::string& key, const Picture& picture);

  std::mutex mutex_;
  std::list<Kept> all_;  // the one that was asked for last first
  std::size_t bytes_ = 0;
};

}  // namespace certreg::web
