#include "report/document_rows.h"

#include <gtest/gtest.h>

namespace certreg::report {
namespace {

TEST(DocumentRows, SignsAreWordsWhereThereAreNoSigns) {
  EXPECT_EQ(in_words({"satisfied", Tone::Good}), "yes: satisfied");
  EXPECT_EQ(in_words({"undecided", Tone::Unsure}), "unsure: undecided");
  EXPECT_EQ(in_words({"yes", Tone::Good}), "yes") << "once";
  EXPECT_EQ(in_words({"Acme"}), "Acme");
}

}  // namespace
}  // namespace certreg::report
