// The source of a page: strings in JavaScript and text between tags.
#include "documents/worker/readers.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  certreg::fuzz::check_claims(certreg::worker::read_source(certreg::fuzz::text_of(data, size)));
  return 0;
}
