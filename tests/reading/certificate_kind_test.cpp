#include "reading/certificate_kind.h"

#include <gtest/gtest.h>

#include "reading/lines.h"

namespace certreg::reading {
namespace {

std::vector<Placed> certificate() {
  return {{60, 60, 28, "Certificate of Registration"},
          {60, 120, 10, "This is to certify that the management system of"},
          {60, 140, 14, "Harbour Cloud GmbH"},
          {60, 170, 10, "meets the requirements of"},
          {60, 190, 16, "ISO/IEC 27001:2022"},
          {60, 230, 10, "Scope: Operation of the Harbour platform"},
          {60, 300, 10, "Certificate number: HC 100"},
          {60, 340, 10, "Expiry date: 2027-02-28"}};
}

std::string why_with(const Placed& line) {
  std::vector<Placed> lines = certificate();
  lines.push_back(line);
  return why_no_certificate(Paper(lines).sheet);
}

TEST(CertificateKind, APressReleaseIsNone) {
  EXPECT_NE(why_with({60, 20, 10, "PRESS RELEASE - FOR IMMEDIATE RELEASE"}), "");
}

TEST(CertificateKind, ALetterIsNoneWhateverItSaysOfOne) {
  const auto why = [](const char* opening, const char* closing) {
    std::vector<Placed> lines = certificate();
    lines.push_back({60, 30, 10, opening});
    lines.push_back({60, 700, 10, closing});
    return why_no_certificate(Paper(lines).sheet);
  };
  EXPECT_NE(why("Dear Client,", "Yours sincerely"), "");
  EXPECT_NE(why("Sehr geehrte Damen und Herren,", "Mit freundlichen Grüßen"), "");
  EXPECT_NE(why("拝啓", "敬具"), "");
  EXPECT_NE(why("Objet : envoi de votre certificat",
                "Nous vous prions d'agréer, Madame, Monsieur, nos salutations les plus distinguées."),
            "");
  EXPECT_EQ(why("Dear Client,", "Harbour"), "") << "one of both may be a stray word";
  EXPECT_EQ(why("Harbour", "For further details the Yours sincerely scheme applies to all the clients"), "");
}

TEST(CertificateKind, WhatConformsToTheStandardOfBodiesIsABody) {
  const auto why = [](const char* lead) {
    return why_no_certificate(Paper({{60, 60, 28, "Аттестат"},
                                     {60, 120, 19, "ТОО «Маяк»"},
                                     {60, 150, 12, lead},
                                     {60, 170, 15, "ISO/IEC 17021-1:2015"},
                                     {60, 200, 12, "Дата выдачи: 20.01.2025"},
                                     {60, 220, 12, "Действителен до: 20.01.2030"},
                                     {60, 240, 12, "Certificate number: KZ 9418"}})
                                  .sheet);
  };
  EXPECT_NE(why("и удостоверяет соответствие требованиям").find("accredits a body"), std::string::npos);
  EXPECT_EQ(why("в знаке органа").find("accredits a body"), std::string::npos);
}

TEST(CertificateKind, APrintedPageOfTheWebIsNone) {
  std::vector<Placed> lines = certificate();
  lines.push_back({60, 20, 8, "3/14/25, 4:18 PM"});
  EXPECT_EQ(why_no_certificate(Paper(lines).sheet), "") << "an hour alone is a stamp";
  lines.push_back({60, 820, 8, "https://www.register.example/entry/9c41 1/1"});
  EXPECT_NE(why_no_certificate(Paper(lines).sheet).find("printed page"), std::string::npos);
}

TEST(CertificateKind, WhatSaysThatItProvesNothingIsNone) {
  for (const char* line : {"This page is not a certificate and does not replace one.",
                           "Diese Vereinbarung ist kein Nachweis über eine bestehende Zertifizierung.",
                           "Esta consulta no sustituye al certificado emitido por la entidad."})
    EXPECT_NE(why_with({60, 600, 10, line}), "") << line;
}

TEST(CertificateKind, ACertificateIsOne) {
  const Paper paper(certificate());
  EXPECT_EQ(why_no_certificate(paper.sheet), "");
  EXPECT_EQ(why_perhaps_none(paper.sheet), "");
}

struct Case {
  Placed line;
  std::string why;
};

TEST(CertificateKind, LinesThatSayThatItIsNone) {
  const Case cases[] = {
      {{60, 400, 10, "Tax invoice"}, "the document is no certificate"},
      {{60, 400, 16, "Tax invoice of the house of Harbour"}, "the document is no certificate"},
      {{60, 400, 10, "Penetration test report"}, "the document is no certificate"},
      {{60, 400, 10, "Certificate of attendance"}, "the document is no certificate"},
      {{60, 400, 16, "Certificate of training"}, "the document is no certificate"},
      {{60, 400, 10, "Specimen"}, "the document is no certificate"},
      {{60, 100, 90, "SPECIMEN"}, "the document is no certificate"},  // over the holder's name
      {{60, 400, 10, "Certified ISO/IEC 27001 Lead Auditor"}, "the document certifies a person"},
      {{60, 400, 10, "[Company name]"}, "the document is a form"},
      {{60, 400, 10, "XXXX"}, "the document is a form"},
      {{60, 400, 10, "Issued: DD/MM/YYYY"}, "the document is a form"},
      {{60, 400, 10, "for ABC Company"}, "the document is a form"},
      {{60, 400, 10, "00000"}, "the document is a form"},
  };
  for (const Case& item : cases) {
    const std::string why = why_with(item.line);
    EXPECT_TRUE(why.starts_with(item.why)) << item.line.text << ": " << why;
    EXPECT_NE(why.find('"' + item.line.text + '"'), std::string::npos) << why;
  }
}

TEST(CertificateKind, LinesThatAreNoReason) {
  const Placed cases[] = {
      {60, 400, 10, "Wherever a tax invoice is mentioned it means nothing to this certificate at all"},
      {60, 400, 10, "Audited by the lead auditor J. Quay"},
      {60, 400, 10, "Lead Auditor: J. Quay"},
      {60, 400, 10, "Template identifier: HC 7"},
      {60, 400, 10, "with audit report no. 12"},
      {60, 400, 16, "Audit report no. 12"},
      {60, 400, 16, "Audit report"},  // of a document that is titled "Certificate"
      {60, 400, 10, "Is it in force? See https://register.example/?q=HC100"},
      {60, 400, 10, "Accreditation certificate number: 0001"},
      {60, 400, 10, "XXX"},
      {60, 400, 10, "0000"},
      {60, 400, 10, "Harbour Cloud GmbH"},
  };
  for (const Placed& line : cases) EXPECT_EQ(why_with(line), "") << line.text;
}

TEST(CertificateKind, AReportOfAnAuditIsTitledSo) {
  std::vector<Placed> lines = certificate();
  lines.front().text = "Audit report";
  EXPECT_EQ(why_no_certificate(Paper(lines).sheet),
            "the document is no certificate: it says \"Audit report\"");
}

TEST(CertificateKind, WhatIsAskedIsNotStated) {
  std::vector<Placed> lines = certificate();
  lines.push_back({60, 400, 10, "Is it certified to ISO/IEC 27001? If so, state the number."});
  lines.push_back({60, 420, 10, "認証範囲は何ですか？"});
  EXPECT_EQ(why_no_certificate(Paper(lines).sheet),
            "the document asks, and states nothing: it says \"認証範囲は何ですか？\"");
}

TEST(CertificateKind, AScopeMayNameAnyTrade) {
  for (const char* scope : {"Scope: Penetration test report", "Scope: Tax invoice", "Scope: Audit plan",
                            "Scope: Training as lead auditor of ISO/IEC 27001"}) {
    std::vector<Placed> lines = certificate();
    lines[5].text = scope;
    EXPECT_EQ(why_no_certificate(Paper(lines).sheet), "") << scope;
  }
  std::vector<Placed> lines = certificate();
  lines[5].text = "Scope: Software that writes, sends and keeps, for its clients, each";
  lines.insert(lines.begin() + 6, {60, 242, 10, "tax invoice"});
  EXPECT_EQ(why_no_certificate(Paper(lines).sheet), "");
}

TEST(CertificateKind, LettersArePerhapsNone) {
  for (const char* line : {"Dear customer,", "Yours sincerely", "We are working towards a certificate"}) {
    std::vector<Placed> lines = certificate();
    lines.push_back({60, 400, 10, line});
    const Paper paper(lines);
    EXPECT_EQ(why_no_certificate(paper.sheet), "") << line;
    EXPECT_NE(why_perhaps_none(paper.sheet).find(line), std::string::npos) << line;
  }
}

TEST(CertificateKind, WithoutTextOrWordsOfOne) {
  Paper pictures(certificate());
  pictures.text.has_text = false;
  EXPECT_EQ(why_no_certificate(pictures.sheet), "the document has pictures only");
  pictures.text.whole = false;
  EXPECT_EQ(why_no_certificate(pictures.sheet),
            "the document's pages could not be read: whether it is a certificate is not known");
  const Paper words({{60, 100, 10, "Harbour Cloud GmbH"}, {60, 130, 10, "ISO/IEC 27001:2022"}});
  EXPECT_EQ(why_no_certificate(words.sheet), "the document has no words of a certificate");
  const Paper labelled({{60, 100, 10, "Certificate number: HC 100"},
                        {60, 130, 10, "Expiry date: 2027-02-28"},
                        {60, 160, 10, "Scope: Operation of the Harbour platform"}});
  EXPECT_EQ(why_no_certificate(labelled.sheet), "");
}

TEST(CertificateKind, WhoAuditsIsAPerson) {
  const Paper person({{60, 60, 24, "CERTIFICADO"},
                      {60, 120, 10, "se certifica que"},
                      {60, 140, 14, "Leocadio Fingido Ruiz"},
                      {60, 160, 10, "según UNE-EN ISO/IEC 27001:2023, ISO 19011 e ISO/IEC 27006"}});
  EXPECT_NE(why_no_certificate(person.sheet).find("certifies a person"), std::string::npos);
}

TEST(CertificateKind, WordsInTheMiddleOfASentenceAreNoTitle) {
  EXPECT_EQ(why_with({60, 700, 10, "schedule of accreditation no. 014"}), "");
  EXPECT_NE(why_with({60, 700, 10, "Schedule of accreditation no. 014"}), "");
}

TEST(CertificateKind, ABodyThatCertifiesPersonsTooIsNone) {
  EXPECT_EQ(why_with({60, 700, 7, "Accredited to ISO/IEC 17021-1, ISO/IEC 17024 and ISO/IEC 17065"}), "");
  EXPECT_NE(why_with({60, 700, 7, "Accredited to ISO/IEC 17024"}), "");
  EXPECT_NE(why_with({60, 700, 7, "Trained by ISO 19011 and ISO/IEC 17021-1"}), "");
}

// What was read, a letter each: h(older), n(umber), e(xpires), i(ssued), f(irst issued), v(alid from),
// s(cope).
Draft draft_with(std::string_view fields) {
  Draft draft;
  CertificateVersion& version = draft.version;
  const Date date = Date::parse("2024-03-01").value();
  const auto has = [&](char field) { return fields.find(field) != std::string_view::npos; };
  if (has('h')) version.holders.emplace_back().name = "Harbour Cloud GmbH";
  if (has('n')) version.number = "HC 100";
  if (has('e')) version.expires = date;
  if (has('i')) version.issued = date;
  if (has('f')) version.first_issued = date;
  if (has('v')) version.valid_from = date;
  if (has('s')) version.scope = "Operation of the Harbour platform";
  if (has('b')) version.issuer_printed = "Good Certification Limited";
  return draft;
}

TEST(CertificateKind, TooLittle) {
  const std::pair<const char*, const char*> cases[] = {
      {"hnes", ""},
      {"he", ""},
      {"ne", ""},
      {"hnis", ""},
      {"hnfs", ""},
      {"hnvs", ""},
      {"", "neither a certificate's number nor a holder was found"},
      {"es", "neither a certificate's number nor a holder was found"},
      {"hns", "no day of issue or expiry was found"},
      {"nis", "neither a holder nor an expiry was found"},
      {"his", "neither a certificate's number nor its expiry was found"},
      {"hni", "neither a scope nor an expiry was found"},
  };
  for (const auto& [fields, why] : cases) EXPECT_EQ(why_too_little(draft_with(fields)), why) << fields;
}

TEST(CertificateKind, WhatIsOpenWasFound) {
  Draft draft = draft_with("s");
  for (const char* field : {"number", "expires"}) draft.ambiguities.push_back({field, "several", {}});
  EXPECT_EQ(why_too_little(draft), "");
  draft.ambiguities.pop_back();
  EXPECT_NE(why_too_little(draft), "");
}

TEST(CertificateKind, CompleteWithAllThatACertificateStates) {
  EXPECT_TRUE(is_complete(draft_with("hnesb")));
  for (const char* fields : {"nesb", "hesb", "hnsb", "hneb", "hnes"})
    EXPECT_FALSE(is_complete(draft_with(fields))) << fields;
}

}  // namespace
}  // namespace certreg::reading
