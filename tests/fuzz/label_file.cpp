// A file of labels as a user may add one.
#include "certreg/domain/error.h"
#include "certreg/reading/labels.h"
#include "fuzz/fuzz.h"

using namespace certreg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const EmbeddedFile file{"importers/labels/xx.yaml", fuzz::text_of(data, size)};
  try {
    const reading::Labels labels = reading::parse_labels({&file, 1});
    for (const reading::Label& label : labels.labels()) {
      if (!label.after.empty()) continue;
      const auto match = labels.longest_at(label.folded);
      fuzz::require(match.label != nullptr && match.length == label.folded.size(),
                    "a label is found by itself");
    }
    for (const reading::Phrase& phrase : labels.phrases())
      fuzz::require(labels.phrase_in(phrase.folded, phrase.kind) != nullptr, "a phrase is found in itself");
  } catch (const Error&) {
  }
  return 0;
}
