// What the fuzzers share. Each other source here but the two named `checks` and `corpus_test` is one fuzzer:
// `make fuzz` runs it, and its corpus runs as an ordinary test, in which the entry has the fuzzer's own name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "certreg/reading/draft.h"
#include "certreg/reading/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace certreg::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

void require(bool holds, std::string_view what);  // ends the process where it does not

// Of each line: its box holds the boxes of its words, and its text says them.
void check_lines(const reading::Text& text);

// Reads the certificate and the claims that a text holds, each twice: the same text gives the same drafts,
// every field that is set has a quote, and the words of quotes stand in the text.
void check_fields(const reading::Text& text);
void check_claims(const reading::Text& text);

}  // namespace certreg::fuzz
