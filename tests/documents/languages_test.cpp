#include "documents/worker/languages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace certreg::worker {
namespace {

using testing::ElementsAre;

TEST(Languages, AreThoseWhoseWordsStandOnThePage) {
  struct Case {
    const char* text;
    std::vector<std::string> languages;
  };
  const Case cases[] = {
      {"", {"eng"}},
      {"4711 XK-22", {"eng"}},
      {"This certificate is valid until the date of expiry under the standard", {"eng"}},
      {"Das Zertifikat ist gultig bis zum und wird fur den Betrieb", {"deu", "eng"}},
      {"Das Zertifikat ist gültig bis zum und wird für den Betrieb", {"deu", "eng"}},
      {"Le présent certificat est délivré pour les activités suivantes de la société", {"fra", "eng"}},
      {"El presente certificado es válido hasta la fecha de caducidad para las actividades", {"spa", "eng"}},
      {"Si certifica che il sistema di gestione della organizzazione è conforme alla norma", {"ita", "eng"}},
      {"Certifica que o sistema de gestão da empresa está conforme os requisitos da norma", {"por", "eng"}},
      {"Dit certificaat is geldig tot en wordt verklaart voor het bedrijf", {"nld", "eng"}},
      {"Härmed intygas att företaget uppfyller kraven och är giltigt till", {"swe", "eng"}},
      {"Niniejszym zaświadcza się że spółka w zakresie jest zgodnie z normy", {"pol", "eng"}},
      {"Tento certifikát potvrzuje že společnost podle normy je platnost do", {"ces", "eng"}},
      {"Bu belge ile kuruluş için bilgi güvenliği yönetim sistemi tarihine kadar", {"tur", "eng"}},
      {"This certificate is issued to the company under the standard and is valid until "
       "Das Zertifikat ist gultig bis zum und wird fur den Betrieb",
       {"eng", "deu"}},
  };
  for (const Case& item : cases) {
    auto languages = languages_of(item.text);
    std::sort(languages.begin(), languages.end());
    auto expected = item.languages;
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(languages, expected) << item.text;
  }
}

// The first is asked first, and English is sure of letters without their accents.
TEST(Languages, EnglishComesLast) {
  EXPECT_EQ(languages_of("This certificate is issued to the company under the standard and is valid until "
                         "Härmed intygas att företaget uppfyller kraven och är giltigt till"),
            (std::vector<std::string>{"swe", "eng"}));
}

TEST(Languages, ScriptIsThatOfMostLetters) {
  EXPECT_EQ(script_of("Certificate"), Script::Latin);
  EXPECT_EQ(script_of("ISO 27001 сертификат соответствия"), Script::Cyrillic);
  EXPECT_EQ(script_of("登録証はこの組織のものです"), Script::Japanese);
  EXPECT_EQ(script_of("认证证书编号"), Script::Han);
  EXPECT_EQ(script_of("인증서"), Script::Hangul);
}

TEST(Languages, WordsAreComparedWithoutAccents) {
  EXPECT_THAT(folded_words("Für ŻÓŁĆ, İzmir 27001 d'émission"),
              ElementsAre("fur", "zolc", "izmir", "d", "emission"));
}

TEST(Languages, KnownWordsAreCounted) {
  EXPECT_EQ(known_words("the certificate Xqzt"), 2);
  EXPECT_EQ(known_words("wkh fhuwlilfdwh"), 0);
  EXPECT_EQ(known_words("认证证书"), 1);
}

TEST(Languages, ShareOfKana) {
  EXPECT_EQ(share_of_kana(""), 0);
  EXPECT_EQ(share_of_kana("ISO 27001"), 0);
  EXPECT_EQ(share_of_kana("認証登録証"), 0);
  EXPECT_DOUBLE_EQ(share_of_kana("登録のクラウド ISO"), 5 / 7.0);
}

}  // namespace
}  // namespace certreg::worker
