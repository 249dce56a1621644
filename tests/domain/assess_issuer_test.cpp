#include "domain/situation.h"

namespace certreg {
namespace {

using support::day;

void issue_by(Situation& s, const char* issuer) { s.version().issuer = CertificationBodyId{issuer}; }

void print(Situation& s, const char* accreditation) {
  s.version().accreditations.clear();
  if (*accreditation != '\0') s.version().accreditations = {{accreditation, {}, ""}};
}

void ask_on(Situation& s, const char* on) { s.question.on = day(on); }

void ask_continuity(Situation& s) {
  s.question.standard = s.version().standard = {"iso-22301"};
  s.version().edition = "2019";
}

void ask_extension(Situation& s) {
  s.question.standard = {"iso-iec-27018"};
  s.records.push_back(support::record({support::extension()}));
}

// The world with another UKAS.
void change_accreditor(Situation& s, const std::function<void(AccreditationBody&)>& change) {
  auto rows = support::reference_rows();
  change(rows.accreditation_bodies.front());
  s.reference = Reference(std::move(rows), "changed");
}

void recognise(Situation& s, std::vector<Recognition> recognitions) {
  change_accreditor(s, [&](AccreditationBody& body) { body.recognitions = std::move(recognitions); });
}

Recognition isms(std::optional<RecognitionStatus> status = {}, const char* from = "2016-10-01",
                 std::optional<Date> until = {}) {
  auto row = support::recognition({{"iso-iec-27001"}}, day(from), until);
  row.status = status;
  return row;
}

Recognition elsewhere(Recognition row) {
  row.arrangement = "ea-mla";
  return row;
}

void end_arrangement(Situation& s, const char* until) {
  auto rows = support::reference_rows();
  rows.arrangements.front().until = day(until);
  s.reference = Reference(std::move(rows), "changed");
}

void end_accreditor(Situation& s, const char* on, const char* successor) {
  change_accreditor(s, [&](AccreditationBody& body) {
    body.ended = day(on);
    if (*successor != '\0') body.succeeded_by = AccreditationBodyId{successor};
  });
}

Recognition main_scope() { return support::recognition({}); }

}  // namespace

std::vector<Row> issuer_rows() {
  using enum Code;
  return {
      {"accredited", [](Situation&) {}, kYes, {Accredited}},
      {"known by its printed name", [](Situation& s) { s.version().issuer.reset(); }, kYes, {Accredited}},
      {"two accreditations, one recognised",
       [](Situation& s) {
         s.version().accreditations.push_back({"World Accreditation Board", {}, ""});
       },
       kYes,
       {Accredited}},
      {"22301 rests on the main scope", ask_continuity, kYes, {Accredited}},
      {"nothing printed", [](Situation& s) { print(s, ""); }, kUnsure, {AccreditationNotStated}},
      {"printed, not confirmed by reference data",
       [](Situation& s) { issue_by(s, "silent-cert"); },
       kUnsure,
       {AccreditationNotStated}},
      {"another recognised body is printed",
       [](Situation& s) { print(s, "ANAB"); },
       kUnsure,
       {AccreditationNotStated}},
      {"a body that nobody knows", [](Situation& s) { print(s, "UKAZ"); }, kUnsure, {AccreditationNotStated}},
      {"silence about a silent body",
       [](Situation& s) {
         issue_by(s, "silent-cert");
         print(s, "");
       },
       kUnsure,
       {AccreditationNotStated}},
      {"an issuer that nobody knows",
       [](Situation& s) {
         s.version().issuer.reset();
         s.version().issuer_printed = "Quick Certs";
       },
       kUnsure,
       {IssuerUnknown}},
      {"no issuer, nothing printed",
       [](Situation& s) {
         s.version().issuer.reset();
         s.version().issuer_printed = "";
         print(s, "");
       },
       kUnsure,
       {IssuerUnknown, AccreditationNotStated}},
      {"on the last day of the accreditation",
       [](Situation& s) {
         issue_by(s, "past-cert");
         ask_on(s, "2026-03-31");
       },
       kYes,
       {Accredited}},
      {"the day after",
       [](Situation& s) {
         issue_by(s, "past-cert");
         ask_on(s, "2026-04-01");
       },
       kUnsure,
       {AccreditationEnded}},
      {"six months after",
       [](Situation& s) {
         issue_by(s, "past-cert");
         ask_on(s, "2026-09-30");
       },
       kUnsure,
       {AccreditationEnded}},
      {"later",
       [](Situation& s) {
         issue_by(s, "past-cert");
         ask_on(s, "2026-10-01");
       },
       kNo,
       {AccreditationEnded}},
      {"ended, and nothing printed",
       [](Situation& s) {
         issue_by(s, "past-cert");
         print(s, "");
         ask_on(s, "2027-01-01");
       },
       kNo,
       {AccreditationEnded}},
      {"known to hold none", [](Situation& s) { issue_by(s, "none-cert"); }, kNo, {Unaccredited}},
      {"says so itself", [](Situation& s) { print(s, "Unaccredited"); }, kNo, {Unaccredited}},
      {"a printed body without recognition",
       [](Situation& s) { print(s, "World Accreditation Board"); },
       kNo,
       {AccreditorNotRecognised}},
      {"a printed body that was recognised once",
       [](Situation& s) { print(s, "Former Accreditor"); },
       kNo,
       {AccreditorNotRecognised}},
      {"accredited by an unrecognised body only",
       [](Situation& s) {
         issue_by(s, "odd-cert");
         print(s, "");
       },
       kNo,
       {AccreditorNotRecognised}},
      {"on the last day of the arrangement",
       [](Situation& s) {
         end_arrangement(s, "2026-05-31");
         ask_on(s, "2026-05-31");
       },
       kYes,
       {Accredited}},
      {"the arrangement ended the day before",
       [](Situation& s) {
         end_arrangement(s, "2026-05-31");
         ask_on(s, "2026-06-01");
       },
       kNo,
       {AccreditorNotRecognised}},
      {"on probation",
       [](Situation& s) { recognise(s, {isms(RecognitionStatus::Probation)}); },
       kYes,
       {Accredited}},
      {"suspended",
       [](Situation& s) { recognise(s, {isms(RecognitionStatus::Suspended)}); },
       kUnsure,
       {AccreditorNotRecognised}},
      {"suspended beside a row that knows nothing of it",
       [](Situation& s) {
         recognise(s, {isms(), isms(RecognitionStatus::Suspended, "2026-01-01")});
       },
       kUnsure,
       {AccreditorNotRecognised}},
      {"suspended elsewhere",
       [](Situation& s) {
         recognise(s, {isms(), elsewhere(isms(RecognitionStatus::Suspended))});
       },
       kUnsure,
       {AccreditorNotRecognised}},
      {"suspended for another standard",
       [](Situation& s) {
         auto other = isms(RecognitionStatus::Suspended);
         other.standards = {{"iso-9001"}};
         recognise(s, {isms(), other});
       },
       kYes,
       {Accredited}},
      {"suspended until the day before",
       [](Situation& s) {
         recognise(s, {isms(), isms(RecognitionStatus::Suspended, "2026-01-01", day("2026-05-31"))});
         ask_on(s, "2026-06-01");
       },
       kYes,
       {Accredited}},
      {"withdrawn",
       [](Situation& s) {
         recognise(s, {isms(), isms(RecognitionStatus::Withdrawn, "2026-01-01")});
       },
       kNo,
       {AccreditorNotRecognised}},
      {"withdrawn in one arrangement, active in another",
       [](Situation& s) {
         recognise(s, {isms(RecognitionStatus::Withdrawn), elsewhere(isms())});
       },
       kYes,
       {Accredited}},
      {"recognised for the main scope, where others are for the sub-scope",
       [](Situation& s) {
         auto rows = support::reference_rows();
         rows.accreditation_bodies[0].recognitions = {main_scope()};
         rows.accreditation_bodies[1].recognitions = {isms()};
         s.reference = Reference(std::move(rows), "changed");
       },
       kUnsure,
       {AccreditorNotRecognised}},
      {"recognised for the main scope, and nobody for a sub-scope",
       [](Situation& s) {
         auto rows = support::reference_rows();
         for (auto& body : rows.accreditation_bodies) body.recognitions = {main_scope()};
         s.reference = Reference(std::move(rows), "changed");
       },
       kYes,
       {Accredited}},
      {"the accreditation ended long ago, by a body whose recognition is open",
       [](Situation& s) {
         recognise(s, {isms(RecognitionStatus::Suspended)});
         issue_by(s, "past-cert");
         ask_on(s, "2027-01-01");
       },
       kNo,
       {AccreditationEnded}},
      {"suspended, and nothing printed",
       [](Situation& s) {
         recognise(s, {isms(RecognitionStatus::Suspended)});
         print(s, "");
       },
       kUnsure,
       {AccreditationNotStated}},
      {"suspended, and an issuer that nobody knows",
       [](Situation& s) {
         recognise(s, {isms(RecognitionStatus::Suspended)});
         s.version().issuer.reset();
         s.version().issuer_printed = "Quick Certs";
       },
       kUnsure,
       {IssuerUnknown, AccreditorNotRecognised}},
      {"on the accreditor's last day",
       [](Situation& s) {
         end_accreditor(s, "2026-05-31", "anab");
         ask_on(s, "2026-05-31");
       },
       kYes,
       {Accredited}},
      {"the accreditor has a successor",
       [](Situation& s) {
         end_accreditor(s, "2026-05-31", "anab");
         ask_on(s, "2026-06-01");
       },
       kUnsure,
       {AccreditorNotRecognised}},
      {"the accreditor has none",
       [](Situation& s) {
         end_accreditor(s, "2026-05-31", "");
         ask_on(s, "2026-06-01");
       },
       kNo,
       {AccreditorNotRecognised}},
      {"inherited", ask_extension, kYes, {Inherited}},
      {"inherited doubt",
       [](Situation& s) {
         ask_extension(s);
         print(s, "");
       },
       kUnsure,
       {AccreditationNotStated}},
      {"nobody to inherit from",
       [](Situation& s) {
         ask_extension(s);
         s.records.erase(s.records.begin());
       },
       kUnsure,
       {AccreditationNotStated}},
  };
}

TEST(Assess, Issuer) { expect_answers(Topic::Issuer, issuer_rows()); }

namespace {

std::string issuer_detail(const Situation& s) {
  return s.verdict().deciding().answers[static_cast<std::size_t>(Topic::Issuer)].reasons.front().detail;
}

}  // namespace

TEST(IssuerWords, SayWhichBodyALookAlikeIsNot) {
  Situation s;
  auto rows = support::reference_rows();
  rows.accreditation_bodies[0].name = "United Kingdom Accreditation Service";
  auto other = support::accreditor("ukac", "UKAC", {});
  other.name = "UK Accreditation Centre";
  other.looks_like = AccreditationBodyId{"ukas"};
  rows.accreditation_bodies.push_back(std::move(other));
  s.reference = Reference(std::move(rows), "changed");
  print(s, "UKAC");
  ask_on(s, "2026-06-01");
  EXPECT_EQ(issuer_detail(s),
            "UK Accreditation Centre, which the certificate names, is recognised for ISO/IEC 27001 by no "
            "arrangement on "
            "2026-06-01. UKAC is not UKAS, the United Kingdom Accreditation Service.");
}

TEST(IssuerWords, SayThatANameWasGivenUpBeforeTheIssue) {
  const struct {
    const char *until, *remark;
  } cases[] = {{"2024-12-31",
                " The certificate of 2025-01-10 still says Old Certification, as Good Certification Limited "
                "was called "
                "until 2024-12-31."},
               {"2025-01-10", ""}};
  for (const auto& [until, remark] : cases) {
    Situation s;
    auto rows = support::reference_rows();
    rows.certification_bodies[0].former_names = {{"Old Certification", {}, day(until), support::seen()}};
    s.reference = Reference(std::move(rows), "changed");
    s.version().issuer.reset();
    s.version().issuer_printed = "Old Certification";
    s.version().issued = day("2025-01-10");
    const auto detail = issuer_detail(s);
    EXPECT_TRUE(detail.ends_with(std::string("which the certificate names.") + remark)) << detail;
  }
}

TEST(IssuerWords, SayWhatLeavesTheRecognitionOpen) {
  Situation s;
  ask_on(s, "2026-06-01");
  recognise(s, {isms(RecognitionStatus::Suspended)});
  EXPECT_EQ(issuer_detail(s),
            "The recognition of UKAS, which the certificate names, is suspended on 2026-06-01.");
  auto rows = support::reference_rows();
  rows.accreditation_bodies[0].recognitions = {main_scope()};
  rows.accreditation_bodies[1].recognitions = {isms()};
  s.reference = Reference(std::move(rows), "changed");
  EXPECT_EQ(issuer_detail(s),
            "UKAS, which the certificate names, is recognised for ISO/IEC 17021-1; whether for ISO/IEC "
            "27001, too, we do "
            "not know.");
  end_accreditor(s, "2026-05-31", "anab");
  EXPECT_EQ(issuer_detail(s),
            "UKAS, which the certificate names, ended on 2026-05-31; ANAB took its place, and we do not know "
            "whether it "
            "took over this accreditation.");
}

}  // namespace certreg
