// What the service tells the worker.
#include "documents/orders.h"

#include <exception>

#include "fuzz/fuzz.h"

using namespace certreg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  documents::Orders orders;
  try {
    orders = documents::parse_orders(fuzz::text_of(data, size));
  } catch (const std::exception&) {
    return 0;
  }
  const std::string written = documents::orders_json(orders);
  fuzz::require(documents::orders_json(documents::parse_orders(written)) == written, "orders are read back");
  return 0;
}
