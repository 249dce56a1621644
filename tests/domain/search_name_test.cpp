#include "certreg/domain/search_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/entity_latin.h"
#include "domain/words.h"

namespace certreg {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

// "acme [ltd]": weak words in brackets.
std::string shown(const std::vector<SearchWord>& words) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ' ';
    text += word.is_weak ? "[" + word.text + "]" : word.text;
  }
  return text;
}

TEST(SearchName, FoldsToLatinWords) {
  const struct {
    const char *name, *latin, *own;
  } rows[] = {
      {"Acme Limited", "acme [ltd]", ""},
      {"ACME, Ltd.", "acme [ltd]", ""},
      {"Müller & Söhne GmbH", "muller sohne [gmbh]", ""},
      {"Mueller und Soehne Gesellschaft mit beschränkter Haftung", "muller [und] sohne [gmbh]", ""},
      {"Ødegård A/S", "odegard [as]", ""},
      {"Łódź Stal sp. z o.o.", "lodz stal [sp zoo]", ""},
      {"A.B.C. Logistics", "abc logistics", ""},
      {"Limited", "ltd", ""},
      {"The Company AG", "the co ag", ""},
      {"Газпром", "gazprom", "газпром"},
      {"ООО Ромашка", "[ooo] romaska", "[ooo] ромашка"},
      {"株式会社日立", "zhu shi hui she ri li", "[kk] 日 立"},
      {"Αθήνα", "athena", "αθήνα"},
      {"Cafe\xCC\x81", "cafe", ""},  // a combining accent
      {" \t\n", "", ""},
      {"", "", ""},
      {"...", "", ""},
  };
  for (const auto& [name, latin, own] : rows) {
    const auto folded = search_name(name);
    EXPECT_EQ(shown(folded.latin), latin) << name;
    EXPECT_EQ(shown(folded.own), own) << name;
  }
}

TEST(SearchName, TheBeginningOfANameStaysItsBeginning) {
  const std::string name = "Muellersche Baeckerei";
  const auto whole = search_name(name).latin;
  for (std::size_t length = 1; length < 11; ++length)
    EXPECT_TRUE(whole[0].text.starts_with(search_name(name.substr(0, length)).latin[0].text)) << length;
}

TEST(SearchName, LooksAtNoMoreThanItsLimits) {
  EXPECT_LE(search_name(std::string(1 << 20, 'x')).latin.at(0).text.size(), kMostSearchedBytes);
  std::string many;
  for (int i = 0; i < 10000; ++i) many += "ab ";
  EXPECT_LE(search_name(many).latin.size(), kMostSearchedWords);
  std::string attached;
  for (int i = 0; i < 100; ++i) attached += "株式会社日立 ";
  EXPECT_LE(search_name(attached).latin.size(), kMostSearchedWords);
  EXPECT_LE(search_name(attached).own.size(), kMostSearchedWords);
  std::string umlauts;
  for (int i = 0; i < 10000; ++i) umlauts += "\xC3\xBC";
  EXPECT_EQ(search_name(umlauts).latin.at(0).text, std::string(kMostSearchedBytes / 2, 'u'));
}

TEST(SearchName, TakesAnyBytes) {
  for (const std::string_view bytes : {"\xFF\xFE", "a\xC3", "\xE2\x82", "\x01\x02\x7F", "\xED\xA0\x80"})
    for (const auto& word : search_name(bytes).latin) EXPECT_FALSE(word.text.empty()) << bytes;
  EXPECT_EQ(shown(search_name(std::string_view("a\0b\x01"
                                               "c",
                                               5))
                      .latin),
            "abc");
}

TEST(OtherSpellings, AreThoseOfTheLists) {
  EXPECT_THAT(other_spellings("tech"), Contains("technologies"));
  EXPECT_THAT(other_spellings("technologies"), Contains("tech"));
  EXPECT_THAT(other_spellings("intl"), Contains("international"));
  EXPECT_THAT(other_spellings("losungen"), Contains("solutions"));
  EXPECT_THAT(other_spellings("tech"), Not(Contains("tech")));
  EXPECT_THAT(other_spellings("acme"), IsEmpty());
}

// A letter that no table has sends the whole text the long way.
TEST(LatinLetters, FoldAsTheyDoBesideOthers) {
  for (char32_t c = 0x80; c <= 0x17F; ++c) {
    const std::string letter{static_cast<char>(0xC0U | (c >> 6U)), static_cast<char>(0x80U | (c & 0x3FU))};
    for (const auto& text : {"A" + letter + "b", letter + letter, letter + " x", "x " + letter}) {
      const auto folded = fold_words(text);
      EXPECT_EQ(folded + (folded.empty() ? "я" : " я"), fold_words(text + " я"))
          << static_cast<int>(c) << ' ' << text;
      EXPECT_EQ(latin_text(text + "ẃ").text, latin_text(text).text + "w")
          << static_cast<int>(c) << ' ' << text;
    }
  }
}

}  // namespace
}  // namespace certreg
