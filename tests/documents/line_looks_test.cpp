// Two looks at lines in Chinese, Japanese and Korean.
#include "documents/worker/line_looks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "documents/worker/lines.h"
#include "documents/worker/word_doubt.h"

namespace certreg::worker {
namespace {

using reading::Word;

constexpr double kSize = 10;

// Words one after the other in the row at y, as wide as their characters.
WordLine line(double y, const std::vector<std::pair<std::string, double>>& words) {
  WordLine made;
  double x = 100;
  for (const auto& [text, confidence] : words) {
    const double width = kSize * static_cast<double>(text.size()) / 3;
    made.push_back({text, {x, y, width, kSize}, kSize, {}, confidence});
    x += width;
  }
  return made;
}

std::string text_of(const WordLine& words) {
  std::string text;
  for (const Word& word : words) text += word.text + (word.confidence <= reading::kDisputed ? "? " : " ");
  return text;
}

std::string joined(const WordLine& first, const WordLine& second) {
  std::string text;
  for (const WordLine& each : joined_lines({first}, {second})) text += text_of(each);
  return text;
}

TEST(LineLooks, WhatTwoSureLooksReadDifferentlyIsDoubtful) {
  struct Case {
    const char* what;
    WordLine first, second;
    const char* text;
  };
  const Case cases[] = {
      {"the same", line(0, {{"登録", 0.9}, {"範囲", 0.9}}), line(0, {{"登", 0.9}, {"録範囲", 0.9}}),
       "登録 範囲 "},
      {"another character", line(0, {{"云帆", 0.9}, {"数据", 0.9}}), line(0, {{"云由", 0.9}, {"数据", 0.9}}),
       "云帆? 数据 "},
      {"one too many", line(0, {{"运营", 0.9}, {"营", 0.9}, {"和", 0.9}}), line(0, {{"运营和", 0.9}}),
       "运营 营? 和 "},
      {"one that is lacking", line(0, {{"青空", 0.9}, {"センター", 0.9}, {"社", 0.9}}),
       line(0, {{"青空データセンター社", 0.9}}), "青空? センター? 社 "},
      {"an unsure look disputes nothing", line(0, {{"云帆", 0.9}, {"数据", 0.9}}),
       line(0, {{"云由", 0.5}, {"数据", 0.9}}), "云帆 数据 "},
      {"a column that the other takes in", line(0, {{"登録", 0.9}, {"範囲", 0.9}}), line(0, {{"範囲", 0.9}}),
       "登録 範囲 "},
  };
  for (const Case& item : cases) EXPECT_EQ(joined(item.first, item.second), item.text) << item.what;
}

TEST(LineLooks, TheSurerReadingOfALineStands) {
  EXPECT_EQ(joined(line(0, {{"株武会杜", 0.6}}), line(0, {{"株式会社", 0.95}})), "株式会社 ");
  EXPECT_EQ(joined(line(0, {{"株式会社青空", 0.8}}), line(0, {{"株式", 0.95}})), "株式会社青空 ");
}

TEST(LineLooks, ALineThatOnlyOneLookHasIsAddedWhenItIsSure) {
  EXPECT_EQ(joined(line(0, {{"登録", 0.9}}), line(40, {{"範囲", 0.9}})), "登録 範囲 ");
  EXPECT_EQ(joined(line(0, {{"登録", 0.9}}), line(40, {{"範囲", 0.6}})), "登録 ");
}

TEST(LineLooks, ALineThatIsFoundTwiceStandsOnce) {
  const auto lines = joined_lines({line(0, {{"株式", 0.9}}), line(0.5, {{"株式", 0.95}})}, {});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0][0].confidence, 0.95);
}

std::string with_latin(const WordLine& words, const Word& latin) {
  std::vector<WordLine> lines{words};
  take_latin_words(lines, {latin});
  return text_of(lines.front());
}

TEST(LineLooks, ALookForLatinLettersSettlesNumbers) {
  const auto at = [](const WordLine& words, const char* text, double confidence) {
    Word word = words.front();
    word.text = text;
    word.confidence = confidence;
    return word;
  };
  const WordLine doubtful = line(0, {{"JOQA-IM1877", 0.4}}), sure = line(0, {{"JQA-IM1877", 0.9}});
  EXPECT_EQ(with_latin(doubtful, at(doubtful, "JQA-IM1877", 0.9)), "JQA-IM1877 ");
  EXPECT_EQ(with_latin(sure, at(sure, "JQA-1M1877", 0.9)), "JQA-IM1877? ");
  EXPECT_EQ(with_latin(sure, at(sure, "JQA-IM1877", 0.5)), "JQA-IM1877 ");
  const WordLine characters = line(0, {{"年", 0.4}}), day = line(0, {{"17", 0.9}});
  EXPECT_EQ(with_latin(characters, at(characters, "4F", 0.95)), "年? ");
  EXPECT_EQ(with_latin(day, at(day, "178", 0.4)), "17 ");
}

TEST(LineLooks, OnlyLinesWithFiguresOrDoubtAreAskedForLatinLetters) {
  const std::vector<WordLine> lines{
      line(0, {{"登録番号", 0.9}, {"IM1877", 0.95}}), line(20, {{"港湾物流", 0.9}}),
      line(40, {{"Harbour", 0.95}, {"Cloud", 0.95}}), line(60, {{"Harb0ur", 0.3}})};
  const auto places = places_for_latin(lines);
  ASSERT_EQ(places.size(), 2U);
  EXPECT_LT(places[0].y, 0);
  EXPECT_GT(places[0].y + places[0].height, kSize);
  EXPECT_NEAR(places[1].y, 60 - 0.4 * kSize, 1e-9);
  EXPECT_TRUE(places_for_latin({}).empty());
}

TEST(Lines, CharactersOfALabelThatAreSetApartAreOne) {
  WordLine row = line(0, {{"発", 0.9}, {"行", 0.9}, {"日", 0.9}, {"2025", 0.9}});
  double x = 100;
  for (Word& word : row) {
    word.box.x = x;
    x += 25;
  }
  row.back().box.x += 40;
  const auto lines = lines_of(row);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].words.size(), 3U);
  EXPECT_EQ(lines[1].text, "2025");
}

TEST(Lines, CharactersThatArePlacedRoughlyAreOneName) {
  const auto lines_with = [](double gap) {
    WordLine row = line(0, {{"北斗", 0.9}, {"エネルギー", 0.9}, {"ソリューション", 0.9}});
    row.back().box.x += gap;
    return lines_of(row).size();
  };
  EXPECT_EQ(lines_with(14), 1U);
  EXPECT_EQ(lines_with(25), 2U) << "another column";
}

TEST(Lines, AWordWithoutLettersIsNoneOfThem) {
  WordLine row = line(0, {{"", 0.9}, {"", 0.9}, {"発", 0.9}, {"", 0.9}});
  double x = 100;
  for (Word& word : row) {
    word.box.x = x;
    x += 14;
  }
  std::string text;
  for (const reading::Line& one : lines_of(row)) text += one.text;
  EXPECT_EQ(text, "発");
}

}  // namespace
}  // namespace certreg::worker
