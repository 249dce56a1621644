// What the service tells the worker about the document: one JSON object, passed as an argument, so that it
// never shares a channel with hostile bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "certreg/documents/worker.h"

namespace certreg::documents {

// To judge the signatures instead of reading the text. The roots come before the document's bytes, since they
// may be more than an argument holds.
struct SignatureOrders {
  std::size_t roots_bytes = 0;
  Instant asked{};
};

struct DrawingOrders {
  int page = 1;
  PageView view = PageView::AsPrinted;
};

struct Orders {
  ReadOptions options;
  std::string sheet = {};  // of a workbook
  int page = 0;            // the one to recognise; 0: the whole document, without recognition
  std::optional<SignatureOrders> signatures = {};
  std::optional<DrawingOrders> drawing = {};  // a page as a picture, instead of its text
};

// Below 64 KiB for selections that check_selections() lets pass; the kernel takes 128 KiB an argument.
std::string orders_json(const Orders& orders);
Orders parse_orders(std::string_view json);  // throws std::exception for what orders_json() did not write

}  // namespace certreg::documents
