#include "certreg/crypto/api_key.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace certreg::crypto {
namespace {

TEST(ApiKey, HasItsShapeAndDoesNotRepeat) {
  std::set<std::string> keys;
  for (int i = 0; i < 100; ++i) {
    const std::string key = new_api_key();
    EXPECT_TRUE(is_api_key(key)) << key;
    keys.insert(key);
  }
  EXPECT_EQ(keys.size(), 100U);
}

TEST(ApiKey, EndsInAllValuesOfTheLastFourBits) {  // 43 characters hold 258 bits: the last two are always zero
  std::set<char> last;
  for (int i = 0; i < 2'000; ++i) last.insert(new_api_key().back());
  EXPECT_EQ(std::string(last.begin(), last.end()), "048AEIMQUYcgkosw");
}

TEST(ApiKey, RefusesOtherShapes) {
  const std::string good = "crk_" + std::string(43, 'A');
  ASSERT_TRUE(is_api_key(good));
  const std::string refused[] = {"",
                                 "crk_",
                                 good + "A",
                                 good.substr(0, 46),
                                 "CRK_" + std::string(43, 'A'),
                                 "crk_" + std::string(42, 'A') + "+",
                                 "crk_" + std::string(42, 'A') + "=",
                                 "crk_" + std::string(42, 'A') + " ",
                                 "crk_" + std::string(41, 'A') + "\xc3\xa4"};
  for (const auto& text : refused) EXPECT_FALSE(is_api_key(text)) << text;
}

TEST(ApiKey, HashIsSha256) {
  EXPECT_EQ(hash_api_key("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ConstantTimeCompare, TellsEqualFromDifferent) {
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time("secret", "secret"));
  EXPECT_FALSE(equal_in_constant_time("secret", "Secret"));
  EXPECT_FALSE(equal_in_constant_time("secret", "secreT"));
  EXPECT_FALSE(equal_in_constant_time("secret", "secret1"));
  EXPECT_FALSE(equal_in_constant_time("", "s"));
}

}  // namespace
}  // namespace certreg::crypto
