#include "documents/worker/layer_quality.h"

#include <gtest/gtest.h>

#include <sstream>

namespace certreg::worker {
namespace {

std::vector<reading::Word> words_of(const std::string& text) {
  std::vector<reading::Word> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back({word, {0, 0, 10, 10}, 10});
  return words;
}

std::string times(const std::string& text, int count) {
  std::string all;
  for (int time = 0; time < count; ++time) all += text + " ";
  return all;
}

const std::string kEnglish =
    "This is to certify that the information security management system of Harbour Networks meets the "
    "requirements of the standard and that it is valid until the date of expiry printed below";
// Each letter three further, as a font without a map to characters gives it.
const std::string kShifted =
    "Wklv lv wr fhuwlib wkdw wkh lqirupdwlrq vhfxulwb pdqdjhphqw vbvwhp ri Kduerxu Qhwzrunv phhwv wkh "
    "uhtxluhphqwv ri wkh vwdqgdug dqg wkdw lw lv ydolg xqwlo wkh gdwh ri hasluB sulqwhg ehorz";

TEST(Layer, IsJudgedByItsWords) {
  using enum LayerVerdict;
  const PageFacts plain, with_picture{.has_large_picture = true},
      scanned{.has_large_picture = true, .has_page_wide_picture = true, .is_invisible = true},
      background{.has_large_picture = true, .has_page_wide_picture = true};
  struct Case {
    const char* what;
    std::string text;
    PageFacts facts;
    LayerVerdict verdict;
  };
  const Case cases[] = {
      {"nothing", "", plain, Empty},
      {"a page number", "Page 1 of 3", with_picture, Empty},
      {"a page of text", times(kEnglish, 2), plain, Good},
      {"a page of text on a background", times(kEnglish, 2), background, Good},
      {"a short page without pictures", "Annex 1: this page is intentionally left blank by the issuing body",
       plain, Good},
      {"few words beside a picture", "Annex 1: this page is intentionally left blank by the issuing body",
       with_picture, Sparse},
      {"what another recognition left behind a scan", times(kEnglish, 2), scanned, Doubtful},
      {"characters for private use", times("\xEE\x80\xA1\xEE\x80\xA2\xEE\x80\xA3 \xEE\x80\xA4", 20), plain,
       Nonsense},
      {"control characters", times("\x01\x02\x03\x04 \x05\x06", 20), plain, Nonsense},
      {"replacement characters", times("\xEF\xBF\xBD\xEF\xBF\xBD", 20), plain, Nonsense},
      {"bullets of a symbol font", "\xEF\x82\xB7 " + times(kEnglish, 2), plain, Good},
      {"shifted letters", kShifted, plain, Doubtful},
      {"letters at random", times("zuqa moxek vubo tirrax pelun gado ximo rufab selbi kontra wexu dibal", 3),
       plain, Doubtful},
      {"digits amid letters", times("Th1s c3rt1ficat3 0f th3 m4nag3m3nt syst3m 1s va1id unt1l th3 dat3", 3),
       plain, Doubtful},
      {"digits amid Russian letters",
       times("С3ртификат соо7ветствия си5темы мен3джмента предпри1тия требова8иям станд4рта", 3), plain,
       Doubtful},
      {"codes", times("04425IS10187R2M 91370299MA0XXXX71R 登録証 組織 範囲 規格 有効期間 発行日 適用", 4),
       plain, Good},
      {"a table of names and numbers", times("GmbH ISMS AWS-2024 Frankfurt Berlin Site and the address", 6),
       plain, Good},
      {"Japanese", times("登録証はこの組織の 情報セキュリティ", 10), plain, Good},
      {"figures amid Chinese letters",
       times("发证日期2025年8月15日有效期至2028年8月21日 地址上海市虚构路299号7号楼", 10), plain, Good},
      {"figures amid Korean letters", times("발행일 2025년8월15일까지 서울특별시 중구 3층7호", 8), plain,
       Good},
      {"Russian", times("Настоящий сертификат удостоверяет соответствие требованиям стандарта", 8), plain,
       Good},
  };
  for (const Case& item : cases)
    EXPECT_EQ(judge_layer(words_of(item.text), item.facts), item.verdict) << item.what;
}

TEST(Layer, GivesWayToARecognitionThatKnowsMoreWords) {
  EXPECT_TRUE(is_recognition_better(words_of(kShifted), words_of(kEnglish), false));
  EXPECT_FALSE(is_recognition_better(words_of(kEnglish), words_of(kShifted), false));
  EXPECT_FALSE(is_recognition_better(words_of(kEnglish), words_of(kEnglish), false));
  EXPECT_TRUE(is_recognition_better(words_of(kEnglish), words_of(kEnglish), true));
  EXPECT_FALSE(is_recognition_better(words_of(kEnglish), words_of(kShifted), true));
}

}  // namespace
}  // namespace certreg::worker
