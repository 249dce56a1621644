#include "reading/segments.h"

#include <gtest/gtest.h>

#include "reading/lines.h"

namespace certreg::reading {
namespace {

std::string joined(const std::vector<Segment>& segments) {
  std::string result;
  for (const Segment& segment : segments) result += (result.empty() ? "" : "; ") + segment.text;
  return result;
}

std::string segments_in(const std::vector<Placed>& lines, std::string* watermarks = nullptr) {
  std::vector<Segment> marks;
  std::string result = joined(segments_of(text_of(lines), marks));
  if (watermarks != nullptr) *watermarks = joined(marks);
  return result;
}

TEST(Segments, LettersSetApartAreOneWord) {
  const std::pair<std::string, std::string> cases[] = {
      {"C E R T I F I C A T E", "CERTIFICATE"},
      {"C E R T I F I C A T E of registration", "CERTIFICATE of registration"},
      {"기 업 명 : 항구", "기업명 : 항구"},
      {"A B", "A B"},
      {"Plan A B C", "Plan ABC"},
      {"a b c d", "a b c d"},
      {"1 2 3 4", "1 2 3 4"},
      {"Harbour Cloud GmbH", "Harbour Cloud GmbH"},
  };
  for (const auto& [printed, read] : cases) EXPECT_EQ(segments_in({{60, 100, 10, printed}}), read) << printed;
}

// Each letter is a word of its own; between words the gap is wider.
TEST(Segments, LettersSetApartKeepTheirWords) {
  Text text = text_of({{60, 100, 10, "P R E S S R E L E A S E N O W"}});
  Line& line = text.pages.front().lines.front();
  line.words.clear();
  double x = 60;
  for (const char letter : std::string("PRESS RELEASE NOW")) {
    if (letter != ' ') line.words.push_back({std::string(1, letter), {x, 100, 6, 10}, 10, "Sans"});
    x += letter == ' ' ? 4 : 7;
  }
  std::vector<Segment> marks;
  EXPECT_EQ(joined(segments_of(text, marks)), "PRESS RELEASE NOW");
}

TEST(Segments, WatermarksArePutAside) {
  std::string marks;
  EXPECT_EQ(
      segments_in(
          {{60, 100, 60, "SPECIMEN"}, {60, 110, 10, "Harbour Cloud GmbH"}, {60, 400, 60, "Certificate"}},
          &marks),
      "Harbour Cloud GmbH; Certificate");
  EXPECT_EQ(marks, "SPECIMEN");
}

TEST(Segments, LettersSetAskewAreOneMark) {
  std::vector<Placed> lines{{60, 60, 10, "Harbour Cloud GmbH"}, {60, 700, 10, "Harbour quay"}};
  const std::string word = "SUSPENDED";
  for (std::size_t at = 0; at < word.size(); ++at) {
    const auto step = static_cast<double>(at) * 50;
    lines.insert(lines.begin() + 1, {60 + step, 600 - step, 40, std::string(1, word[at])});
    lines.push_back({60, 705 + step / 10, 10, "Harbour quay"});
  }
  std::string marks;
  EXPECT_EQ(segments_in(lines, &marks).find("S;"), std::string::npos);
  EXPECT_EQ(marks, "SUSPENDED");
}

TEST(Segments, NoWatermarkIs) {
  const std::vector<Placed> cases[] = {
      {{60, 100, 30, "Certificate"}, {60, 140, 10, "Harbour Cloud GmbH"}},      // below it
      {{60, 100, 14, "Certificate"}, {60, 100, 10, "Harbour Cloud GmbH"}},      // nearly as large
      {{60, 100, 60, "Certificate"}, {60, 110, 10, "TM"}},                      // a sign
      {{60, 100, 60, "Certificate"}, {60, 110, 10, "Harbour Cloud GmbH", 1}}};  // on another page
  for (const auto& lines : cases) {
    std::string marks;
    segments_in(lines, &marks);
    EXPECT_EQ(marks, "") << lines[1].text << " " << lines[1].y;
  }
}

Text plain(const std::string& words) {
  Text text;
  text.media_type = "text/plain";
  text.pages = {{}};
  Line line;
  line.text = words;
  text.pages.front().lines.push_back(line);
  return text;
}

TEST(Segments, PlainLinesAreCutAtTwoBlanks) {
  std::vector<Segment> marks;
  const auto segments = segments_of(plain("Holder  Harbour Cloud GmbH\tBerlin   "), marks);
  EXPECT_EQ(joined(segments), "Holder; Harbour Cloud GmbH; Berlin");
  EXPECT_LT(segments[0].box.x, segments[1].box.x);
  EXPECT_EQ(segments[0].box.y, segments[1].box.y);
  EXPECT_FALSE(segments[0].has_position);
  EXPECT_EQ(segments[0].page, 0);
}

// "10000583310-MSC 28 May 2025" below "Certificate no.:" and "Date of issue:".
TEST(Segments, AValueThatNearlyFillsItsColumnEndsWhereTheNextLabelBegins) {
  const auto row = [](double second) {
    Text text = text_of({{60, 100, 8, "Certificate no.:"}, {210, 100, 8, "Date of issue:"}});
    Line line = line_at({60, 115, 10, "10000583310-MSC 28 May 2025"});
    const auto word = [](const char* words, double x, double width) {
      return Word{words, {x, 115, width, 10}, 10, "Sans"};
    };
    line.words = {word("10000583310-MSC", 60, 142), word("28", second, 10), word("May", second + 13, 15),
                  word("2025", second + 31, 20)};
    text.pages.front().lines.push_back(line);
    std::vector<Segment> marks;
    return joined(segments_of(text, marks));
  };
  EXPECT_EQ(row(210), "Certificate no.:; Date of issue:; 10000583310-MSC; 28 May 2025");
  EXPECT_EQ(row(205), "Certificate no.:; Date of issue:; 10000583310-MSC 28 May 2025");
}

TEST(Segments, RecognitionPartsNoLettersOfChineseAndJapanese) {
  const auto read_as = [](TextOrigin origin) {
    Text text = text_of({{60, 100, 10, "株 式会社港湾物 流 Harbour Cloud"}});
    text.pages.front().origin = origin;
    std::vector<Segment> marks;
    return joined(segments_of(text, marks));
  };
  EXPECT_EQ(read_as(TextOrigin::Ocr), "株式会社港湾物流 Harbour Cloud");
  EXPECT_EQ(read_as(TextOrigin::TextLayer), "株 式会社港湾物 流 Harbour Cloud");
}

TEST(Segments, ADisputedWordMakesItsLineUnsure) {
  Text text = text_of({{60, 100, 10, "Harbour Cloud GmbH"}});
  text.pages.front().origin = TextOrigin::Ocr;
  auto& words = text.pages.front().lines.front().words;
  words = {{"Harbour", {}, 10, "Sans", 0.96}, {"Cloud", {}, 10, "Sans", 0.96}, {"GmbH", {}, 10, "Sans", 0.5}};
  std::vector<Segment> marks;
  EXPECT_EQ(segments_of(text, marks).front().confidence, 0.55);
  words.back().confidence = 0.7;
  EXPECT_GT(segments_of(text, marks).front().confidence, 0.8);
}

TEST(Segments, RowsOfTablesGiveTheirCells) {
  Text text = plain("Holder | | Harbour Cloud GmbH");
  text.pages.front().lines.front().cells = {"Holder", "", "Harbour Cloud GmbH"};
  std::vector<Segment> marks;
  EXPECT_EQ(joined(segments_of(text, marks)), "Holder; Harbour Cloud GmbH");
}

TEST(Segments, TheMeanAndTheLeastSureWordAndTheFontOfMostLetters) {
  Text text = text_of({{60, 100, 10, "Harbour Cloud"}});
  text.pages.front().origin = TextOrigin::Ocr;
  text.pages.front().lines.front().words = {{"Harbour", {}, 10, "ABCDEF+Sans", 0.9},
                                            {"Cloud", {}, 10, "Serif", 0.6}};
  std::vector<Segment> marks;
  const auto segments = segments_of(text, marks);
  EXPECT_DOUBLE_EQ(segments.front().confidence, 0.75);
  EXPECT_EQ(segments.front().least_confidence, 0.6);
  EXPECT_EQ(segments.front().font, "Sans");
  const Quote quote = quote_of(segments.front(), "holder", "Harbour", 0.5);
  EXPECT_EQ(quote.method, ReadingMethod::Ocr);
  EXPECT_EQ(quote.page, 1);
  EXPECT_TRUE(quote.box);
}

}  // namespace
}  // namespace certreg::reading
