// A page as it was fetched, by way of its character set, with a part that a definition asks for.
#include "certreg/documents/worker.h"
#include "documents/text_json.h"
#include "documents/worker/readers.h"
#include "fuzz/fuzz.h"

using namespace certreg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  documents::ReadOptions options;
  options.selections = {{"scope", "//main//li"}, {"number", "//*[contains(., 'No')]"}};
  try {
    const reading::Text text =
        worker::read_document(std::string(fuzz::text_of(data, size)), documents::MediaKind::Html, options)
            .text;
    fuzz::require(text.selected.size() == options.selections.size(), "each part is answered");
    fuzz::check_claims(text);
  } catch (const documents::Failure&) {
  }
  return 0;
}
