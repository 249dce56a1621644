// Labels and fields of a plain text: its lines are read as they stand, without positions.
#include "documents/worker/readers.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  certreg::fuzz::check_fields(certreg::worker::read_plain(certreg::fuzz::text_of(data, size)));
  return 0;
}
