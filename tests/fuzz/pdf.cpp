// A PDF as it comes, by the worker's reader within this process.
#include "certreg/documents/worker.h"
#include "documents/text_json.h"
#include "documents/worker/readers.h"
#include "fuzz/fuzz.h"

using namespace certreg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const reading::Text text = worker::read_pdf(std::string(fuzz::text_of(data, size))).text;
    fuzz::check_lines(text);
    fuzz::check_fields(text);
  } catch (const documents::Failure&) {
  }
  return 0;
}
