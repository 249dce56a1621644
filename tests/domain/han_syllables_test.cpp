#include "domain/han_syllables.h"

#include <gtest/gtest.h>
#include <unicode/translit.h>

#include <memory>

#include "domain/entity_latin.h"

namespace certreg {
namespace {

std::string by_rules(const char* text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> rules(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  auto latin = icu::UnicodeString::fromUTF8(text);
  rules->transliterate(latin);
  std::string bytes;
  return latin.toUTF8String(bytes);
}

TEST(HanSyllables, AreWhatTheRulesSayOfTheWholeText) {
  for (const auto* text : {"北京", "上海微来信息技术有限公司", "微来 广州 公司", "acme 北京 7 公司", "天津",
                           "银行 银行", "行长"})
    EXPECT_EQ(latin_text(text).text, by_rules(text)) << text;
}

TEST(HanSyllables, LeaveWhatIsReadByContextOrMixedToTheRules) {
  const auto read = [](const std::string&) { return std::string("x"); };
  for (const auto* text : {"重庆", "北 重 庆", "acme北京", "北京7", "東京タワー", "北京é", "北京\xE4"})
    EXPECT_FALSE(han_syllables(text, read)) << text;
  EXPECT_EQ(latin_text("重庆").text, "chong qing");
}

// What would have to be read by context as well, if the rules come to say so.
TEST(HanSyllables, KnowEveryCharacterThatTheRulesReadByContext) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> made(
      icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
  ASSERT_TRUE(U_SUCCESS(status));
  icu::UnicodeString rules;
  made->toRules(rules, false);
  for (std::int32_t at = rules.indexOf(u'{'); at >= 0; at = rules.indexOf(u'{', at + 1)) {
    const auto character = static_cast<char32_t>(rules.char32At(at + 1));
    EXPECT_NE(kReadByContext.find(character), kReadByContext.npos) << static_cast<unsigned>(character);
  }
  EXPECT_EQ(rules.indexOf(u'|'), -1);
}

}  // namespace
}  // namespace certreg
