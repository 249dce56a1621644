#include <gtest/gtest.h>

#include "reading/lines.h"

namespace certreg::reading {
namespace {

Draft read(const std::vector<Placed>& lines) {
  const Paper paper(lines);
  Draft draft;
  read_scope(paper.sheet, draft);
  return draft;
}

std::string scope_of(const std::vector<Placed>& lines) { return read(lines).version.scope; }

TEST(ReadScope, BesideOrBelowItsLabel) {
  EXPECT_EQ(scope_of({{60, 100, 10, "Scope: Operation of the Harbour platform"}}),
            "Operation of the Harbour platform");
  EXPECT_EQ(scope_of({{60, 100, 10, "Scope of certification"},
                      {60, 120, 10, "Operation of the Harbour platform"},
                      {60, 132, 10, "for the customers"}}),
            "Operation of the Harbour platform for the customers");
  EXPECT_EQ(scope_of({{60, 100, 10, "Scope: “Operation of the Harbour platform”"}}),
            "Operation of the Harbour platform");
}

const char* const kGerman = "Betrieb der Plattform und der Dienste für die Kunden";
const char* const kEnglish = "Operation of the platform and of the services for the customers";

TEST(ReadScope, InTwoLanguagesIsOne) {
  const std::string both = std::string(kGerman) + " / " + kEnglish;
  const Draft draft = read({{60, 100, 10, std::string("Geltungsbereich: ") + kGerman},
                            {60, 200, 10, std::string("Scope: ") + kEnglish}});
  EXPECT_EQ(draft.version.scope, both);
  EXPECT_EQ(draft.version.scope_language, "de");
  EXPECT_TRUE(draft.ambiguities.empty());
  EXPECT_EQ(
      scope_of({{60, 100, 10, "Geltungsbereich / Scope"}, {60, 120, 10, kGerman}, {60, 132, 10, kEnglish}}),
      both);
}

// Too short to tell its language: the label is in two, and so is the type.
TEST(ReadScope, InTwoLanguagesUnderALabelInTwo) {
  const auto with = [](const char* label, const char* font) {
    return scope_of({{60, 100, 10, label},
                     {60, 120, 10, "Tekstil ürünlerinin üretimi", 0, "Sans"},
                     {60, 132, 10, "Production of textiles", 0, font}});
  };
  EXPECT_EQ(with("Kapsam / Scope", "Italic"), "Tekstil ürünlerinin üretimi / Production of textiles");
  EXPECT_EQ(with("Kapsam", "Italic"), "Tekstil ürünlerinin üretimi");
}

TEST(ReadScope, BesideWordsThatMayLeadToIt) {
  EXPECT_EQ(scope_of({{60, 100, 10, "Covering"}, {200, 100, 10, "Traffic control systems and data capture"}}),
            "Traffic control systems and data capture");
}

TEST(ReadScope, WholeOverItsLabel) {
  EXPECT_EQ(scope_of({{60, 100, 12, "Operation of the Harbour platform for the"},
                      {60, 113, 12, "customers and of its data centres"},
                      {60, 127, 7, "Scope of certification"},
                      {60, 170, 12, "2025-03-03"}}),
            "Operation of the Harbour platform for the customers and of its data centres");
}

TEST(ReadScope, EndsAtTheNextRowOfItsTable) {
  EXPECT_EQ(scope_of({{60, 100, 10, "Scope"},
                      {200, 100, 10, "Operation of the Harbour platform"},
                      {60, 124, 10, "Colour of the seal"},
                      {200, 124, 10, "version 8 of 14 January 2025"}}),
            "Operation of the Harbour platform");
  EXPECT_EQ(scope_of({{60, 100, 10, "Scope"},
                      {200, 100, 10, "Operation of the Harbour platform (see also"},
                      {60, 124, 10, "Colour of the seal"},
                      {200, 124, 10, "version 8 of 14 January 2025"}}),
            "Operation of the Harbour platform (see also")
      << "a bracket that nobody closes does not take in the next row";
}

TEST(ReadScope, MaySpeakOfTheSystemOrTheOrganisation) {
  EXPECT_EQ(
      scope_of({{60, 100, 10, "Scope of certification"},
                {60, 116, 10, "Operation of the Harbour platform for all its customers."},
                {60, 130, 10, "The organization has no office of its own; personnel work remotely."}}),
      "Operation of the Harbour platform for all its customers. The organization has no office of its own; "
      "personnel work remotely.");
  EXPECT_EQ(
      scope_of({{60, 100, 10, "para las actividades:"},
                {200, 100, 10, "El sistema de gestión de la seguridad de la información que soporta los"},
                {200, 112, 10, "servicios de pasarela de pago"}}),
      "El sistema de gestión de la seguridad de la información que soporta los servicios de pasarela de "
      "pago");
}

TEST(ReadScope, BehindALeadingWordThatTheLabelLeaves) {
  EXPECT_EQ(scope_of({{60, 100, 10, "para las actividades de"},
                      {60, 114, 10, "Desarrollo y soporte de la plataforma de seguimiento"}}),
            "Desarrollo y soporte de la plataforma de seguimiento");
}

TEST(ReadScope, OfSitesIsNotTheCertificates) {
  const std::vector<Placed> sites{{60, 60, 10, "所在地", 1},
                                  {300, 60, 10, "登録範囲", 1},
                                  {60, 80, 10, "東京都港区1-2-3", 1},
                                  {300, 80, 10, "港湾物流管理システムの開発", 1}};
  EXPECT_EQ(scope_of(sites), "") << "one site's may be more, or less";
  std::vector<Placed> lines{{60, 60, 16, "ISO/IEC 27001:2022"},
                            {60, 100, 10, "上記の組織は、以下の適用範囲において"},
                            {60, 112, 10, "情報セキュリティ管理策を運用しています。"},
                            {60, 130, 10, "・港湾物流管理システムの企画、開発、運用及び保守"}};
  lines.insert(lines.end(), sites.begin(), sites.end());
  EXPECT_EQ(scope_of(lines), "・港湾物流管理システムの企画、開発、運用及び保守");
}

TEST(ReadScope, WithoutTheMarksAroundIt) {
  EXPECT_EQ(scope_of({{60, 100, 10, "Scope"},
                      {200, 100, 10, ": Operation of the Harbour platform"},
                      {60, 124, 10, "Period"},
                      {200, 124, 10, ": two years from now on"}}),
            "Operation of the Harbour platform");
  EXPECT_EQ(scope_of({{60, 100, 10, "Scope of certification"},
                      {60, 116, 10, "– Operation of the Harbour platform –"}}),
            "Operation of the Harbour platform");
}

TEST(ReadScope, AWordOfADateInItsMidstIsNoLabel) {
  EXPECT_EQ(scope_of({{60, 100, 10, "Scope:"},
                      {200, 100, 10, "Development and maintenance of distributed photovoltaic"},
                      {200, 112, 10, "monitoring and issue tracking systems"},
                      {60, 136, 10, "Validity:"},
                      {200, 136, 10, "December 10, 2024 to December 9, 2027"}}),
            "Development and maintenance of distributed photovoltaic monitoring and issue tracking systems");
}

TEST(ReadScope, OfASiteInTheSameWritingIsNoTranslation) {
  EXPECT_EQ(scope_of({{60, 100, 10, "登録範囲"},
                      {200, 100, 10, "クラウドサービスの提供及び運用"},
                      {60, 60, 20, "付属書", 1},
                      {60, 90, 10, "登録することを証します。", 1},
                      {60, 120, 10, "登録範囲", 1},
                      {60, 134, 10, "設計、開発、運用、保守", 1}}),
            "クラウドサービスの提供及び運用");
}

TEST(ReadScope, BesideItsLabelIsNoLabel) {
  EXPECT_EQ(scope_of({{60, 100, 10, "인증범위 :"},
                      {200, 100, 10, "간편결제 및 송금 서비스의 개발, 운영 및 고객지원"},
                      {60, 124, 10, "적용성보고서 :"},
                      {200, 124, 10, "Ver 6.1 (2025.08.18)"}}),
            "간편결제 및 송금 서비스의 개발, 운영 및 고객지원");
}

TEST(ReadScope, EndsAtAHeadingBehindItsLastSentence) {
  EXPECT_EQ(scope_of({{60, 100, 10, "Scope:"},
                      {60, 112, 10, "Operation of the Harbour platform."},
                      {60, 124, 10, "carried on in the houses:"},
                      {60, 136, 10, "Quay Street 1, Bristol"}}),
            "Operation of the Harbour platform.");
}

TEST(ReadScope, BehindAFewWordsThatLeadToIt) {
  EXPECT_EQ(scope_of({{60, 100, 10, "Its activities: Operation of the Harbour platform for all customers"}}),
            "Operation of the Harbour platform for all customers");
  EXPECT_EQ(
      scope_of({{60, 100, 10, "The scope of ISO/IEC 27001:2022 and what belongs to it, and to nobody"}}), "");
}

TEST(ReadScope, APageThatCertifiesTheSameInAnotherLanguageRepeatsIt) {
  const auto with = [](const char* title) {
    return scope_of({{60, 100, 10, std::string("Geltungsbereich: ") + kGerman},
                     {60, 80, 10, title, 1},
                     {60, 100, 10, std::string("Scope: ") + kEnglish, 1}});
  };
  EXPECT_EQ(with("This is to certify that the management system of"),
            std::string(kGerman) + " / " + kEnglish);
  EXPECT_EQ(with("Annex"), kGerman);
}

TEST(ReadScope, TheRestOfALabelIsNoText) {
  EXPECT_EQ(scope_of({{60, 100, 10, "is in conformance with ISO/IEC 27001:2022 in respect of"},
                      {60, 112, 10, "the following scope"},
                      {60, 140, 10, "Operation of the Harbour platform for the customers", 0, "Bold"}}),
            "Operation of the Harbour platform for the customers");
}

TEST(ReadScope, OneWordThatALabelLeavesIsNone) {
  EXPECT_EQ(
      scope_of({{60, 100, 10, "Scope: følgende"}, {60, 140, 10, "Scope: Operation of the Harbour platform"}}),
      "Operation of the Harbour platform");
}

TEST(ReadScope, SmallPrintIsNoneBesideTheText) {
  EXPECT_EQ(scope_of({{60, 100, 10, "Scope: Operation of the Harbour platform for the customers"},
                      {60, 700, 7, "Scope: three years from the decision, if all audits are completed"}}),
            "Operation of the Harbour platform for the customers");
}

TEST(ReadScope, TwoInOneLanguageAreLeftOpen) {
  const Draft draft = read({{60, 100, 10, "Scope: Operation of the Harbour platform for the customers"},
                            {60, 200, 10, "Scope: Operation of the Quay platform for the customers"}});
  EXPECT_EQ(draft.version.scope, "");
  ASSERT_EQ(draft.ambiguities.size(), 1U);
  EXPECT_EQ(draft.ambiguities.front().field, "scope");
  EXPECT_EQ(draft.ambiguities.front().candidates.size(), 2U);
}

TEST(ReadScope, WordsThatSendElsewhereAreNone) {
  for (const char* words : {"see annex", "See Appendix A of this certificate", "please refer to annex 1"})
    EXPECT_EQ(scope_of({{60, 100, 10, std::string("Scope: ") + words}}), "") << words;
  EXPECT_EQ(scope_of({{60, 100, 10, "Scope: see annex"},
                      {60, 100, 10, "Scope: Operation of the Harbour platform", 1}}),
            "Operation of the Harbour platform");
  EXPECT_NE(scope_of({{60, 100, 10,
                       "Scope: Operation of the Harbour platform for all of its customers, see annex"}}),
            "");
}

TEST(ReadScope, AHeadingIsNone) { EXPECT_EQ(scope_of({{60, 100, 10, "Scope: none"}}), ""); }

TEST(ReadScope, TheFirstPagesIsTheCertificates) {
  const Draft draft = read({{60, 100, 10, "Scope: Operation of the Harbour platform for the customers"},
                            {60, 100, 10, "Scope: Operation of the Quay platform for the customers", 1}});
  EXPECT_EQ(draft.version.scope, "Operation of the Harbour platform for the customers");
  EXPECT_TRUE(draft.ambiguities.empty());
}

TEST(ReadScope, WithoutALabelTheTextBelowTheStandardIsOnlyACandidate) {
  const std::vector<Placed> lines{{60, 60, 10, "Harbour Cloud is by the sea and has been so for long"},
                                  {60, 100, 16, "ISO/IEC 27001:2022"},
                                  {60, 140, 10, "Operation of the Harbour platform for the customers"},
                                  {60, 180, 10, "Quay platform"}};
  const Draft draft = read(lines);
  EXPECT_EQ(draft.version.scope, "");
  ASSERT_EQ(draft.ambiguities.size(), 1U);
  ASSERT_EQ(draft.ambiguities.front().candidates.size(), 1U);
  EXPECT_EQ(draft.ambiguities.front().candidates.front().value,
            "Operation of the Harbour platform for the customers");
  EXPECT_TRUE(read({lines[1], lines[3]}).ambiguities.empty());
}

TEST(ReadScope, WithoutALabelTheTextBelowWordsThatLeadToIt) {
  const Draft draft = read({{60, 100, 16, "ISO/IEC 27001:2022"},
                            {60, 128, 10, "as far as these go:"},
                            {60, 141, 10, "Operation of the Harbour platform for the customers"}});
  EXPECT_EQ(draft.version.scope, "Operation of the Harbour platform for the customers");
  ASSERT_EQ(draft.version.quotes.size(), 1U);
  EXPECT_LT(draft.version.quotes.front().confidence, 0.8);
}

TEST(ReadScope, InQuotationMarksBehindAWordOfScopes) {
  EXPECT_EQ(scope_of({{60, 100, 10, "put to work for the scope «Operation of the Harbour"},
                      {60, 112, 10, "platform for the customers», has been looked at"}}),
            "Operation of the Harbour platform for the customers");
}

TEST(ReadScope, ALineOfTheStatementOfApplicabilityEndsIt) {
  for (const char* line :
       {"SoA: version 3 of 2025-01-20", "Rev. 5 / 02.04.2024", "Statement of Applicability 2.1"})
    EXPECT_EQ(scope_of({{60, 100, 10, "Scope: Operation of the Harbour platform"}, {60, 112, 10, line}}),
              "Operation of the Harbour platform")
        << line;
  EXPECT_EQ(scope_of({{60, 100, 10, "Scope: Operation of the Harbour platform. This is in"},
                      {60, 112, 10, "accordance with the Statement of Applicability version 1"}}),
            "Operation of the Harbour platform. This is in accordance with the Statement of Applicability "
            "version 1");
}

TEST(ReadScope, ASentenceOnTheStatementOfApplicabilityClosesIt) {
  EXPECT_EQ(
      scope_of({{60, 100, 10, "Scope"},
                {60, 112, 10, "Operation of the Harbour platform."},
                {60, 126, 10, "In accordance with the Statement of Applicability, version 3."}}),
      "Operation of the Harbour platform. In accordance with the Statement of Applicability, version 3.");
}

TEST(ReadScope, WhatStandsBesideAnotherLabelIsNoTranslation) {
  EXPECT_EQ(scope_of({{60, 100, 10, "登録範囲"},
                      {180, 100, 10, "学園内ネットワーク及び認証基盤の運用管理"},
                      {60, 119, 10, "適用宣言書"},
                      {180, 119, 10, "2025年4月10日第1.2版"}}),
            "学園内ネットワーク及び認証基盤の運用管理");
}

TEST(ReadScope, TheRestOfTheSentenceThatCertifiesIsNone) {
  EXPECT_EQ(scope_of({{60, 100, 10, "登録範囲"},
                      {60, 119, 10, "ティマネジメントシステムを運用していることを証明します。"}}),
            "");
}

TEST(ReadScope, WhatSendsElsewhereInMidSentenceLeadsToNone) {
  EXPECT_EQ(
      scope_of({{60, 100, 10, "*Applicable for the assets and services as described on the back of this"},
                {60, 112, 10, "certificate, with regard to the specific requirements of its statement"},
                {60, 60, 10, "The scope of this certification is as follows:", 1},
                {60, 72, 10, "Operation of the Harbour platform for the customers", 1}}),
      "Operation of the Harbour platform for the customers");
}

TEST(ReadScope, BelowALabelBesideAColumnOfItsOwn) {
  EXPECT_EQ(scope_of({{200, 100, 10, "Scope"},
                      {200, 114, 10, "Operation of the Harbour platform for"},
                      {20, 127, 8, "Valid until"},
                      {200, 128, 10, "the customers of the quays."},
                      {20, 137, 8, "18 May 2027"}}),
            "Operation of the Harbour platform for the customers of the quays.");
}

TEST(ReadScope, BelowTheRunningHeadOfItsPage) {
  EXPECT_EQ(scope_of({{60, 100, 10, "See the next page", 0},
                      {60, 60, 20, "Scope of Registration", 1},
                      {60, 90, 10, "Harbour Ltd · ISO/IEC 27001:2022 · Certificate No. HC-100", 1},
                      {60, 120, 10, "Operation of the Harbour platform for the customers", 1}}),
            "Operation of the Harbour platform for the customers");
}

TEST(ReadScope, GoesOnBelowALabelThatSaysSo) {
  const auto with = [](const char* label) {
    return scope_of({{60, 100, 14, "Scope of certification"},
                     {60, 116, 10, "Operation of the platforms Harbour, Quay"},
                     {60, 60, 14, label, 1},
                     {60, 76, 10, "Tide and Harbour Light for the customers", 1}});
  };
  EXPECT_EQ(with("Scope of certification (continued)"),
            "Operation of the platforms Harbour, Quay Tide and Harbour Light for the customers");
  EXPECT_EQ(with("Scope of certification"), "Operation of the platforms Harbour, Quay");
}

TEST(ReadScope, ASentenceThatIsAboutTheScopeIsWholeUnderItsLabel) {
  EXPECT_EQ(scope_of({{60, 100, 10, "for the following scope of registration"},
                      {60, 120, 10, "The scope of the management system is limited to the Harbour platform"},
                      {60, 132, 10, "and to the personnel that operate it."}}),
            "The scope of the management system is limited to the Harbour platform and to the personnel that "
            "operate it.");
}

TEST(ReadScope, InSmallerTypeInASecondLanguage) {
  EXPECT_EQ(scope_of({{60, 100, 10, "Geltungsbereich"},
                      {60, 114, 10, kGerman},
                      {60, 140, 8, "Scope"},
                      {60, 150, 8, kEnglish}}),
            std::string(kGerman) + " / " + kEnglish);
}

TEST(ReadScope, GuessedInAnAnnexGivesWayToTheTextOfTheFirstPage) {
  EXPECT_EQ(scope_of({{60, 100, 16, "ISO/IEC 27001:2022"},
                      {60, 128, 10, "as far as these go:"},
                      {60, 141, 10, "Operation of the Harbour platform for the customers"},
                      {60, 100, 10, "Activities: Head office and the development of the platform", 1}}),
            "Operation of the Harbour platform for the customers");
}

}  // namespace
}  // namespace certreg::reading
