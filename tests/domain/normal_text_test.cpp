#include "certreg/domain/normal_text.h"

#include <gtest/gtest.h>

namespace certreg {
namespace {

TEST(NormalText, OneTextWhateverWroteIt) {
  EXPECT_EQ(nfkc("Mu\u0308ller"), "Müller");
  EXPECT_EQ(nfkc("ﬁne ①"), "fine 1");
  EXPECT_EQ(nfkc("Ada"), "Ada");
  EXPECT_EQ(nfkc_caseless("STRASSE"), nfkc_caseless("Straße"));
  EXPECT_EQ(nfkc_caseless("Ada@Example.COM"), "ada@example.com");
}

}  // namespace
}  // namespace certreg
