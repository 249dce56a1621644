#include "certreg/domain/names.h"

#include <gtest/gtest.h>

#include <string>

namespace certreg {
namespace {

struct Pair {
  const char *left, *right;
};

TEST(Names, OneEntityInTwoSpellingsIsOneName) {
  const Pair rows[] = {{"Acme Limited", "ACME Ltd."},
                       {"Beispiel Gesellschaft mit beschränkter Haftung", "Beispiel GmbH"},
                       {"BEISPIEL GESELLSCHAFT MIT BESCHRÄNKTER HAFTUNG", "Beispiel G.m.b.H."},
                       {"Beispiel GmbH & Co. KG", "Beispiel GmbH und Co KG"},
                       {"Esempio S.p.A.", "ESEMPIO SPA"},
                       {"Exemple S.A.S.", "Exemple, SAS"},
                       {"Przykład Sp. z o.o.", "Przykład spółka z ograniczoną odpowiedzialnością"},
                       {"株式会社サンプル", "㈱サンプル"},
                       {"示例有限责任公司", "示例有限公司"},
                       {"Ａｃｍｅ Ｉｎｃ．", "Acme, Incorporated"},
                       {"Acme™ Corp", "Acme® Corporation"},
                       {"ÖRNEK ANONİM ŞİRKETİ", "Örnek A.Ş."},
                       {"Straße AG", "STRASSE Aktiengesellschaft"},
                       {"  Acme\u00a0  Cloud–Services  LLC ", "acme cloud services L.L.C."},
                       {"Acme Public Limited Company", "Acme PLC"}};
  for (const auto& row : rows) EXPECT_EQ(normalise_name(row.left), normalise_name(row.right)) << row.left;
}

TEST(Names, TwoEntitiesStayTwoNames) {
  const Pair rows[] = {{"Acme GmbH", "Acme AG"},
                       {"Acme Ltd", "Acme PLC"},
                       {"Acme Inc", "Acme LLC"},
                       {"Acme", "Acme Ltd"},
                       {"Acme UK Ltd", "Acme Ltd"},
                       {"Muller AG", "Müller AG"},
                       {"Acme GmbH", "Acme GmbH & Co. KG"},
                       {"C++ Ltd", "C Ltd"},
                       {"Acme S.A.", "Acme S.A.S."}};
  for (const auto& row : rows) EXPECT_NE(normalise_name(row.left), normalise_name(row.right)) << row.left;
}

TEST(Names, LosesItsLegalFormForTheSearchOnly) {
  const Pair rows[] = {{"Acme Limited", "acme"},
                       {"Beispiel GmbH & Co. KG", "beispiel"},
                       {"PT Contoh Tbk", "contoh tbk"},
                       {"株式会社サンプル", "サンプル"},
                       {"AG", "ag"},
                       {"Limited Edition Ltd", "edition"}};
  for (const auto& row : rows) EXPECT_EQ(name_without_legal_form(row.left), row.right) << row.left;
}

TEST(Names, PunctuationAloneIsNoName) {
  EXPECT_EQ(normalise_name("-- . !"), "");
  EXPECT_EQ(name_without_legal_form(""), "");
}

TEST(Numbers, LettersAndDigitsOnlyAreCompared) {
  const Pair rows[] = {{"IS 616800", "IS616800"},          {"is-616800", "IS616800"},
                       {"01 153 1900524", "011531900524"}, {"２０１６－００６ａ", "2016006A"},
                       {"n°\u00a0123/b", "N123B"},         {"---", ""}};
  for (const auto& row : rows) EXPECT_EQ(normalise_number(row.left), row.right) << row.left;
}

TEST(CleanText, AcceptsWhatPeopleWrite) {
  for (const char* text : {"Acme", "Müller & Söhne", "株式会社", "عربي", "a", "Ω™"}) {
    EXPECT_TRUE(is_clean_text(text, 20)) << text;
  }
  EXPECT_TRUE(is_clean_text("日本語", 3));
}

TEST(CleanText, RefusesControlDirectionAndBrokenCharacters) {
  const std::string rows[] = {"",
                              "   ",
                              "\u00a0",
                              "a\nb",
                              "a\tb",
                              std::string("a\0b", 3),
                              "a\x7f",
                              "a\u202eb",
                              "a\u2066b",
                              "a\u200bb",
                              "\ufeff"
                              "a",
                              "a\u200f",
                              "a\u2028b",
                              "a\xff",
                              "\xc0\xaf",
                              "\xed\xa0\x80",
                              "\xf4\x90\x80\x80",
                              "a\ufffe",
                              "a\ue000",
                              "a\xe2\x82",
                              "a\u0085b"};
  for (const auto& text : rows) EXPECT_FALSE(is_clean_text(text, 20)) << testing::PrintToString(text);
  EXPECT_FALSE(is_clean_text("日本語", 2));
}

TEST(Identifiers, LeiCarriesItsCheckDigits) {
  for (const char* lei : {"5493001KJTIIGC8Y1R12", "213800WSGIIZCXF1P572"}) EXPECT_TRUE(is_lei(lei)) << lei;
  for (const char* lei : {"", "5493001KJTIIGC8Y1R13", "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R1",
                          "5493001KJTIIGC8Y1R1A", "5493001KJTIIGC8Y1R122", "5493001 JTIIGC8Y1R12"}) {
    EXPECT_FALSE(is_lei(lei)) << lei;
  }
}

TEST(Identifiers, CountryCodesAreAssignedOnes) {
  for (const char* code : {"DE", "GB", "US", "TW", "ZW", "AD"}) EXPECT_TRUE(is_country_code(code)) << code;
  for (const char* code : {"", "de", "UK", "EU", "XX", "D", "DEU", "E ", " D"}) {
    EXPECT_FALSE(is_country_code(code)) << code;
  }
}

TEST(CleanText, IsLookedAtCharacterByCharacterWhereverTheyStand) {
  const std::string plain = "Acme Cloud & Co. (Oslo) ~";
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const auto with = [&](const std::string& other) { return std::string(plain).replace(at, 1, other); };
    for (const auto* other : {"\x01", "\x1F", "\x7F", "\x80", "\xFF", "\u202E", "\u0085"})
      EXPECT_FALSE(is_clean_text(with(other), 100)) << at << testing::PrintToString(other);
    for (const auto* other : {" ", "~", "ä", "数"})
      EXPECT_TRUE(is_clean_text(with(other), plain.size())) << at << other;
  }
  for (std::size_t length = 0; length < 40; ++length) {
    EXPECT_FALSE(is_clean_text(std::string(length, ' '), 100)) << length;
    EXPECT_TRUE(is_clean_text(std::string(length, ' ') + "a", length + 1)) << length;
    EXPECT_FALSE(is_clean_text(std::string(length, ' ') + "a", length)) << length;
    EXPECT_TRUE(is_clean_text("a" + std::string(length, ' '), length + 1)) << length;
  }
}

}  // namespace
}  // namespace certreg
