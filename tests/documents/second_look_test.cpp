#include "documents/worker/second_look.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace certreg::worker {
namespace {

using reading::Word;

Word word(const std::string& text, Box box, double confidence) {
  return {text, box, box.height, {}, confidence};
}

std::string joined(std::vector<Word> first, const std::vector<Word>& more) {
  auto words = joined_readings(std::move(first), more);
  std::ranges::stable_sort(words, {}, [](const Word& one) { return one.box.x; });
  std::string text;
  for (const auto& one : words) text += one.text + " ";
  return text;
}

TEST(SecondLook, TheSurerReadingStands) {
  const Box place{100, 100, 50, 10}, within{102, 101, 46, 8}, beside{200, 100, 50, 10};
  struct Case {
    const char* what;
    std::vector<Word> first, more;
    const char* text;
  };
  const Case cases[] = {
      {"a sure word stays",
       {word("06.07.2026", place, 0.9)},
       {word("06.07.2028", within, 0.95)},
       "06.07.2026 "},
      {"a doubtful one yields to a surer",
       {word("O6.O7.2026", place, 0.4)},
       {word("06.07.2026", within, 0.9)},
       "06.07.2026 "},
      {"a doubtful one stays before a less sure",
       {word("06.07.2026", place, 0.6)},
       {word("O6", within, 0.3)},
       "06.07.2026 "},
      {"a stroke where letters stand yields",
       {word("—", place, 0.7)},
       {word("06.07.2026", within, 0.6)},
       "06.07.2026 "},
      {"a stroke where nothing is found goes", {word("—", place, 0.7)}, {}, ""},
      {"a dash of its own width stays", {word("-", {100, 100, 4, 10}, 0.9)}, {}, "- "},
      {"a missed word is added", {word("Expiry", place, 0.9)}, {word("2026", beside, 0.9)}, "Expiry 2026 "},
      {"a logo is not", {word("Expiry", place, 0.9)}, {word("wf", beside, 0.4)}, "Expiry "},
      {"nothing", {}, {}, ""},
  };
  for (const Case& item : cases) EXPECT_EQ(joined(item.first, item.more), item.text) << item.what;
}

TEST(SecondLook, AFigureThatTwoLooksReadDifferentlyIsUnsure) {
  const Box place{100, 100, 50, 10}, same{101, 100, 49, 10}, part{100, 100, 20, 10};
  struct Case {
    const char* what;
    Word first, more;
    double confidence;
  };
  const Case cases[] = {
      {"another figure", word("2026-07-06", place, 0.95), word("2028-07-06", same, 0.9), 0.5},
      {"a letter for a figure", word("AB12I7", place, 0.95), word("AB1217", same, 0.9), 0.5},
      {"less sure than that already", word("2026", place, 0.3), word("2028", same, 0.2), 0.3},
      {"the same", word("2026-07-06", place, 0.95), word("2026-07-06", same, 0.9), 0.95},
      {"a second look that is unsure itself", word("2026", place, 0.95), word("2028", same, 0.6), 0.95},
      {"a part of the word", word("2026", place, 0.95), word("1026", part, 0.9), 0.95},
      {"another mark", word("2026-07", place, 0.95), word("2026.07", same, 0.9), 0.95},
      {"words", word("modem", place, 0.95), word("moden", same, 0.9), 0.95},
  };
  for (const Case& item : cases) {
    const auto joined = joined_readings({item.first}, {item.more});
    ASSERT_EQ(joined.size(), 1U) << item.what;
    EXPECT_EQ(joined.front().text, item.first.text) << item.what;
    EXPECT_DOUBLE_EQ(joined.front().confidence, item.confidence) << item.what;
  }
}

TEST(SecondLook, AccentsThatOneLookMissedAreTaken) {
  const Box place{100, 100, 50, 10}, same{101, 100, 49, 10};
  const auto settled = [&](const char* first, const char* more) {
    return joined_readings({word(first, place, 0.9)}, {word(more, same, 0.85)}).at(0).text;
  };
  EXPECT_EQ(settled("tjanster", "tjänster"), "tjänster");
  EXPECT_EQ(settled("ZURICH", "ZÜRICH"), "ZÜRICH");
  EXPECT_EQ(settled("tjänster", "tjanster"), "tjänster");
  EXPECT_EQ(settled("tjanster", "fjänster"), "tjanster");
}

}  // namespace
}  // namespace certreg::worker
