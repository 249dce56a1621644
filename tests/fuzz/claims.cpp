// Claims of a page written in Markdown.
#include "documents/worker/readers.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  certreg::fuzz::check_claims(certreg::worker::read_markdown(certreg::fuzz::text_of(data, size)));
  return 0;
}
