// Markdown, reStructuredText and plain text.
#include "documents/worker/readers.h"
#include "fuzz/fuzz.h"

using namespace certreg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  for (auto* read : {worker::read_markdown, worker::read_restructured, worker::read_plain}) {
    const reading::Text found = read(text);
    fuzz::require(found.pages.size() == 1, "a text without pages has one");
    for (const reading::Line& line : found.pages.front().lines)
      fuzz::require(line.level >= 0 && line.level <= 6, "headings have six levels");
  }
  return 0;
}
