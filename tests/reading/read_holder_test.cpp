// Whose certificate it is, where labels do not say so.
#include <gtest/gtest.h>

#include "certreg/reading/read_certificate.h"
#include "reading/lines.h"

namespace certreg::reading {
namespace {

Draft read(const std::vector<Placed>& lines) {
  const Paper paper(lines);
  Draft draft;
  read_holder(paper.sheet, draft);
  return draft;
}

std::string holder_of(const std::vector<Placed>& lines) {
  const Draft draft = read(lines);
  return draft.version.holders.empty() ? std::string() : draft.version.holders.front().name;
}

TEST(ReadHolder, IsNoSurerThanItsLettersWhereverItStands) {
  const std::vector<Placed> lines{{60, 120, 10, "This is to certify that the management system of"},
                                  {60, 140, 16, "厦门支付服务有限公司"},
                                  {60, 160, 10, "福建省厦门市环岛路999号"},
                                  {60, 190, 10, "meets the requirements of ISO/IEC 27001:2022"}};
  const auto read_as = [&](double confidence) {
    Text text = text_of(lines);
    text.pages.front().origin = TextOrigin::Ocr;
    for (Line& line : text.pages.front().lines)
      for (Word& word : line.words) word.confidence = 0.95;
    text.pages.front().lines[1].words.front().confidence = confidence;
    const Sheet sheet(text, labels(), world());
    Draft draft;
    read_holder(sheet, draft);
    return draft;
  };
  EXPECT_EQ(read_as(0.95).version.holders.front().name, "厦门支付服务有限公司");
  EXPECT_TRUE(read_as(0.5).version.holders.empty()) << "a character may be lost";
  EXPECT_EQ(read_as(0.5).ambiguities.front().candidates.front().value, "厦门支付服务有限公司");
}

TEST(ReadHolder, OverItsCaptionInBrackets) {
  EXPECT_EQ(holder_of({{60, 170, 11, "Цей сертифікат засвідчує, що система управління, впроваджена"},
                       {122, 200, 16, "КП «Маяк» Вигаданської обласної ради"},
                       {197, 217, 8, "(назва організації / name)"},
                       {200, 236, 12, "21999, м. Вінниця, пл. Придумана, 1"},
                       {60, 270, 11, "відповідає вимогам ISO/IEC 27001:2022"}}),
            "КП «Маяк» Вигаданської обласної ради");
}

TEST(ReadHolder, ScrapsOfATitleAreNone) {
  for (const char* scrap : {"登", "Certification"})
    EXPECT_EQ(holder_of({{60, 120, 10, "This is to certify that the management system of"},
                         {60, 140, 16, scrap},
                         {60, 160, 10, "meets the requirements of ISO/IEC 27001:2022"}}),
              "")
        << scrap;
}

TEST(ReadHolder, WithItsSubsidiaries) {
  EXPECT_EQ(holder_of({{60, 60, 30, "Certificate of Registration"},
                       {60, 120, 10,
                        "Good Certification Limited certifies that the following operates a system that"},
                       {60, 134, 10, "conforms to the requirements of ISO/IEC 27001:2022"},
                       {60, 200, 20, "Harbour Holdings, LLC and its wholly owned"},
                       {60, 226, 20, "subsidiaries"},
                       {60, 250, 10, "One Quay Plaza, Atlanta, Georgia 30399, United States"}}),
            "Harbour Holdings, LLC and its wholly owned subsidiaries");
}

TEST(ReadHolder, WithoutALabelTheNameThatStandsApartOverAnAddress) {
  const std::vector<Placed> lines{
      {60, 200, 10, "In witness of its merits and of those of all its people"},
      {60, 300, 16, "Harbour Cloud GmbH"},
      {60, 320, 10, "Quay Street 1, 10115 Berlin, Germany"},
      {60, 360, 10, "has been assessed and found to conform to the requirements of"}};
  EXPECT_EQ(holder_of(lines), "Harbour Cloud GmbH");
}

TEST(ReadHolder, ANameInRunningText) {
  EXPECT_EQ(holder_of({{60, 300, 10, "Let it be known to all that Harbour Cloud GmbH, of Quay Street,"},
                       {60, 312, 10, "has been assessed and found to conform to the requirements of"}}),
            "Harbour Cloud GmbH");
  EXPECT_EQ(holder_of({{60, 300, 10, "Let it be known to all that an audit by Harbour Cloud GmbH was made,"},
                       {60, 312, 10, "has been assessed and found to conform to the requirements of"}}),
            "");
}

TEST(ReadHolder, WordsOfASentenceOrASystemAreNone) {
  const std::vector<Placed> name{{60, 100, 10, "This is to certify that"},
                                 {60, 120, 16, "Harbour Cloud GmbH"}};
  for (const char* words : {"The validity is subject to the organization's continued conformity with it",
                            "IT IS HEREBY CERTIFIED THAT THE BUSINESS CONTINUITY MANAGEMENT SYSTEM OF"}) {
    auto lines = name;
    lines.push_back({60, 600, 10, words});
    const Draft draft = read(lines);
    EXPECT_TRUE(draft.ambiguities.empty()) << words;
    ASSERT_EQ(draft.version.holders.size(), 1U) << words;
    EXPECT_EQ(draft.version.holders.front().name, "Harbour Cloud GmbH");
  }
}

TEST(ReadHolder, ANumberIsNone) {
  EXPECT_EQ(holder_of({{60, 100, 10, "This is to certify that the management system of"},
                       {60, 120, 16, "MUTU-SMKI/231"},
                       {60, 140, 16, "Harbour Cloud GmbH"}}),
            "Harbour Cloud GmbH");
}

TEST(ReadHolder, UnderOneOfSeveralHeadings) {
  EXPECT_EQ(holder_of({{60, 100, 8, "Unternehmen", 0, "Bold"},
                       {300, 100, 8, "Sitzplatz", 0, "Bold"},
                       {60, 112, 10, "Harbour Cloud GmbH"},
                       {300, 112, 10, "Kai 1, 10115 Berlin"}}),
            "Harbour Cloud GmbH");
}

TEST(ReadHolder, BehindANumberedLabel) {
  EXPECT_EQ(holder_of({{60, 100, 10, "2. FIRM: Harbour Cloud Limited of Acacia Point, Quay Lane, Nairobi"}}),
            "Harbour Cloud Limited");
}

TEST(ReadHolder, TwoCompaniesOverTwoLines) {
  EXPECT_EQ(holder_of({{60, 260, 10, "Dit certificaat is verleend aan"},
                       {60, 290, 14, "Haven Cloud B.V. en"},
                       {60, 306, 14, "Haven Diensten B.V."},
                       {60, 330, 10, "Kade 1, 1011 AB Amsterdam"}}),
            "Haven Cloud B.V. en Haven Diensten B.V.");
}

TEST(ReadHolder, TheLastLineOfANameIsNoneOfItsOwn) {
  EXPECT_EQ(holder_of({{60, 190, 16, "KIZILIRMAK SAĞLIK BİLİŞİMİ VE YAZILIM HİZMETLERİ"},
                       {120, 209, 16, "TİCARET LİMİTED ŞİRKETİ"},
                       {100, 240, 10, "Üniversite Mah. Teknokent Cad. No: 21 İç Kapı No: 7"},
                       {100, 252, 10, "40999 Merkez / KIRŞEHİR"},
                       {60, 280, 10, "kuruluşunda uygulanmakta olan Bilgi Güvenliği Yönetim Sisteminin"}}),
            "KIZILIRMAK SAĞLIK BİLİŞİMİ VE YAZILIM HİZMETLERİ TİCARET LİMİTED ŞİRKETİ");
}

// Over the address, which is set in another font.
std::string over_lines(const std::vector<std::string>& name, const std::string& font = "Bold") {
  std::vector<Placed> lines{{60, 100, 10, "This is to certify that the management system of"}};
  double y = 130;
  for (const std::string& line : name) {
    lines.push_back({60, y, 12, line, 0, font});
    y += 13;
  }
  lines.push_back({60, y + 8, 10, "Quay Street 1, 10115 Berlin, Germany"});
  lines.push_back({60, y + 60, 10, "has been assessed and found to conform to the requirements of"});
  return holder_of(lines);
}

TEST(ReadHolder, GoesOnWhereALineStopsInTheMiddle) {
  EXPECT_EQ(over_lines({"HARBOUR DATA OF THE CITIES OF THE COAST AND OF", "THEIR INLAND TERMINALS (HDC)"}),
            "HARBOUR DATA OF THE CITIES OF THE COAST AND OF THEIR INLAND TERMINALS (HDC)");
  EXPECT_EQ(
      over_lines({"Harbour Holdings, Inc. and its", "wholly owned subsidiaries Quay Clinical",
                  "Cloud B.V. and Quay India Private", "Limited *"}),
      "Harbour Holdings, Inc. and its wholly owned subsidiaries Quay Clinical Cloud B.V. and Quay India "
      "Private Limited");
  EXPECT_EQ(over_lines({"Harbour Rail Corporation Limited (A Government of Coastland", "Undertaking)"}),
            "Harbour Rail Corporation Limited (A Government of Coastland Undertaking)");
  EXPECT_EQ(over_lines({"Harbour Cloud Corporation, Global IT", "Service Center"}),
            "Harbour Cloud Corporation, Global IT Service Center");
  EXPECT_EQ(
      over_lines({"Harbour Care Holding SE with its subsidiaries", "Quay Data GmbH and Quay Salud, S.L."}),
      "Harbour Care Holding SE with its subsidiaries Quay Data GmbH and Quay Salud, S.L.");
  EXPECT_EQ(over_lines({"Harbour Cloud Limited", "Quay House"}), "Harbour Cloud Limited")
      << "a name that ends in its legal form is whole";
}

TEST(ReadHolder, IsWholeWhereTheAddressHasALabelOfItsOwn) {
  EXPECT_EQ(holder_of({{70, 100, 10, "登録組織"},
                       {160, 100, 10, "株式会社港湾ホールディングス インフラ"},
                       {160, 112, 10, "ストラクチャー統括部"},
                       {70, 132, 10, "所在地"},
                       {160, 132, 10, "神奈川県川崎市幸区架空台二丁目88番地"}}),
            "株式会社港湾ホールディングス インフラストラクチャー統括部");
}

TEST(ReadHolder, ASentenceThatNamesABodyIsNone) {
  EXPECT_EQ(
      holder_of({{60, 100, 10, "The certification body of Good Cert confirms that the organization"},
                 {60, 130, 14, "HARBOUR CLOUD ANONİM ŞİRKETİ", 0, "Bold"},
                 {60, 150, 10, "Quay Street 1, 10115 Berlin, Germany"},
                 {60, 170, 10, "Σύμφωνα με τις διαδικασίες της HARBOUR, πιστοποιείται με το παρόν ότι"}}),
      "HARBOUR CLOUD ANONİM ŞİRKETİ");
}

TEST(ReadHolder, WhatBelongsToTheName) {
  const auto named = [](const std::string& first, const std::string& second) {
    std::vector<Placed> lines{{60, 100, 10, "This is to certify that the management system of"},
                              {60, 120, 14, first}};
    if (!second.empty()) lines.push_back({60, 135, 14, second});
    lines.push_back({60, 170, 10, "has been assessed and found to conform to the requirements of"});
    return holder_of(lines);
  };
  EXPECT_EQ(named("Red Mesa Holdings, LLC", "d/b/a Mesaworks"), "Red Mesa Holdings, LLC d/b/a Mesaworks");
  EXPECT_EQ(named("Quay Verwaltungs-GmbH & Co.", "Betriebs KG"), "Quay Verwaltungs-GmbH & Co. Betriebs KG");
  EXPECT_EQ(named("QUAY ELECTRONIC PAYMENT JOINT STOCK", "COMPANY"),
            "QUAY ELECTRONIC PAYMENT JOINT STOCK COMPANY");
  EXPECT_EQ(named("(주)새봄정보기술 (Saebom Information Technology Co., Ltd.)", ""), "(주)새봄정보기술");
  EXPECT_EQ(named("株式会社青空データセンター 殿", ""), "株式会社青空データセンター");
  EXPECT_EQ(named("ООО «Северные", "Данные»"), "ООО «Северные Данные»");
}

}  // namespace
}  // namespace certreg::reading
