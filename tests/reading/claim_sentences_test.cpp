#include "reading/claim_sentences.h"

#include <gtest/gtest.h>

#include "certreg/domain/error.h"
#include "reading/world.h"

namespace certreg::reading {
namespace {

struct Claimed {
  const char *sentence, *subject;  // null: the speaker
};

TEST(ClaimSentences, ThatSayThatSomebodyIsCertified) {
  const std::vector<Claimed> cases{
      {"Acme Cloud is ISO/IEC 27001:2022 certified.", "Acme Cloud"},
      {"Acme Cloud has been certified to ISO 27001 since 2019.", "Acme Cloud"},
      {"We have achieved ISO 27001 certification.", nullptr},
      {"Our ISO 27001 certificate was issued by Good Certification.", nullptr},
      {"As of 2024, the Acme Platform holds ISO/IEC 27001 certification.", "Acme Platform"},
      {"Die Muster Rechenwerk AG ist nach ISO/IEC 27001:2022 zertifiziert.", "Muster Rechenwerk AG"},
      {"Wir sind nach ISO 27001 zertifiziert.", nullptr},
      {"Nuage Clair SAS est certifiée ISO/IEC 27001:2022.", "Nuage Clair SAS"},
      {"Nuage Clair a obtenu la certification ISO 27001.", "Nuage Clair"},
      {"Nous sommes certifiés ISO 27001 depuis 2020.", nullptr},
      {"Nube Clara S.L. está certificada en ISO/IEC 27001:2022.", "Nube Clara S.L."},
      {"Nube Clara cuenta con la certificación ISO 27001.", "Nube Clara"},
      {"Estamos certificados en ISO 27001.", nullptr},
      {"Nuvola Serena S.r.l. è certificata ISO/IEC 27001:2022.", "Nuvola Serena S.r.l"},
      {"Nuvola Serena ha ottenuto la certificazione ISO 27001.", "Nuvola Serena"},
      {"Siamo certificati ISO 27001.", nullptr},
      {"A Nuvem Serena é certificada ISO/IEC 27001:2022.", "A Nuvem Serena"},
      {"Nuvem Serena possui a certificação ISO 27001.", "Nuvem Serena"},
      {"Somos certificados ISO 27001.", nullptr},
      {"Heldere Wolk B.V. is ISO 27001 gecertificeerd.", "Heldere Wolk B.V"},
      {"Wij zijn ISO 27001 gecertificeerd.", nullptr},
      {"Klart Moln AB är certifierat enligt ISO 27001.", "Klart Moln AB"},
      {"Vi är certifierade enligt ISO 27001.", nullptr},
      {"Jasna Chmura Sp. z o.o. posiada certyfikat ISO/IEC 27001.", "Jasna Chmura Sp. z o.o"},
      {"Uzyskaliśmy certyfikat ISO 27001.", nullptr},
      {"Jasný Oblak s.r.o. je držitelem certifikátu ISO 27001.", "Jasný Oblak s.r.o"},
      {"Získali jsme certifikaci ISO 27001.", nullptr},
      {"Açık Bulut A.Ş. ISO 27001 sertifikasına sahiptir.", "Açık Bulut A.Ş"},
      {"ISO 27001 belgesine sahibiz.", nullptr},
      {"ООО Ясное Облако имеет сертификат ISO 27001.", "ООО Ясное Облако"},
      {"Мы сертифицированы по ISO 27001.", nullptr},
      {"株式会社アオゾラは、ISO/IEC 27001:2022の認証を取得しました。", "株式会社アオゾラ"},
      {"当社はISO27001の認証を取得しています。", nullptr},
      {"晴云科技有限公司已通过ISO 27001认证。", "晴云科技有限公司"},
      {"我们已获得ISO/IEC 27001:2022认证。", nullptr},
      {"맑은구름 주식회사는 ISO 27001 인증을 획득했습니다.", "맑은구름 주식회사"},
      {"당사는 ISO 27001 인증을 보유하고 있습니다.", nullptr}};
  for (const auto& [sentence, subject] : cases) {
    const auto statement = statement_in(sentence, claim_words());
    EXPECT_EQ(to_string(statement.relation), "certified") << sentence;
    EXPECT_EQ(statement.speaker, subject == nullptr ? Speaker::Itself : Speaker::Named) << sentence;
    EXPECT_EQ(statement.subject.substr(0, subject == nullptr ? 0 : std::string_view(subject).size()),
              subject == nullptr ? "" : subject)
        << sentence;
  }
}

struct Said {
  const char *sentence, *relation;
};

TEST(ClaimSentences, ThatSoundLikeAClaimAndAreNone) {
  const std::vector<Said> cases{
      // compliant
      {"All our services are ISO 27001 compliant.", "compliant"},
      {"Acme meets the requirements of ISO 27001.", "compliant"},
      {"Unsere Plattform ist ISO-27001-konform.", "compliant"},
      {"Notre plateforme est conforme à la norme ISO 27001.", "compliant"},
      {"Nuestra plataforma cumple con la norma ISO 27001.", "compliant"},
      {"La piattaforma è conforme alla norma ISO 27001.", "compliant"},
      {"A plataforma cumpre a norma ISO 27001.", "compliant"},
      {"Ons platform voldoet aan ISO 27001.", "compliant"},
      {"Plattformen uppfyller ISO 27001.", "compliant"},
      {"Platforma jest zgodna z ISO 27001.", "compliant"},
      {"Platforma je v souladu s ISO 27001.", "compliant"},
      {"Platformumuz ISO 27001 ile uyumludur.", "compliant"},
      {"Платформа соответствует ISO 27001.", "compliant"},
      {"当社のサービスはISO27001に準拠しています。", "compliant"},
      {"我们的平台符合ISO 27001标准。", "compliant"},
      {"플랫폼은 ISO 27001을 준수합니다.", "compliant"},
      // aligned
      {"Our controls are aligned with ISO 27001.", "aligned"},
      {"Unser ISMS orientiert sich an ISO 27001.", "aligned"},
      {"Notre SMSI est aligné sur ISO 27001.", "aligned"},
      {"Nuestro SGSI está alineado con ISO 27001.", "aligned"},
      {"Il nostro SGSI è allineato a ISO 27001.", "aligned"},
      {"O nosso SGSI está alinhado com a ISO 27001.", "aligned"},
      {"Ons ISMS is gebaseerd op ISO 27001.", "aligned"},
      {"Vårt arbete är i linje med ISO 27001.", "aligned"},
      {"Nasz system jest oparty na ISO 27001.", "aligned"},
      {"Náš systém vychází z ISO 27001.", "aligned"},
      {"Sistemimiz ISO 27001 temel alınarak kuruldu.", "aligned"},
      {"Наша система основана на ISO 27001.", "aligned"},
      {"ISO 27001に基づいて管理しています。", "aligned"},
      {"我们的管理体系基于ISO 27001。", "aligned"},
      // working towards
      {"We are working towards ISO 27001 certification.", "working_towards"},
      {"Acme is in the process of becoming ISO 27001 certified.", "working_towards"},
      {"Acme will be ISO 27001 certified by next year.", "working_towards"},
      {"Wir streben die Zertifizierung nach ISO 27001 an.", "working_towards"},
      {"Nous visons la certification ISO 27001.", "working_towards"},
      {"Estamos en proceso de certificación ISO 27001.", "working_towards"},
      {"La certificazione ISO 27001 è in corso.", "working_towards"},
      {"Estamos em processo de certificação ISO 27001.", "working_towards"},
      {"Wij werken aan ISO 27001 certificering.", "working_towards"},
      {"Vi arbetar mot en ISO 27001-certifiering.", "working_towards"},
      {"Jesteśmy w trakcie certyfikacji ISO 27001.", "working_towards"},
      {"Připravujeme se na certifikaci ISO 27001.", "working_towards"},
      {"ISO 27001 belgelendirme sürecindeyiz.", "working_towards"},
      {"Мы готовимся к сертификации ISO 27001.", "working_towards"},
      {"ISO27001の認証取得を目指しています。", "working_towards"},
      {"我们正在申请ISO 27001认证。", "working_towards"},
      {"당사는 ISO 27001 인증을 준비하고 있습니다.", "working_towards"},
      // somebody else's
      {"Our data centre provider is ISO 27001 certified.", "of_another"},
      {"Our hosting partner Borealis is ISO 27001 certified.", "of_another"},
      {"Acme is hosted in data centres that are ISO 27001 certified.", "of_another"},
      {"Acme uses tools that are ISO 27001 certified.", "of_another"},
      {"All data is kept in ISO 27001 certified data centres.", "of_another"},
      {"Unser Rechenzentrumsbetreiber ist nach ISO 27001 zertifiziert.", "of_another"},
      {"Unsere Server stehen in einem nach ISO 27001 zertifizierten Rechenzentrum.", "of_another"},
      {"Notre hébergeur est certifié ISO 27001.", "of_another"},
      {"Nuestro proveedor de alojamiento está certificado en ISO 27001.", "of_another"},
      {"Il nostro fornitore è certificato ISO 27001.", "of_another"},
      {"O nosso fornecedor é certificado ISO 27001.", "of_another"},
      {"Onze hostingprovider is ISO 27001 gecertificeerd.", "of_another"},
      {"Vår leverantör är certifierad enligt ISO 27001.", "of_another"},
      {"Nasz dostawca posiada certyfikat ISO 27001.", "of_another"},
      {"Náš dodavatel má certifikát ISO 27001.", "of_another"},
      {"Veri merkezimiz ISO 27001 sertifikasına sahiptir.", "of_another"},
      {"Наш провайдер имеет сертификат ISO 27001.", "of_another"},
      {"当社が利用するデータセンターはISO27001の認証を取得しています。", "of_another"},
      {"我们的数据中心供应商已通过ISO 27001认证。", "of_another"},
      {"데이터 센터는 ISO 27001 인증을 획득했습니다.", "of_another"},
      // denials
      {"We are not certified to ISO 22301.", "denied"},
      {"Acme is not ISO 27001 certified.", "denied"},
      {"Wir sind nicht nach ISO 22301 zertifiziert.", "denied"},
      {"Nous ne sommes pas certifiés ISO 27001.", "denied"},
      {"Nuestra empresa no está certificada en ISO 27001.", "denied"},
      {"La nostra società non è certificata ISO 27001.", "denied"},
      {"A nossa empresa não é certificada ISO 27001.", "denied"},
      {"Wij zijn niet ISO 27001 gecertificeerd.", "denied"},
      {"Vi är inte certifierade enligt ISO 27001.", "denied"},
      {"Spółka nie posiada certyfikatu ISO 27001.", "denied"},
      {"Компания не имеет сертификата ISO 27001.", "denied"},
      {"当社はISO27001の認証を取得していません。", "denied"},
      {"当社はISO27001の認証を受けておらず、認証を取得しておりません。", "denied"},
      {"我们尚未获得ISO 27001认证。", "denied"},
      {"당사는 ISO 27001 인증을 보유하지 않습니다.", "denied"},
      // nobody in particular
      {"Are you certified to ISO 27001?", "in_general"},
      {"An organisation can be certified to ISO 27001.", "in_general"},
      {"Companies that are certified to ISO 27001 show that they care.", "in_general"},
      {"Eine Organisation ist nach ISO 27001 zertifiziert, wenn sie geprüft wurde.", "in_general"},
      {"Une entreprise est certifiée ISO 27001 après un audit.", "in_general"},
      {"Una empresa está certificada en ISO 27001 tras una auditoría.", "in_general"},
      {"ISO 27001 is a standard that many organisations follow.", "in_general"},
      {"For example, Borealis Cloud is ISO 27001 certified.", "in_general"},
      {"Zum Beispiel ist Borealis Cloud nach ISO 27001 zertifiziert.", "in_general"},
      {"Certification to ISO 27001 helps organizations comply with laws.", "in_general"},
      {"The ISO 27001 certification is obtained after an audit.", "in_general"}};
  for (const auto& [sentence, relation] : cases) {
    const auto found = statement_in(sentence, claim_words()).relation;
    const bool is_general_or_planned =
        std::string_view(relation) == "in_general" && found == Relation::WorkingTowards;
    EXPECT_TRUE(to_string(found) == relation || is_general_or_planned)
        << sentence << ": " << to_string(found) << ", not " << relation;
  }
}

TEST(ClaimSentences, ALaterDenialTakesBackWhatFollowsIt) {
  const std::string sentence = "Acme is certified to ISO 27001, but not to ISO 22301.";
  const auto statement = statement_in(sentence, claim_words());
  EXPECT_EQ(to_string(statement.relation), "certified");
  EXPECT_GT(statement.denied_from, sentence.find("27001"));
  EXPECT_LT(statement.denied_from, sentence.find("22301"));
}

TEST(ClaimSentences, ShortLines) {
  const std::vector<std::pair<const char*, bool>> cases{{"ISO/IEC 27001:2022 certified", true},
                                                        {"ISO 27001 zertifiziert", true},
                                                        {"Certification ISO 27001", true},
                                                        {"Certificado ISO 27001", true},
                                                        {"ISO 27001 gecertificeerd", true},
                                                        {"ISO27001認証取得", true},
                                                        {"ISO 27001认证", true},
                                                        {"Certificate No. 12 (ISO 27001)", true},
                                                        {"What is ISO 27001 certification", false},
                                                        {"Benefits of ISO 27001 certification", false},
                                                        {"ISO 27001 certified?", false},
                                                        {"ISO 27001 certification planned", false},
                                                        {"Hosted in ISO 27001 Certified Data Centers", false},
                                                        {"ISO 27001 certified data centers", false},
                                                        {"ISO 27001 Certified Data Centres", false},
                                                        {"Why ISO 27001 certification", false},
                                                        {"ISO 27001认证流程", false},
                                                        {"ISO 27001", false}};
  for (const auto& [line, is_short] : cases)
    EXPECT_EQ(is_short_statement(line, claim_words()), is_short) << line;
}

TEST(ClaimWordsFiles, AreReadStrictly) {
  const auto refusal = [](std::string_view yaml) {
    const EmbeddedFile file{"importers/claims/xx.yaml", yaml};
    try {
      parse_claim_words({&file, 1});
    } catch (const Error& error) {
      return error.fields.empty() ? std::string(error.what()) : error.fields.front().rule;
    }
    return std::string("was read");
  };
  EXPECT_EQ(refusal("language: xx\ncertified: ['^(x) is']"), "was read");
  EXPECT_EQ(refusal("certified: ['^(x) is']"), "lacks `language`");
  EXPECT_EQ(refusal("language: [xx]"), "lacks `language`");
  EXPECT_EQ(refusal("language: xx\nproven: [x]"), "has the unknown key `proven`");
  EXPECT_EQ(refusal("language: xx\nitself: we"), "must have a list under `itself`");
  EXPECT_EQ(refusal("language: xx\nitself:\n  - we\n  - '...'"), "line 4: must be words");
  EXPECT_EQ(refusal("language: xx\ncertified:\n  - '^x is'"), "line 3: `certified` needs a group");
  EXPECT_EQ(refusal("language: xx\ndenied:\n  - ''"), "line 3: must be a regular expression");
  EXPECT_EQ(refusal("language: xx\ndenied:\n  - '(('").substr(0, 36), "line 3: is no regular expression: mi");
  EXPECT_EQ(refusal("- x"), "must be a map");
}

TEST(ClaimWordsFiles, EveryLanguageTellsAllRelationsApart) {
  EXPECT_EQ(claim_words().languages().size(), 15U);
  EXPECT_THROW(parse_claim_words({}), Error);
}

}  // namespace
}  // namespace certreg::reading
