// Labels as they are printed on certificates, with the field that each announces.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "certreg/reading/labels.h"
#include "reading/fold.h"
#include "reading/world.h"

namespace certreg::reading {
namespace {

using enum LabelField;

struct Printed {
  std::string_view words;
  LabelField field;
};

void expect_fields(std::string_view language, const std::vector<Printed>& table) {
  for (const Printed& row : table) {
    const std::string folded = fold_label(row.words);
    const Label* label = labels().longest_at(folded).label;
    ASSERT_NE(label, nullptr) << language << ": " << row.words;
    EXPECT_EQ(label->folded, folded) << language << ": " << row.words;
    EXPECT_EQ(static_cast<int>(label->field), static_cast<int>(row.field)) << language << ": " << row.words;
  }
}

TEST(LabelTable, English) {
  expect_fields("en", {{"Certificate No.:", Number},
                       {"Certificate Registration Nr.", Number},
                       {"This is to certify that the Information Security Management System of:", Holder},
                       {"Certificate Holder:", Holder},
                       {"for the following field(s) of activities", Scope},
                       {"Registered Activities", Scope},
                       {"The scope of this approval is applicable to:", Scope},
                       {"Date of Issue", Issued},
                       {"Re-issue date:", Revised},
                       {"Latest Revision", Revised},
                       {"Original Approval(s):", FirstIssued},
                       {"Certified since", FirstIssued},
                       {"Date of initial registration", FirstIssued},
                       {"Effective Date:", ValidFrom},
                       {"Certification / Recertification cycle start date", ValidFrom},
                       {"Valid until:", Expires},
                       {"Valid upto", Expires},
                       {"Recertification Due", RecertificationDue},
                       {"Validity:", Validity},
                       {"Expiry date of previous cycle", PreviousExpiry},
                       {"Validity of previous certificate", PreviousExpiry},
                       {"Certification/Recertification Audit date", RecertificationAudited},
                       {"Certification decision date", Decided},
                       {"Certificate Version", IssueNumber},
                       {"Statement of Applicability", Soa},
                       {"Issued by:", Issuer},
                       {"Client No.", Other},
                       {"1st surveillance due", Other},
                       {"An audit was performed, Report No.", Other},
                       {"Accreditation No.", Other},
                       {"Managing Director", Other},
                       {"EAC Code:", Other},
                       {"Scan the QR code", Other}});
}

TEST(LabelTable, German) {
  expect_fields("de", {{"Zertifikat-Registrier-Nr.:", Number},
                       {"Zertifikatsregister-Nr.", Number},
                       {"Zertifikatsnummer", Number},
                       {"bescheinigt, dass die Organisation", Holder},
                       {"Hiermit wird bestätigt, dass", Holder},
                       {"Zertifikatsinhaber:", Holder},
                       {"für den Geltungsbereich", Scope},
                       {"FÜR DEN GELTUNGSBEREICH", Scope},
                       {"hat für den Bereich", Scope},
                       {"Datum der Zertifizierung", Issued},
                       {"Letzte Änderung:", Revised},
                       {"Erstzertifizierung", FirstIssued},
                       {"Gültig von", ValidFrom},
                       {"Dieses Zertifikat ist gültig bis", Expires},
                       {"Rezertifizierung fällig am", RecertificationDue},
                       {"Das Zertifikat ist gültig vom", Validity},
                       {"Gültigkeit vorheriges Zertifikat", PreviousExpiry},
                       {"Datum der Zertifizierungsentscheidung", Decided},
                       {"Revisionsstand", IssueNumber},
                       {"Erklärung zur Anwendbarkeit", Soa},
                       {"Auftrags-Nr.", Other},
                       {"Auditbericht-Nr.", Other},
                       {"Akkreditierungsnummer", Other}});
}

TEST(LabelTable, French) {
  expect_fields("fr", {{"Certificat n°", Number},
                       {"N° d’enregistrement du certificat", Number},
                       {"certifie que le système de management mis en place par :", Holder},
                       {"pour les activités suivantes :", Scope},
                       {"Périmètre de la certification", Scope},
                       {"Date de délivrance", Issued},
                       {"Dernière révision :", Revised},
                       {"Date de première émission", FirstIssued},
                       {"Ce certificat est valable à compter du (année/mois/jour)", ValidFrom},
                       {"Valable jusqu’au :", Expires},
                       {"jusqu'au", Expires},
                       {"Date d'expiration du cycle précédent", PreviousExpiry},
                       {"Déclaration d’applicabilité", Soa},
                       {"N° de contrat", Other}});
}

TEST(LabelTable, Spanish) {
  expect_fields("es", {{"Certificado N.º", Number},
                       {"Nº de certificado:", Number},
                       {"certifica que la organización", Holder},
                       {"para las actividades:", Scope},
                       {"Alcance de la certificación", Scope},
                       {"Fecha de expedición", Issued},
                       {"Fecha de última emisión", Revised},
                       {"Fecha de primera emisión", FirstIssued},
                       {"Vigente desde", ValidFrom},
                       {"Fecha de caducidad", Expires},
                       {"Fecha de vencimiento", Expires},
                       {"que se realiza/n en:", Sites},
                       {"Expediente Nº", Other}});
}

TEST(LabelTable, Italian) {
  expect_fields("it", {{"Certificato N.", Number},
                       {"Certificato n°", Number},
                       {"Si certifica che il sistema di gestione di", Holder},
                       {"per i seguenti campi di attività", Scope},
                       {"Campo di applicazione", Scope},
                       {"Emissione corrente", Issued},
                       {"Data ultima revisione", Revised},
                       {"Prima emissione", FirstIssued},
                       {"Data decorrenza", ValidFrom},
                       {"Data scadenza", Expires},
                       {"Data delibera", Decided},
                       {"Settore EA", Other}});
}

TEST(LabelTable, Portuguese) {
  expect_fields("pt", {{"Certificado n.º", Number},
                       {"certifica que o Sistema de Gestão da", Holder},
                       {"Âmbito da Certificação", Scope},
                       {"Escopo:", Scope},
                       {"Data de emissão", Issued},
                       {"Data da última revisão", Revised},
                       {"Data da primeira emissão", FirstIssued},
                       {"Início da validade", ValidFrom},
                       {"Válido até", Expires},
                       {"Organismo de Certificação", Issuer},
                       {"CNPJ", Other}});
}

TEST(LabelTable, Dutch) {
  expect_fields("nl", {{"Certificaatnummer:", Number},
                       {"verklaart dat het managementsysteem van", Holder},
                       {"Toepassingsgebied", Scope},
                       {"Datum van uitgifte", Issued},
                       {"Datum eerste certificatie", FirstIssued},
                       {"Ingangsdatum", ValidFrom},
                       {"Geldig t/m", Expires},
                       {"Vervaldatum vorige certificatiecyclus", PreviousExpiry},
                       {"Verklaring van Toepasselijkheid", Soa},
                       {"KvK-nummer", Other}});
}

TEST(LabelTable, Swedish) {
  expect_fields("sv", {{"Certifikatsnr:", Number},
                       {"Härmed intygas att ledningssystemet hos", Holder},
                       {"Certifikatet omfattar", Scope},
                       {"Utfärdat", Issued},
                       {"Senast reviderat", Revised},
                       {"Ursprungligen utfärdat", FirstIssued},
                       {"Giltigt fr.o.m.", ValidFrom},
                       {"Giltigt t.o.m.", Expires},
                       {"Organisationsnummer", Other}});
}

TEST(LabelTable, Polish) {
  expect_fields("pl", {{"Nr certyfikatu:", Number},
                       {"Niniejszym zaświadcza się, że", Holder},
                       {"Zakres certyfikacji", Scope},
                       {"w zakresie:", Scope},
                       {"Data wydania", Issued},
                       {"Data ostatniej zmiany", Revised},
                       {"Data pierwszej certyfikacji", FirstIssued},
                       {"Ważny od", ValidFrom},
                       {"Certyfikat ważny do dnia", Expires},
                       {"Data ważności", Expires},
                       {"Jednostka certyfikująca", Issuer},
                       {"Deklaracją Stosowania", Soa},
                       {"Nr umowy", Other}});
}

TEST(LabelTable, Czech) {
  expect_fields("cs", {{"Číslo certifikátu", Number},
                       {"Certifikát č.", Number},
                       {"tímto osvědčuje, že organizace", Holder},
                       {"Držitel certifikátu:", Holder},
                       {"Předmět certifikace", Scope},
                       {"v rozsahu:", Scope},
                       {"Datum vydání", Issued},
                       {"Datum první certifikace", FirstIssued},
                       {"Platnost od", ValidFrom},
                       {"Platnost certifikátu do", Expires},
                       {"Certifikační orgán", Issuer},
                       {"Prohlášení o aplikovatelnosti", Soa},
                       {"IČO:", Other}});
}

TEST(LabelTable, Turkish) {
  expect_fields("tr", {{"Sertifika No:", Number},
                       {"BELGE NO", Number},
                       {"Kuruluş Adı", Holder},
                       {"Firma Ünvanı", Holder},
                       {"KAPSAM", Scope},
                       {"Belge Veriliş Tarihi", Issued},
                       {"Revizyon Tarihi", Revised},
                       {"İlk Yayın Tarihi", FirstIssued},
                       {"Geçerlilik Tarihi", Expires},
                       {"Geçerlilik Süresi", Validity},
                       {"Uygulanabilirlik Bildirgesi", Soa},
                       {"2. Gözetim Tarihi", Other}});
}

TEST(LabelTable, Russian) {
  expect_fields("ru", {{"Сертификат №", Number},
                       {"Регистрационный номер сертификата", Number},
                       {"Настоящим удостоверяется, что", Holder},
                       {"Область сертификации", Scope},
                       {"применительно к", Scope},
                       {"Дата выдачи", Issued},
                       {"Дата первичной сертификации", FirstIssued},
                       {"Действителен с", ValidFrom},
                       {"Срок действия до", Expires},
                       {"Срок действия", Validity},
                       {"Орган по сертификации", Issuer},
                       {"Юридический адрес", Address},
                       {"ИНН", Other}});
}

TEST(LabelTable, Japanese) {
  expect_fields("ja", {{"登録番号：", Number},
                       {"登録証No.", Number},
                       {"登録組織", Holder},
                       {"認証登録範囲", Scope},
                       {"発行日", Issued},
                       {"最新改訂日", Revised},
                       {"初回登録日", FirstIssued},
                       {"有効期限", Expires},
                       {"有効期間", Validity},
                       {"前回認証サイクル満了日", PreviousExpiry},
                       {"認証決定日", Decided},
                       {"適用宣言書", Soa},
                       {"認定番号", Other}});
}

TEST(LabelTable, Chinese) {
  expect_fields("zh", {{"证书编号：", Number},
                       {"證書號碼", Number},
                       {"兹证明", Holder},
                       {"认证范围", Scope},
                       {"驗證範圍", Scope},
                       {"適用於下列活動：", Scope},
                       {"符合下列標準之要求", Conformity},
                       {"颁证日期", Issued},
                       {"發證日期", Issued},
                       {"初次发证日期", FirstIssued},
                       {"首次發證日期", FirstIssued},
                       {"有效期至", Expires},
                       {"有效期", Validity},
                       {"有效期間", Validity},
                       {"适用性声明", Soa},
                       {"统一社会信用代码", Other}});
}

TEST(LabelTable, Korean) {
  expect_fields("ko", {{"인증서 번호:", Number},
                       {"인증번호", Number},
                       {"조직명", Holder},
                       {"인증범위", Scope},
                       {"발행일", Issued},
                       {"최초 인증일", FirstIssued},
                       {"유효기간 만료일", Expires},
                       {"유효기간", Validity},
                       {"인증기관", Issuer},
                       {"적용성 보고서", Soa},
                       {"사업자등록번호", Other}});
}

TEST(LabelTable, Danish) {
  expect_fields("da", {{"Certifikatnr.:", Number},
                       {"Det bekræftes hermed, at", Holder},
                       {"Gyldighedsområde", Scope},
                       {"Udstedelsesdato", Issued},
                       {"Senest revideret", Revised},
                       {"Dato for første certificering", FirstIssued},
                       {"Gyldigt indtil", Expires},
                       {"Anvendelighedserklæring", Soa},
                       {"CVR-nr.", Other}});
}

TEST(LabelTable, Norwegian) {
  expect_fields("nb", {{"Sertifikat nr.:", Number},
                       {"Herved bekreftes det at", Holder},
                       {"Dette sertifikatet er gyldig for følgende omfang:", Scope},
                       {"Utstedt dato", Issued},
                       {"Første sertifisering", FirstIssued},
                       {"Gyldig til og med", Expires},
                       {"Utløpsdato forrige sertifiseringssyklus", PreviousExpiry},
                       {"Org.nr.", Other}});
}

TEST(LabelTable, Finnish) {
  expect_fields("fi", {{"Sertifikaatin numero", Number},
                       {"Täten todistetaan, että", Holder},
                       {"Soveltamisala", Scope},
                       {"Myöntämispäivä", Issued},
                       {"Ensimmäinen sertifiointi", FirstIssued},
                       {"Voimassa alkaen", ValidFrom},
                       {"Päättymispäivä", Expires},
                       {"Soveltuvuuslausunto", Soa},
                       {"Y-tunnus", Other}});
}

TEST(LabelTable, Hungarian) {
  expect_fields("hu", {{"Tanúsítvány száma:", Number},
                       {"Ezennel igazoljuk, hogy", Holder},
                       {"A tanúsítás területe", Scope},
                       {"Kiállítás dátuma", Issued},
                       {"Első tanúsítás dátuma", FirstIssued},
                       {"Érvényesség kezdete", ValidFrom},
                       {"Érvényesség vége", Expires},
                       {"Alkalmazhatósági nyilatkozat", Soa},
                       {"Cégjegyzékszám", Other}});
}

TEST(LabelTable, Romanian) {
  expect_fields("ro", {{"Certificat nr.", Number},
                       {"Prin prezenta se certifică faptul că", Holder},
                       {"Domeniul de aplicare al certificării", Scope},
                       {"Data emiterii", Issued},
                       {"Data ultimei revizii", Revised},
                       {"Data primei certificări", FirstIssued},
                       {"Valabil până la data de", Expires},
                       {"Declarația de aplicabilitate", Soa},
                       {"Cod unic de înregistrare", Other}});
}

TEST(LabelTable, Slovak) {
  expect_fields("sk", {{"Číslo certifikátu", Number},
                       {"Týmto sa osvedčuje, že", Holder},
                       {"Predmet certifikácie", Scope},
                       {"Dátum vydania", Issued},
                       {"Dátum prvej certifikácie", FirstIssued},
                       {"Platnosť od", ValidFrom},
                       {"Dátum ukončenia platnosti", Expires},
                       {"Vyhlásenie o aplikovateľnosti", Soa},
                       {"IČ DPH", Other}});
}

TEST(LabelTable, CroatianAndSerbian) {
  expect_fields("hr", {{"Broj certifikata:", Number},
                       {"Ovime se potvrđuje da", Holder},
                       {"Nosilac sertifikata", Holder},
                       {"Područje primjene", Scope},
                       {"Datum izdavanja", Issued},
                       {"Datum prve sertifikacije", FirstIssued},
                       {"Vrijedi od", ValidFrom},
                       {"Važi do", Expires},
                       {"Izjava o primjenjivosti", Soa},
                       {"OIB", Other}});
}

TEST(LabelTable, Bulgarian) {
  expect_fields("bg", {{"Сертификат №", Number},
                       {"С настоящото се удостоверява, че", Holder},
                       {"Обхват на сертификацията", Scope},
                       {"Дата на издаване", Issued},
                       {"Дата на първоначална сертификация", FirstIssued},
                       {"Валиден от", ValidFrom},
                       {"Валиден до", Expires},
                       {"Декларация за приложимост", Soa},
                       {"ЕИК", Other}});
}

TEST(LabelTable, Greek) {
  expect_fields("el", {{"Αρ. Πιστοποιητικού:", Number},
                       {"Πιστοποιείται ότι", Holder},
                       {"Πεδίο Εφαρμογής", Scope},
                       {"Ημερομηνία Έκδοσης", Issued},
                       {"ΗΜΕΡΟΜΗΝΙΑ ΑΡΧΙΚΗΣ ΠΙΣΤΟΠΟΙΗΣΗΣ", FirstIssued},
                       {"Ισχύει από", ValidFrom},
                       {"Ημερομηνία λήξης", Expires},
                       {"Δήλωση Εφαρμοσιμότητας", Soa},
                       {"ΑΦΜ", Other}});
}

TEST(LabelTable, Ukrainian) {
  expect_fields("uk", {{"Реєстраційний номер сертифіката", Number},
                       {"Цим засвідчується, що", Holder},
                       {"Сфера сертифікації", Scope},
                       {"Дата видачі", Issued},
                       {"Дата первинної сертифікації", FirstIssued},
                       {"Чинний з", ValidFrom},
                       {"Термін дії до", Expires},
                       {"Положення про застосовність", Soa},
                       {"ЄДРПОУ", Other}});
}

TEST(LabelTable, NoLabelStandsForTwoFields) {
  std::map<std::string, const Label*> seen;
  for (const Label& label : labels().labels()) {
    auto [place, is_new] = seen.emplace(label.folded + "…" + label.after, &label);
    if (is_new) continue;
    EXPECT_EQ(static_cast<int>(place->second->field), static_cast<int>(label.field))
        << label.folded << " in " << label.language << " and " << place->second->language;
    EXPECT_EQ(place->second->weak, label.weak) << label.folded;
    EXPECT_NE(place->second->language, label.language) << label.folded << " stands twice";
  }
}

// Words with which lines of a scope's text begin or end: as labels they would cut it.
TEST(LabelTable, PlainWordsAreNone) {
  for (std::string_view words : {"services",
                                 "support",
                                 "data",
                                 "email",
                                 "for",
                                 "customers",
                                 "activities",
                                 "sector",
                                 "annex",
                                 "für",
                                 "dienstleistungen",
                                 "pour",
                                 "para",
                                 "per",
                                 "voor",
                                 "för",
                                 "dla",
                                 "pro",
                                 "için",
                                 "для",
                                 "до",
                                 "及び",
                                 "和",
                                 "및"}) {
    const std::string folded = fold_label(words);
    const Label* label = labels().longest_at(folded).label;
    EXPECT_TRUE(label == nullptr || label->weak || label->folded.size() < folded.size()) << words;
  }
  for (std::string_view words : {"activities", "sector", "annex", "data", "dnia", "для"})
    EXPECT_EQ(labels().longest_at(fold_label(words)).label, nullptr) << words;
}

struct Word {
  std::string_view printed;
  unsigned month;
};

TEST(LabelTable, MonthsInTheFormsThatStandInDates) {
  for (const Word& row : std::vector<Word>{
           {"Jänner", 1},        {"mars", 3},       {"août", 8},      {"setiembre", 9}, {"ago", 8},
           {"giugno", 6},        {"fevereiro", 2},  {"mrt", 3},       {"augusti", 8},   {"stycznia", 1},
           {"października", 10}, {"lipca", 7},      {"ledna", 1},     {"července", 7},  {"června", 6},
           {"září", 9},          {"Şubat", 2},      {"AĞUSTOS", 8},   {"января", 1},    {"мая", 5},
           {"май", 5},           {"Декабря", 12},   {"desembre", 12}, {"marts", 3},     {"desember", 12},
           {"kesäkuuta", 6},     {"szeptember", 9}, {"márc.", 3},     {"iunie", 6},     {"júla", 7},
           {"siječnja", 1},      {"avgusta", 8},    {"ноември", 11},  {"Μαΐου", 5},     {"Σεπτεμβρίου", 9},
           {"жовтня", 10},       {"листопада", 11}})
    EXPECT_EQ(labels().month_of(fold_label(row.printed)), row.month) << row.printed;
}

struct Said {
  std::string_view line;
  PhraseKind kind;
  bool is_said;
};

TEST(LabelTable, PhrasesAreOfWholeWords) {
  using enum PhraseKind;
  for (const Said& row : std::vector<Said>{{"This is to certify that", Certifies, true},
                                           {"Hiermit wird bescheinigt, dass", Certifies, true},
                                           {"niniejszym zaświadcza się, że", Certifies, true},
                                           {"настоящим удостоверяется, что", Certifies, true},
                                           {"요구사항에 적합함을 인증합니다", Certifies, true},
                                           {"本证书兹证明", Certifies, true},
                                           {"Invoice No. 12", NotCertificate, true},
                                           {"Rechnungsnummer: 4711", NotCertificate, true},
                                           {"Certificate of Attendance", NotCertificate, true},
                                           {"Certificate of Registration", NotCertificate, false},
                                           {"with audit report no. 12", NotCertificate, false},
                                           {"Formulario de solicitud", NotCertificate, true},
                                           {"Свидетельство об обучении", NotCertificate, true},
                                           {"수료증", NotCertificate, true},
                                           {"修了証", NotCertificate, true},
                                           {"This certificate has been suspended", Suspended, true},
                                           {"Certyfikat zawieszony", Suspended, true},
                                           {"証書 一時停止", Suspended, true},
                                           {"Certificado retirado", Withdrawn, true},
                                           {"The list of services is complete.", ServicesComplete, true},
                                           {"A partial list of services", ServicesComplete, false},
                                           {"all activities of the organization", ScopeIsAll, true},
                                           {"Ezennel igazoljuk, hogy", Certifies, true},
                                           {"με το παρόν πιστοποιείται ότι", Certifies, true},
                                           {"茲證明 某公司", Certifies, true},
                                           {"Číslo faktúry: 12", NotCertificate, true},
                                           {"Certifikatet er tilbakekalt", Withdrawn, false},
                                           {"Sertifikatet er tilbakekalt", Withdrawn, true},
                                           {"Certificatul a fost suspendat", Suspended, true}})
    EXPECT_EQ(labels().phrase_in(fold_label(row.line), row.kind) != nullptr, row.is_said) << row.line;
}

// Letters of Cyrillic have two bytes and part words by blanks; those of Chinese and the like do not.
TEST(LabelTable, EndWhereAWordEnds) {
  EXPECT_NE(labels().longest_at(fold_label("Адрес: Москва")).label, nullptr);
  EXPECT_EQ(labels().longest_at(fold_label("Адресат")).label, nullptr);
  EXPECT_NE(labels().longest_at(fold_label("有効期限2027年")).label, nullptr);
  EXPECT_TRUE(is_word_boundary(fold_label("до 1"), 4));
  EXPECT_FALSE(is_word_boundary(fold_label("дом"), 1));  // within a letter
  EXPECT_FALSE(is_word_boundary(fold_label("дом"), 2));  // within a word
  EXPECT_FALSE(is_word_boundary(fold_label("głos"), 3));
}

}  // namespace
}  // namespace certreg::reading
