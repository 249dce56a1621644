// Each fuzzer reads its corpus: an input that once was a finding stays one that a test reads.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "reading/world.h"

extern "C" {
using Fuzzer = int(const std::uint8_t* data, std::size_t size);
Fuzzer fuzz_pdf, fuzz_words, fuzz_fields, fuzz_claims, fuzz_dates, fuzz_html, fuzz_markup, fuzz_source,
    fuzz_label_file, fuzz_answer, fuzz_table_answer, fuzz_orders;
}

namespace certreg::fuzz {
namespace {

struct Entry {
  std::string name;
  Fuzzer* fuzzer;
};

const std::array kFuzzers{Entry{"pdf", fuzz_pdf},
                          Entry{"words", fuzz_words},
                          Entry{"fields", fuzz_fields},
                          Entry{"claims", fuzz_claims},
                          Entry{"dates", fuzz_dates},
                          Entry{"html", fuzz_html},
                          Entry{"markup", fuzz_markup},
                          Entry{"source", fuzz_source},
                          Entry{"label_file", fuzz_label_file},
                          Entry{"answer", fuzz_answer},
                          Entry{"table_answer", fuzz_table_answer},
                          Entry{"orders", fuzz_orders}};

std::filesystem::path corpora() { return reading::source_dir() / "tests/fuzz/corpus"; }

class Corpus : public testing::TestWithParam<Entry> {};

TEST_P(Corpus, IsReadWithoutFinding) {
  std::size_t files = 0;
  for (const auto& file : std::filesystem::directory_iterator(corpora() / GetParam().name)) {
    SCOPED_TRACE(file.path().filename());
    const std::string bytes = reading::file_bytes(file.path());
    EXPECT_EQ(GetParam().fuzzer(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()), 0);
    ++files;
  }
  EXPECT_GT(files, 0U);
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Corpus, testing::ValuesIn(kFuzzers),
                         [](const auto& instance) { return instance.param.name; });

TEST(Corpora, EachBelongsToAFuzzer) {
  for (const auto& folder : std::filesystem::directory_iterator(corpora()))
    EXPECT_TRUE(std::ranges::any_of(kFuzzers, [&](const Entry& entry) {
      return entry.name == folder.path().filename();
    })) << folder.path();
}

}  // namespace
}  // namespace certreg::fuzz
