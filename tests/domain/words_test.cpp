#include "domain/words.h"

#include <gtest/gtest.h>

namespace certreg {
namespace {

// A letter beyond ASCII at the end sends the same text through the tables of Unicode.
TEST(FoldWords, IsTheSameForAsciiAsByTheTables) {
  for (char c = 1; c > 0 && c < 127; ++c)
    for (const std::string& around : {std::string("a"), std::string("A "), std::string()}) {
      const auto text = around + c + "B";
      EXPECT_EQ(fold_words(text) + "\u00e9", fold_words(text + "\u00e9")) << static_cast<int>(c);
    }
}

TEST(FoldWords, DropsTradeMarksAndRunsOfPunctuation) {
  EXPECT_EQ(fold_words("Acme\u2122 -- Mail, (Plus)"), "acme mail plus");
  EXPECT_EQ(fold_words("  C++ | C#  "), "c++ c");
  EXPECT_EQ(fold_words(""), "");
}

}  // namespace
}  // namespace certreg
