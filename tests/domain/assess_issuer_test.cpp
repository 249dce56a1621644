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

}  // namespace certreg
