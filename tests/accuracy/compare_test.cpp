#include "accuracy/measure/compare.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/reference.h"

namespace certreg::accuracy {
namespace {

const Reference& world() {
  static const Reference kept = support::reference();
  return kept;
}

reading::Draft read_draft() {
  reading::Draft draft;
  auto& version = draft.version;
  version.standard = {"iso-iec-27001"};
  version.edition = "2022";
  version.number = "IS 616-800";
  version.issuer = CertificationBodyId{"silent-cert"};
  version.issuer_printed = "Silent Certification SA";
  version.holders = {{"Acme Cloud Limited", "main", "", "", "", "", ""}};
  version.issued = Date::parse("2025-01-02");
  version.scope = "Hosting of virtual\nservers and their backup.";
  version.soa_version = "1.4";
  version.quotes = {{.field = "number", .text = "Certificate no. IS 616-800", .confidence = 0.75}};
  draft.ambiguities = {
      {"expires", "day and month can be exchanged", {{"2028-01-02", {}}, {"2028-02-01", {}}}}};
  return draft;
}

Judged judged(const std::string& members, std::string_view field, Strictness strictness,
              const reading::Draft* draft) {
  const auto truth = parse_truth("{\"file\":\"a.pdf\"," + members + "}");
  for (auto& one : compare(truth.rows.front(), draft, strictness, world()))
    if (one.field == field) return one;
  ADD_FAILURE() << field << " is not judged: " << members;
  return {};
}

struct Case {
  const char *members, *field;
  Outcome outcome;
};

TEST(Compare, ACertificatesFields) {
  const auto draft = read_draft();
  const std::vector<Case> cases{
      {R"("holder":"ACME  CLOUD LTD.")", "holder", Outcome::Right},
      {R"("holder":"Acme Cloud GmbH")", "holder", Outcome::Wrong},
      {R"("holder":"Acme Cloud")", "holder", Outcome::Wrong},
      {R"("holder":"アクメ","holder_en":"Acme Cloud Ltd")", "holder", Outcome::Right},
      {R"("holder":null)", "holder", Outcome::Invented},
      {R"("standard":"ISO 27001")", "standard", Outcome::Right},
      {R"("standard":"ISO/IEC 27017")", "standard", Outcome::Wrong},
      {R"("standard":"PCI DSS")", "standard", Outcome::Wrong},
      {R"("edition":"2023","iso_edition":"2022")", "edition", Outcome::Right},
      {R"("edition":"2023","standard_printed":"EN ISO/IEC 27001:2023")", "edition", Outcome::Right},
      {R"("edition":"2013")", "edition", Outcome::Wrong},
      {R"("certificate_number":"is616800")", "number", Outcome::Right},
      {R"("certificate_number":"IS 616801")", "number", Outcome::Wrong},
      {R"("certification_body":"SILENT CERTIFICATION S.A.")", "issuer", Outcome::Right},
      {R"x("certification_body":"Silent Certification SA (SC)")x", "issuer", Outcome::Right},
      {R"("certification_body":"Silent Certification")", "issuer", Outcome::Brand},
      {R"("certification_body":"Loud Certification SA")", "issuer", Outcome::Wrong},
      {R"("issued":"2025-01-02")", "issued", Outcome::Right},
      {R"("issued":"2025-02-01")", "issued", Outcome::Wrong},
      {R"("issued":null)", "issued", Outcome::Invented},
      {R"("expires":"2028-01-02")", "expires", Outcome::Open},
      {R"("valid_from":"2025-01-02")", "valid_from", Outcome::Missed},
      {R"("valid_from":null)", "valid_from", Outcome::NotStated},
      {R"("scope":"Hosting of virtual servers and their backup.")", "scope", Outcome::Right},
      {R"("scope":"Hosting of virtual servers and their Backup")", "scope", Outcome::Wrong},
      {R"("scope":"Hosting of virtual / servers and their backup.")", "scope", Outcome::Right},
      {R"("scope":"Hosting of virtual servers")", "scope", Outcome::Wrong},
      {R"("soa_version":"Version 1.4 of July")", "soa_version", Outcome::Right},
      {R"("soa_version":"V1.4")", "soa_version", Outcome::Right},
      {R"("soa_version":"V1.5")", "soa_version", Outcome::Wrong}};
  for (const auto& [members, field, outcome] : cases)
    EXPECT_EQ(to_string(judged(members, field, Strictness::Certificate, &draft).outcome), to_string(outcome))
        << members;
}

TEST(Compare, APageMoreLoosely) {
  const auto draft = read_draft();
  const std::vector<Case> cases{{R"x("holder":"Acme Cloud (all departments)")x", "holder", Outcome::Right},
                                {R"("holder":"Acme")", "holder", Outcome::Brand},
                                {R"("holder":"Acme Clown")", "holder", Outcome::Wrong},
                                {R"("certification_body":"Silent Certification")", "issuer", Outcome::Right},
                                {R"("issued":"2025-02-01")", "issued", Outcome::Wrong}};
  for (const auto& [members, field, outcome] : cases)
    EXPECT_EQ(to_string(judged(members, field, Strictness::Page, &draft).outcome), to_string(outcome))
        << members;
}

TEST(Compare, NothingReadMissesWhatIsStatedAndNoMore) {
  EXPECT_EQ(judged(R"("holder":"Acme")", "holder", Strictness::Certificate, nullptr).outcome,
            Outcome::Missed);
  EXPECT_EQ(judged(R"("holder":null)", "holder", Strictness::Certificate, nullptr).outcome,
            Outcome::NotStated);
  const auto in_logo = judged(R"x("holder":"Acme","fields_in_picture_only":["holder (logo)"])x", "holder",
                              Strictness::Certificate, nullptr);
  EXPECT_EQ(in_logo.note, "only in a picture");
}

TEST(Compare, TellsWhatWasReadWhereAndHowSurely) {
  const auto draft = read_draft();
  const auto number = judged(R"("certificate_number":"IS 1")", "number", Strictness::Certificate, &draft);
  EXPECT_EQ(number.expected, "IS 1");
  EXPECT_EQ(number.got, "IS 616-800");
  EXPECT_EQ(number.quote, "Certificate no. IS 616-800");
  EXPECT_DOUBLE_EQ(number.confidence, 0.75);
  const auto expires = judged(R"("expires":"2028-01-02")", "expires", Strictness::Certificate, &draft);
  EXPECT_EQ(expires.got, "day and month can be exchanged [2028-01-02] [2028-02-01]");
}

TEST(Compare, AScopeThatDiffersInCaseAlone) {
  const auto draft = read_draft();
  const auto scope = judged(R"("scope":"HOSTING of virtual servers, and their backup")", "scope",
                            Strictness::Certificate, &draft);
  EXPECT_EQ(scope.outcome, Outcome::Wrong);
  EXPECT_TRUE(scope.equal_when_folded);
}

TEST(Compare, AccreditorsOneByOne) {
  auto draft = read_draft();
  const auto& known = world().accreditation_bodies().front();
  draft.version.accreditations = {{known.acronym, known.id, ""}, {"Nobody's Board", {}, ""}};
  const auto truth =
      parse_truth(R"({"file":"a.pdf","accreditation_body":[")" + known.name + R"(","Other"]})");
  std::vector<Outcome> outcomes;
  for (const auto& one : compare(truth.rows.front(), &draft, Strictness::Certificate, world()))
    if (one.field == "accreditations") outcomes.push_back(one.outcome);
  EXPECT_EQ(outcomes, (std::vector{Outcome::Right, Outcome::Missed, Outcome::Invented}));
}

TEST(Compare, AMemberThatIsNotThereIsNotJudged) {
  const auto draft = read_draft();
  EXPECT_TRUE(
      compare(parse_truth(R"({"file":"a.pdf"})").rows.front(), &draft, Strictness::Certificate, world())
          .empty());
}

}  // namespace
}  // namespace certreg::accuracy
