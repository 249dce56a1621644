// What the worker answers, for the worker may be another's by then.
#include "documents/text_json.h"
#include "fuzz/fuzz.h"

using namespace certreg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string written = documents::text_json(documents::parse_text_json(fuzz::text_of(data, size)));
    fuzz::require(documents::text_json(documents::parse_text_json(written)) == written,
                  "what is written is read back");
  } catch (const documents::Failure&) {
  }
  return 0;
}
