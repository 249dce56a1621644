// Scanned pages through the worker.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "certreg/documents/worker.h"
#include "documents/scan_drawing.h"
#include "documents/text_json.h"
#include "documents/worker/readers.h"
#include "system/pdf_drawing.h"

namespace certreg::documents {
namespace {

using reading::TextOrigin;
using sample::Sheet;
using sample::SheetText;

const std::filesystem::path kReader = std::filesystem::path(CERTREG_BUILD_DIR) / "certreg-reader";

reading::Text read(const std::string& pdf) { return Worker(kReader).read(pdf, MediaKind::Pdf); }
reading::Text read(const Sheet& sheet) {
  const auto grey = sample::scan(sheet);
  return read(sample::scanned_pdf({grey}, {}, grey.width > grey.height ? "0 0 842 595" : "0 0 595 842"));
}

std::string words_of(const reading::Text& text) {
  std::string result;
  for (const auto& page : text.pages)
    for (const auto& line : page.lines) result += line.text + "\n";
  return result;
}

const reading::Line* line_of(const reading::Text& text, const std::string& words) {
  for (const auto& page : text.pages)
    for (const auto& line : page.lines)
      if (line.text.find(words) != std::string::npos) return &line;
  return nullptr;
}

std::vector<SheetText> english() {
  return {{150, 100, 24, "Certificate of Registration"},
          {80, 160, 11, "This is to certify that the information security management system of"},
          {80, 190, 16, "Harbour Example Networks Limited"},
          {80, 220, 11, "has been assessed against the requirements of the standard below."},
          {80, 250, 11, "Operation and support of the hosting platform, including its data centre."},
          {80, 300, 11, "Certificate number"},
          {300, 300, 11, "IS 4711-22"},
          {80, 330, 11, "Date of issue"},
          {300, 330, 11, "17 March 2025"},
          {80, 360, 11, "Valid until"},
          {300, 360, 11, "16 March 2028"}};
}

TEST(Scan, IsReadWithPlacesAndSureness) {
  const auto text = read(Sheet{.texts = english(), .noise = 0.001});
  ASSERT_EQ(text.pages.size(), 1U);
  EXPECT_EQ(text.pages[0].origin, TextOrigin::Ocr);
  EXPECT_NEAR(text.pages[0].width, 595, 1);
  EXPECT_NEAR(text.pages[0].height, 842, 1);
  EXPECT_TRUE(text.has_text);
  EXPECT_TRUE(text.whole);
  EXPECT_TRUE(text.warnings.empty()) << text.warnings.front();
  const auto* label = line_of(text, "Certificate number");
  const auto* value = line_of(text, "IS 4711-22");
  ASSERT_TRUE(label != nullptr && value != nullptr) << words_of(text);
  EXPECT_EQ(label->text, "Certificate number") << "label and value stay apart";
  EXPECT_NEAR(value->box.x, 300, 2);
  EXPECT_NEAR(value->box.y + value->box.height, 302, 3);
  EXPECT_NEAR(value->words.front().font_size, 11, 3);
  for (const auto& word : value->words) {
    EXPECT_GT(word.confidence, 0.7) << word.text;
    EXPECT_LE(word.confidence, 1) << word.text;
  }
}

TEST(Scan, IsTurnedUpright) {
  const std::pair<int, double> ways[] = {{0, -2.0}, {0, 1.5}, {90, 0.0}, {180, 1.0}, {270, 0.0}};
  for (const auto& [turn, slant] : ways) {
    const auto text = read(Sheet{.texts = english(), .slant = slant, .turn = turn});
    const auto* value = line_of(text, "16 March 2028");
    ASSERT_NE(value, nullptr) << turn << " " << slant << "\n" << words_of(text);
    EXPECT_EQ(value->text, "16 March 2028") << turn << " " << slant;
    EXPECT_GT(text.pages[0].height, text.pages[0].width) << turn;
  }
}

struct Spoken {
  const char *language, *font;
  std::vector<std::string> lines;
  const char* must_hold;
};

TEST(Scan, IsReadInItsLanguage) {
  const Spoken cases[] = {
      {"German",
       "DejaVu Sans",
       {"Hiermit wird bescheinigt, dass das Unternehmen", "Grünwälder Prüfgeräte GmbH, Schloßstraße 5",
        "ein Managementsystem für die Informationssicherheit eingeführt hat",
        "und anwendet. Das Zertifikat ist gültig bis zum 14. März 2027."},
       "Schloßstraße"},
      {"Turkish",
       "DejaVu Sans",
       {"Bu belge ile kuruluşun bilgi güvenliği yönetim sistemi", "Işıkçı Yazılım Sanayi ve Ticaret A.Ş.",
        "için uygun olduğu tarafından belgelendirilmiştir", "Geçerlilik tarihi 12.05.2027 tarihine kadar"},
       "Işıkçı"},
      {"Polish",
       "DejaVu Sans",
       {"Niniejszym zaświadcza się, że system zarządzania", "Żółć Źródło Spółka z o.o., ulica Łąkowa 7",
        "jest zgodny z wymaganiami normy w zakresie bezpieczeństwa informacji",
        "Certyfikat jest ważny do dnia"},
       "Łąkowa"},
      {"Russian",
       "DejaVu Sans",
       {"Настоящий сертификат удостоверяет, что система", "менеджмента информационной безопасности",
        "Общество с ограниченной ответственностью", "соответствует требованиям стандарта ISO/IEC 27001:2022"},
       "ответственностью"},
      {"Japanese",
       "IPAGothic",
       {"登録証", "この登録証は下記の組織の情報セキュリティマネジメントシステムが",
        "規格の要求事項に適合していることを証明します", "登録範囲: クラウドサービスの企画、開発および運用",
        "有効期限 2027年3月14日"},
       "マネジメント"},
      {"Chinese",
       "WenQuanYi Zen Hei",
       {"认证证书", "兹证明以下组织的信息安全管理体系符合标准要求",
        "认证范围: 与云计算平台的开发和运营相关的信息安全管理活动", "本证书有效期至二零二七年三月十四日",
        "证书编号 发证日期 换证日期"},
       "信息安全管理"},
      {"traditional Chinese",
       "WenQuanYi Zen Hei",
       {"認證證書", "茲證明以下組織的資訊安全管理系統符合標準要求",
        "認證範圍: 與雲端運算平臺的開發和營運相關的資訊安全管理活動", "本證書有效期至二零二七年三月十四日",
        "證書編號 發證日期 換證日期"},
       "資訊安全管理"},
      {"Korean",
       "NanumGothic",
       {"인증서", "다음 조직의 정보보호 경영시스템이 표준의 요구사항에", "적합함을 인증합니다",
        "인증 범위: 클라우드 서비스의 개발 및 운영", "유효기간 만료일 인증번호 최초 인증일"},
       "정보보호"},
      {"English with a German name",
       "DejaVu Sans",
       {"This is to certify that the information security management system of",
        "Müller Prüftechnik GmbH und Söhne, Straße des Friedens 3",
        "für die Entwicklung und den Betrieb der Software",
        "meets the requirements of the standard and is valid until 14 March 2027"},
       "Prüftechnik"},
  };
  for (const Spoken& item : cases) {
    Sheet sheet;
    double y = 120;
    for (const auto& line : item.lines) sheet.texts.push_back({60, y += 40, 15, line, item.font});
    const auto text = read(sheet);
    std::string together = words_of(text);
    std::erase(together, ' ');
    EXPECT_NE(together.find(item.must_hold), std::string::npos) << item.language << "\n" << words_of(text);
  }
}

TEST(Scan, ShowsItsCode) {
  const auto text = read(Sheet{.texts = english(), .has_code = true});
  ASSERT_EQ(text.codes.size(), 1U);
  EXPECT_EQ(text.codes[0].content, sample::kCodeAddress);
  EXPECT_EQ(text.codes[0].page, 1);
  EXPECT_NEAR(text.codes[0].box.x, 60, 3);
  EXPECT_NEAR(text.codes[0].box.width, 80, 5);
}

TEST(Scan, SaysSoWhenNothingIsOnIt) {
  const auto text = read(Sheet{});
  EXPECT_FALSE(text.has_text);
  ASSERT_FALSE(text.warnings.empty());
  EXPECT_EQ(text.warnings.back(), "the document has pictures only, no text");
}

// Text over the scan; 3 Tr hides it.
std::string layer(const std::string& rendering, const std::vector<std::string>& lines) {
  std::string content = "BT " + rendering + " /F1 11 Tf 1 0 0 1 80 682 Tm 30 TL\n";
  for (const auto& line : lines) content += "(" + line + ") Tj T*\n";
  return content + "ET";
}

TEST(Scan, AWrongLayerBehindItGivesWay) {
  const std::vector<std::string> wrong{"Thls ls fo certlfv fhaf fhe lnforrnafion secuntv rnanagernenf",
                                       "Harbcur Exarnple Nefworks Lirnifed", "Vahd unfil l6 Marcb 2O2S"};
  const auto text = read(sample::scanned_pdf({sample::scan({.texts = english()})}, layer("3 Tr", wrong)));
  EXPECT_EQ(text.pages[0].origin, TextOrigin::Ocr);
  EXPECT_NE(line_of(text, "16 March 2028"), nullptr) << words_of(text);
  EXPECT_EQ(line_of(text, "Lirnifed"), nullptr) << words_of(text);
}

TEST(Scan, WhatOnlyAPictureSaysIsAddedToFewWords) {
  const auto text =
      read(sample::scanned_pdf({sample::scan({.texts = english()})},
                               layer("0 Tr", {}) + " BT /F1 12 Tf 1 0 0 1 80 60 Tm (Printed by the "
                                                   "holder from the body's own register) Tj ET"));
  EXPECT_EQ(text.pages[0].origin, TextOrigin::TextLayer);
  const auto *own = line_of(text, "from the body's own register"), *added = line_of(text, "16 March 2028");
  ASSERT_TRUE(own != nullptr && added != nullptr) << words_of(text);
  EXPECT_EQ(own->words.front().confidence, 1);
  EXPECT_LT(added->words.front().confidence, 1);
  EXPECT_NEAR(added->box.x, 300, 3);
}

TEST(Scan, PagesWithTextAreNotRecognised) {
  const auto partial =
      worker::read_pdf(sample::draw_pdf("50 100 20 Certificate of Registration\n50 200 10 Valid until\n200 "
                                        "200 10 2027-01-31\npage\n50 90 10 1\n"));
  EXPECT_EQ(partial.pages_to_recognise, std::vector<int>{2});
}

TEST(Scan, AHugePageIsScaledDown) {
  const auto text = read(sample::scanned_pdf({sample::scan({.texts = english()})}, {}, "0 0 14400 20000"));
  EXPECT_NE(line_of(text, "16 March 2028"), nullptr) << words_of(text);
}

TEST(Scan, WithoutDataOfLanguagesItIsPicturesOnly) {
  const auto pdf = sample::scanned_pdf({sample::scan({.texts = english()})});
  const auto page = worker::recognise_page(pdf, MediaKind::Pdf, 1, "/nonexistent");
  EXPECT_TRUE(page.pages.at(0).lines.empty());
  ASSERT_EQ(page.warnings.size(), 1U);
  EXPECT_EQ(page.warnings[0], "no data to recognise characters is installed");
}

}  // namespace
}  // namespace certreg::documents
