#include "certreg/domain/sentence.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

#include "certreg/domain/verdict.h"
#include "domain/say.h"

namespace certreg {
namespace {

TEST(Sentence, IsSaidInEnglishAndAsWhatItWasMadeOf) {
  const auto end = *Date::parse("2027-01-31");
  const auto sentence = say("expired", say("word.certificate"), end);
  EXPECT_EQ(sentence.text, "The certificate expired; 2027-01-31 was its last day.");
  ASSERT_EQ(sentence.said.size(), 1U);
  EXPECT_EQ(sentence.said[0].id, "expired");
  ASSERT_EQ(sentence.said[0].values.size(), 2U);
  EXPECT_EQ(sentence.said[0].values[0].id, "word.certificate");
  EXPECT_TRUE(sentence.said[0].values[1].is_day);
}

TEST(Sentence, ValuesAreNotLookedThroughAgain) {
  EXPECT_EQ(fill("{2} and {1}", {"{2}", "{1}"}), "{1} and {2}");
  EXPECT_EQ(fill("{0} {x} {", {}), "{0} {x} {");
  EXPECT_THROW(fill("{1} {2}", {"one"}), std::out_of_range);
}

TEST(Sentence, OneFollowsTheOther) {
  const auto both = say("documented") + Sentence() + say("expiring", 3, *Date::parse("2027-01-31"));
  EXPECT_EQ(both.text, "The certificate itself is held. 3 days are left until 2027-01-31.");
  EXPECT_EQ(both.said.size(), 2U);
  EXPECT_EQ(listed({say("word.edition", "2013"), say("word.number", "7")}).text, "edition 2013, number 7");
}

TEST(Sentence, EachHasANameOfItsOwn) {
  std::set<std::string_view> ids;
  for (const auto& sentence : all_sentences()) EXPECT_TRUE(ids.insert(sentence.id).second) << sentence.id;
}

TEST(Sentence, ThereIsOneForEveryCode) {
  for (const auto& code : all_codes()) {
    const auto variant = std::string(code.name) + ".";
    EXPECT_TRUE(std::ranges::any_of(all_sentences(), [&](const SentencePattern& sentence) {
      return sentence.id == code.name || sentence.id.starts_with(variant);
    })) << code.name;
  }
}

}  // namespace
}  // namespace certreg
